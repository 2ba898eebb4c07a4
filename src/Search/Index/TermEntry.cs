namespace Blog.Search.Index;

/// <summary>One key of the dictionary with what was gathered for it: postings of text, title or both, or a set.</summary>
/// <param name="Key">The key, UTF-8.</param>
internal sealed record TermEntry(byte[] Key)
{
    /// <summary>Postings in the texts (of a capital form: as such); null for none.</summary>
    public TermPostings? Text { get; init; }

    /// <summary>Postings in the titles; null for none.</summary>
    public TermPostings? Title { get; init; }

    /// <summary>Numbers of units, ascending; null for scored fields.</summary>
    public IReadOnlyList<int>? Set { get; init; }
}
