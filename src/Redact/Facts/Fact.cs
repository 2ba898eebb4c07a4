namespace Blog.Redact.Facts;

/// <summary>One thing a text says of one person. Holds no text of its own, but its value is private like the text: it is never logged.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Subject">Of whom.</param>
/// <param name="Range">The words that say it: UTF-16 positions in the Markdown source.</param>
/// <param name="Value">What it says, in the form in which two facts are compared.</param>
/// <param name="Score">How sure the finder is, 0 to 1; below <see cref="Finding.Threshold"/> it is a near miss.</param>
/// <param name="Why">Why it was found: a fixed sentence in plain words that holds nothing of the text.</param>
public sealed record Fact(FactKind Kind, FactSubject Subject, TextRange Range, FactValue Value, double Score, string Why)
{
    /// <summary>The letter within the text that says it, from 1; 0 outside letters.</summary>
    public int Letter { get; init; }

    /// <summary>Whether it stands in a quotation, so that "I" is not the one who wrote the text.</summary>
    public bool IsQuoted { get; init; }

    /// <summary>Whether it is too weak to count and is shown only when near misses are asked for.</summary>
    public bool IsNearMiss => Score < Finding.Threshold;

    /// <summary>Kind and place only: the value is private.</summary>
    public override string ToString() => $"{Kind} at {Range.Start} to {Range.End}";
}
