namespace Blog.Import;

/// <summary>A file and what its first bytes say that it is.</summary>
/// <param name="File">The file.</param>
/// <param name="Kind">What it is by itself, before its neighbours are asked.</param>
internal sealed record LookedFile(SourceFile File, SourceKind Kind)
{
    /// <summary>It could not be opened.</summary>
    public bool Unreadable { get; init; }

    /// <summary>Why not, where that is known.</summary>
    public string? Why { get; init; }

    /// <summary>What tells the blog a saved page is of: the blog's number or host; empty where the page does not say.</summary>
    public string Group { get; init; } = string.Empty;
}
