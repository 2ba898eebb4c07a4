namespace Blog.Import;

/// <summary>An entry that is not taken in: a setting, a template, or one that could not be read.</summary>
/// <param name="SourceId">Its id in the source, or its position ("entry 17") where it has none that can be read.</param>
/// <param name="Reason">A fixed phrase: <c>blog setting</c>, <c>template</c>, <c>unknown kind</c>, <c>unreadable: …</c>.</param>
/// <param name="Lost">True where a reader of the old blog loses something by it; the run then ends with exit code 1.</param>
public sealed record SkippedEntry(string SourceId, string Reason, bool Lost) : ImportedEntry;
