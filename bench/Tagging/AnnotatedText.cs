namespace Blog.Bench.Tagging;

/// <summary>A text of a corpus with its marks, by start.</summary>
/// <param name="Id">Its id in the corpus.</param>
/// <param name="Corpus">The corpus, which is also the domain its features are copied for.</param>
/// <param name="Text">The text.</param>
/// <param name="Spans">The marks.</param>
internal sealed record AnnotatedText(string Id, string Corpus, string Text, IReadOnlyList<AnnotatedSpan> Spans);
