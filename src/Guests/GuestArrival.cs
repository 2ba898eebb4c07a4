namespace Blog.Guests;

/// <summary>A guest's text as it comes in.</summary>
/// <param name="Title">Its title; null for none.</param>
/// <param name="Markdown">Its text.</param>
public sealed record GuestArrival(string? Title, string Markdown)
{
    /// <summary>Who sent it: one line, a name or an address or both; null where nobody said. Sealed apart from the text.</summary>
    public string? Sender { get; init; }

    /// <summary>What the document held beside its text.</summary>
    public IReadOnlyList<HiddenWords> Hidden { get; init; } = [];

    /// <summary>Name of the submission it came in; null where it came otherwise.</summary>
    public string? Submission { get; init; }
}
