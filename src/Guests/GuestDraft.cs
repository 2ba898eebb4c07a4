using Blog.Source;

namespace Blog.Guests;

/// <summary>A guest's text on its way: every version, and what its writer was asked and answered. Lies sealed.</summary>
public sealed record GuestDraft
{
    /// <summary>Its versions, the oldest first; at least one. The first is the text as it came in, typing habits made neutral.</summary>
    public required IReadOnlyList<GuestVersion> Versions { get; init; }

    /// <summary>What was asked and answered, the oldest first.</summary>
    public IReadOnlyList<GuestConsent> Consents { get; init; } = [];

    /// <summary>What the document held beside its text.</summary>
    public IReadOnlyList<HiddenWords> Hidden { get; init; } = [];

    /// <summary>Pictures that were put into it.</summary>
    public IReadOnlyList<GuestPicture> Pictures { get; init; } = [];

    /// <summary>Name of the submission it came in, for the way back to its writer; null where it came by mail.</summary>
    public string? Submission { get; init; }

    /// <summary>The text as it stands now.</summary>
    public GuestVersion Now => Versions[^1];

    /// <summary>Hash of the text as it stands now.</summary>
    public string Sha256 => ConsentHash.Of(Now.Title, Now.Markdown);

    /// <summary>The consent under which the text as it stands now may be published on a day; null where there is none.</summary>
    public GuestConsent? ConsentOn(DateOnly day) => Consents.LastOrDefault(consent => consent.Allows(Sha256, day));
}
