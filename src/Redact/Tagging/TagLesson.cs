namespace Blog.Redact.Tagging;

/// <summary>A text with stretches that somebody has decided on: what the tagger learns from where it is used.</summary>
/// <param name="View">The text.</param>
/// <param name="Stretches">The stretches, in positions of its Markdown source.</param>
public sealed record TagLesson(ProseView View, IReadOnlyList<TaughtStretch> Stretches);
