namespace Blog.Search.Query;

/// <summary>What a search does beyond Lucene.</summary>
/// <param name="Capitals">Whether words in capitals are looked for as such too.</param>
/// <param name="Glossary">Whether abbreviations of the blog's glossary are looked for in full too.</param>
public sealed record SearchOptions(bool Capitals = true, bool Glossary = true)
{
    /// <summary>Nothing: Lucene's scores.</summary>
    public static SearchOptions Plain { get; } = new(false, false);
}
