namespace Blog.Redact;

/// <summary>A stretch of a text that may tell who somebody is, as one recognizer sees it. Holds no text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Range">Where: UTF-16 positions in the Markdown source (not in the prose view), never across a gap.</param>
/// <param name="Score">How sure the recognizer is, 0 to 1; below <see cref="Threshold"/> it is a near miss, listed only when asked for.</param>
/// <param name="Recognizer">Name of the recognizer.</param>
/// <param name="Why">Why it fired: a fixed sentence in plain words that holds nothing of the text.</param>
public sealed record Finding(FindingKind Kind, TextRange Range, double Score, string Recognizer, string Why)
{
    /// <summary>From this score on a finding counts.</summary>
    public const double Threshold = 0.5;

    /// <summary>Whether it is too weak to count and is shown only when near misses are asked for.</summary>
    public bool IsNearMiss => Score < Threshold;
}
