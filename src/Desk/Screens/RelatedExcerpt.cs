using Blog.Release.Erasure;

namespace Blog.Desk.Screens;

/// <summary>A text that cites or quotes what a request is about, or is cited by it, with the words that do.</summary>
/// <param name="Text">The text and why.</param>
/// <param name="Words">The words around the citation or quote.</param>
public sealed record RelatedExcerpt(RelatedText Text, Excerpt Words);
