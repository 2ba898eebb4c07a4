using Blog.Guests;
using Blog.Guests.Submissions;
using Blog.Vault;

namespace Blog.Desk.Screens;

/// <summary>One message that came through the site's page, with what was found in it and what can be done with it.</summary>
public sealed record MessageModel : ScreenModel
{
    /// <summary>What is known of it while the sealed part is locked.</summary>
    public required VaultSubmission Row { get; init; }

    /// <summary>What it says; null while the sealed part is locked, and where it was deleted.</summary>
    public OpenedSubmission? Opened { get; init; }

    /// <summary>What the rules find in its text; null where there is none to look at.</summary>
    public GuestReview? Review { get; init; }

    /// <summary>Title of the post that a comment is on; null for anything else, and where nothing here knows the post.</summary>
    public string? PostTitle { get; init; }

    /// <summary>The screen of that thread; null where the store does not hold it.</summary>
    public string? ThreadAddress { get; init; }

    /// <summary>Number and words of the comment that is answered; null for none.</summary>
    public (string Number, string Words)? RepliedTo { get; init; }

    /// <summary>Whether the post stands in <c>input/</c> alone, so that the comment is public with the next build.</summary>
    public bool IsOnOwnPost { get; init; }

    /// <summary>The comment as Markdown, to be amended; null but for one on such a post.</summary>
    public string? Markdown { get; init; }

    /// <summary>Pictures.</summary>
    public IReadOnlyList<MessagePicture> Pictures { get; init; } = [];

    /// <summary>The guest's text that it became, or that its writer answers about; null for none.</summary>
    public VaultHandle? Guest { get; init; }

    /// <summary>Whether an answer to it lies ready.</summary>
    public bool IsAnswered { get; init; }

    /// <summary>Whether its words were deleted.</summary>
    public bool IsDeleted { get; init; }

    /// <summary>Today.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Whether who looks may not read its words.</summary>
    public bool IsForOthers { get; init; }

    /// <summary>Whether the sealed part has a passphrase.</summary>
    public required bool IsSetUp { get; init; }

    /// <inheritdoc/>
    public override string Title => "A message";

    /// <inheritdoc/>
    public override string Section => "/inbox";
}
