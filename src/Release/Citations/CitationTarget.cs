namespace Blog.Release.Citations;

/// <summary>What a time citation was found to mean: one comment, one of a few, or nothing that can be said.</summary>
/// <param name="Citing">Index of the comment it stands in.</param>
/// <param name="Citation">The citation.</param>
/// <param name="Cited">Indices of the comments it may mean, in thread order: one is certain, several are "one of these", none is unresolved.</param>
internal sealed record CitationTarget(int Citing, TimeCitation Citation, IReadOnlyList<int> Cited);
