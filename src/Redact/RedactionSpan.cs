namespace Blog.Redact;

/// <summary>A stretch of a Markdown text that is taken out, and what stands there instead.</summary>
/// <param name="Range">UTF-16 positions in the Markdown source.</param>
/// <param name="Replacement">A redaction mark, a more general word or a pseudonym; empty takes the stretch out without a trace.</param>
public readonly record struct RedactionSpan(TextRange Range, string Replacement);
