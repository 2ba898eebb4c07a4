using Blog.Guests;
using Blog.Html;
using Blog.Pages;
using Blog.Text;
using Blog.Vault.Guests;

namespace Blog.Desk.Screens;

/// <summary>One guest's text: as it stands, what it tells, what its writer was asked.</summary>
public sealed record GuestModel : ScreenModel
{
    /// <summary>What is known of it while the sealed part is locked.</summary>
    public required VaultGuest Row { get; init; }

    /// <summary>Its words; null while the sealed part is locked.</summary>
    public GuestDraft? Draft { get; init; }

    /// <summary>What the rules find in it.</summary>
    public GuestReview? Review { get; init; }

    /// <summary>Its title as readers would see it.</summary>
    public MarkedText? ReaderTitle { get; init; }

    /// <summary>Its text as readers would see it.</summary>
    public SafeHtml Reader { get; init; } = SafeHtml.Empty;

    /// <summary>What was changed since it was sent; null where the original is not kept.</summary>
    public IReadOnlyList<DiffPart>? Changes { get; init; }

    /// <summary>Words for a mail to its writer; null where the address at hand is a work address.</summary>
    public string? Mail { get; init; }

    /// <summary>The end of the work address from which it was sent; null where there is none.</summary>
    public string? WorkAddress { get; init; }

    /// <summary>Whether the store still knows who sent it.</summary>
    public bool HasSender { get; init; }

    /// <summary>Whether the text as it was sent is still kept.</summary>
    public bool HasOriginal { get; init; }

    /// <summary>What the comparison of the manner of writing found, where it was asked for in this very step; else null.</summary>
    public StyleView? Style { get; init; }

    /// <summary>Number of the message in which it came, while that is kept; else null.</summary>
    public long? Message { get; init; }

    /// <summary>Whether its writer has a code, by which they can be asked through the site.</summary>
    public bool HasCode { get; init; }

    /// <summary>Pictures that came with it.</summary>
    public int Pictures { get; init; }

    /// <summary>Series of the blog, with the next number of each.</summary>
    public IReadOnlyList<(string Name, int Next)> Series { get; init; } = [];

    /// <summary>Today.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Whether who looks may not read its words.</summary>
    public bool IsForOthers { get; init; }

    /// <summary>Whether the sealed part has a passphrase.</summary>
    public required bool IsSetUp { get; init; }

    /// <summary>Whether the text as it stands now may be published today.</summary>
    public bool IsAgreed => Draft?.ConsentOn(Today) is not null;

    /// <inheritdoc/>
    public override string Title => "A guest's text";

    /// <inheritdoc/>
    public override string Section => "/guests";
}
