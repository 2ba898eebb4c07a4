using Blog.Redact.Tagging;

namespace Blog.Bench.Tagging;

/// <summary>A stretch that somebody marked in a text.</summary>
/// <param name="Start">First position, UTF-16 units.</param>
/// <param name="End">Position after it.</param>
/// <param name="Type">What it is.</param>
/// <param name="Kind">The corpus's own word for it.</param>
/// <param name="IsMasked">Whether it is to be masked.</param>
/// <param name="IsDirect">Whether it identifies by itself.</param>
/// <param name="Entity">Marks of one entity share it; empty where the corpus does not say.</param>
internal sealed record AnnotatedSpan(int Start, int End, TagType Type, string Kind, bool IsMasked, bool IsDirect, string Entity);
