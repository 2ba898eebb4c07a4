namespace Blog.Import;

/// <summary>A kind of damage in a source that was mended so that the rest could be read.</summary>
/// <param name="Reason">A fixed phrase, e.g. <c>control character removed</c>; never text of the source.</param>
/// <param name="Count">How often, at least 1.</param>
/// <param name="FirstPlace">Where it was met first: line and column, or byte.</param>
public sealed record SourceRepair(string Reason, long Count, string FirstPlace);
