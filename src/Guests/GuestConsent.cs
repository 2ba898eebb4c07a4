namespace Blog.Guests;

/// <summary>One asking for consent, and what came of it.</summary>
/// <param name="Asked">Day on which the writer was asked (UTC).</param>
/// <param name="Sha256">Hash of the text that they were shown, as <see cref="Source.ConsentHash"/> makes it.</param>
public sealed record GuestConsent(DateOnly Asked, string Sha256)
{
    /// <summary>Day of the answer; null while there is none.</summary>
    public DateOnly? Answered { get; init; }

    /// <summary>The answer; null while there is none.</summary>
    public ConsentAnswer? Answer { get; init; }

    /// <summary>What the writer chose; null but where the answer is yes.</summary>
    public ConsentTerms? Terms { get; init; }

    /// <summary>Day on which they took their consent back; null where they did not.</summary>
    public DateOnly? Withdrawn { get; init; }

    /// <summary>Whether it lets a text of this hash stand on a day.</summary>
    public bool Allows(string sha256, DateOnly day) => Answer == ConsentAnswer.Yes && Withdrawn is null && Sha256 == sha256 && (Terms?.Until is not { } until || until >= day);
}
