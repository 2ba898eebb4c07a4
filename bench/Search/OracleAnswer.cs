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

    /// <summary>The same for the first ten hits alone.</summary>
    /// <param name="hits">Ours, ten or all there are.</param>
    /// <param name="ids">The units' ids by number.</param>
    /// <param name="total">All hits, where we say so; null where we do not.</param>
    public string? DifferenceToFirst(IReadOnlyList<SearchHit> hits, IReadOnlyList<string> ids, int? total)
    {
        if (total is not null && total != Total)
        {
            return string.Create(CultureInfo.InvariantCulture, $"Lucene finds {Total:N0}, we say {total:N0}");
        }

        var first = Hits.Take(Top).ToList();
        if (hits.Count != first.Count)
        {
            return string.Create(CultureInfo.InvariantCulture, $"Lucene has {first.Count} first hits, we {hits.Count}");
        }

        for (var i = 0; i < hits.Count; i++)
        {
            // Of a score, any of the units that Lucene gives it; where its list ends within the score, there may be more.
            var ours = hits[i];
            var id = ids[ours.Unit];
            var place = Hits.ToList().FindIndex(hit => hit.Id == id);
            var isSame = IsSame(first[i].Score, ours.Score) && (place >= 0 ? IsSame(Hits[place].Score, ours.Score) : Hits.Count == Asked && IsSame(Hits[^1].Score, ours.Score));
            if (!isSame)
            {
                return string.Create(CultureInfo.InvariantCulture, $"at rank {i + 1} Lucene has {first[i].Id} {first[i].Score:R}, we {id} {ours.Score:R}");
            }
        }

        return hits.Select(hit => hit.Unit).Distinct().Count() == hits.Count ? null : "a hit comes twice";
    }

    private static bool IsSame(float left, float right) => Math.Abs(left - right) <= 1e-4f * Math.Max(1, Math.Abs(left));
}
