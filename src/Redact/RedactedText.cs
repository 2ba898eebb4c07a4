namespace Blog.Redact;

/// <summary>A text after its redactions.</summary>
/// <param name="Text">The text.</param>
/// <param name="Count">How many stretches were taken out, touching ones counted as one.</param>
public sealed record RedactedText(string Text, int Count);
