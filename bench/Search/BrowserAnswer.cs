using Blog.Search.Query;

namespace Blog.Bench.Search;

/// <summary>What the script answers.</summary>
/// <param name="Total">All hits, or the least number of them.</param>
/// <param name="IsTotalExact">Whether it is all of them.</param>
/// <param name="Units">The hits.</param>
/// <param name="Scores">Their scores.</param>
internal sealed record BrowserAnswer(int Total, bool IsTotalExact, IReadOnlyList<int> Units, IReadOnlyList<float> Scores)
{
    /// <summary>The hits as the program has them.</summary>
    public IReadOnlyList<SearchHit> Hits => [.. Units.Zip(Scores, (unit, score) => new SearchHit(unit, score))];
}
