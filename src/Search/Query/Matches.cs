namespace Blog.Search.Query;

/// <summary>Units that match a part of a query, ascending by number, with their scores.</summary>
/// <param name="Units">Numbers.</param>
/// <param name="Scores">The score of each, at the same place.</param>
internal sealed record Matches(int[] Units, float[] Scores)
{
    /// <summary>Nothing.</summary>
    public static Matches None { get; } = new([], []);

    /// <summary>Units that match without a score.</summary>
    public static Matches Of(int[] units) => new(units, new float[units.Length]);

    /// <summary>Units of any, with the sum of their scores, added up in double precision as Lucene's scorers do.</summary>
    public static Matches Any(IReadOnlyList<Matches> parts)
    {
        if (parts.Count == 1)
        {
            return parts[0];
        }

        var total = parts.Sum(part => part.Units.Length);
        if (total == 0)
        {
            return None;
        }

        // A merge of sorted arrays, two by two, would add in another order; a table by unit keeps the order of the clauses.
        var highest = parts.Max(part => part.Units.Length == 0 ? -1 : part.Units[^1]);
        var scores = new double[highest + 1];
        var has = new bool[highest + 1];
        foreach (var part in parts)
        {
            for (var i = 0; i < part.Units.Length; i++)
            {
                scores[part.Units[i]] += part.Scores[i];
                has[part.Units[i]] = true;
            }
        }

        var units = new List<int>();
        for (var unit = 0; unit <= highest; unit++)
        {
            if (has[unit])
            {
                units.Add(unit);
            }
        }

        return new Matches([.. units], [.. units.Select(unit => (float)scores[unit])]);
    }

    /// <summary>Units of all, with the sum of their scores.</summary>
    public static Matches All(IReadOnlyList<Matches> parts)
    {
        var result = parts[0];
        for (var i = 1; i < parts.Count; i++)
        {
            result = Both(result, parts[i]);
        }

        return result;
    }

    /// <summary>These units; those that <paramref name="other"/> has too get its score added.</summary>
    public Matches With(Matches other)
    {
        var scores = (float[])Scores.Clone();
        for (int i = 0, k = 0; i < Units.Length; i++)
        {
            while (k < other.Units.Length && other.Units[k] < Units[i])
            {
                k++;
            }

            if (k < other.Units.Length && other.Units[k] == Units[i])
            {
                scores[i] += other.Scores[k];
            }
        }

        return new Matches(Units, scores);
    }

    /// <summary>These units without those of <paramref name="other"/>.</summary>
    public Matches Without(Matches other) => Keep(other, keepsCommon: false);

    /// <summary>These units that <paramref name="other"/> has too; their scores stay as they are.</summary>
    public Matches Within(Matches other) => Keep(other, keepsCommon: true);

    private static Matches Both(Matches left, Matches right) => left.Within(right).With(right);

    private Matches Keep(Matches other, bool keepsCommon)
    {
        var units = new List<int>();
        var scores = new List<float>();
        for (int i = 0, k = 0; i < Units.Length; i++)
        {
            while (k < other.Units.Length && other.Units[k] < Units[i])
            {
                k++;
            }

            if ((k < other.Units.Length && other.Units[k] == Units[i]) == keepsCommon)
            {
                units.Add(Units[i]);
                scores.Add(Scores[i]);
            }
        }

        return new Matches([.. units], [.. scores]);
    }
}
