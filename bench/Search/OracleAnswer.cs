using System.Globalization;
using Blog.Search.Query;

namespace Blog.Bench.Search;

/// <summary>What Lucene answers.</summary>
/// <param name="Total">All hits.</param>
/// <param name="Hits">The first of them.</param>
internal sealed record OracleAnswer(int Total, IReadOnlyList<(string Id, float Score)> Hits)
{
    /// <summary>How many hits Lucene is asked for.</summary>
    public const int Asked = 200;

    private const int Top = 10;

    /// <summary>What differs: the number of all hits, a score among the first ten, or a unit; units of one score may change places, and at rank ten any of them is right.</summary>
    public string? DifferenceTo(IReadOnlyList<SearchHit> hits, IReadOnlyList<string> ids)
    {
        if (Total != hits.Count)
        {
            return string.Create(CultureInfo.InvariantCulture, $"Lucene finds {Total:N0}, we {hits.Count:N0}");
        }

        for (var i = 0; i < Math.Min(Top, hits.Count); i++)
        {
            if (!IsSame(Hits[i].Score, hits[i].Score))
            {
                return string.Create(CultureInfo.InvariantCulture, $"at rank {i + 1} Lucene has {Hits[i].Id} {Hits[i].Score:R}, we {ids[hits[i].Unit]} {hits[i].Score:R}");
            }
        }

        // The units of each score: as many of ours as Lucene's list goes on for, which is far beyond ten.
        var scoreOf = new Dictionary<string, float>(StringComparer.Ordinal);
        foreach (var hit in hits)
        {
            scoreOf[ids[hit.Unit]] = hit.Score;
        }

        foreach (var hit in Hits.Take(Top))
        {
            if (!scoreOf.TryGetValue(hit.Id, out var score) || !IsSame(hit.Score, score))
            {
                return string.Create(CultureInfo.InvariantCulture, $"{hit.Id} has {hit.Score:R} in Lucene, {(scoreOf.TryGetValue(hit.Id, out var ours) ? ours : 0):R} here");
            }
        }

        return null;
    }

    private static bool IsSame(float left, float right) => Math.Abs(left - right) <= 1e-4f * Math.Max(1, Math.Abs(left));
}
