namespace Blog.Source;

/// <summary>Finds the known word that somebody probably meant.</summary>
internal static class NearestWord
{
    private const int LongestCompared = 40; // longer input is no slip of the hand, and the comparison is quadratic

    /// <summary>The known word with the fewest edits, at most a third of its length; null where none is near.</summary>
    public static string? Find(string word, IEnumerable<string> known)
    {
        if (word.Length > LongestCompared)
        {
            return null;
        }

        string? best = null;
        var bestDistance = int.MaxValue;
        foreach (var candidate in known)
        {
            var distance = Distance(word.ToLowerInvariant(), candidate.ToLowerInvariant());
            if (distance < bestDistance && distance <= Math.Max(1, candidate.Length / 3))
            {
                (best, bestDistance) = (candidate, distance);
            }
        }

        return best;
    }

    /// <summary><c> (did you mean 'x'?)</c> or, where nothing is near, the list of all.</summary>
    public static string Hint(string word, IReadOnlyCollection<string> known) => Find(word, known) is { } near
        ? $"did you mean '{near}'?"
        : $"known are {string.Join(", ", known)}";

    /// <summary>Edits (insert, delete, replace, swap of neighbours) between two words: the optimal string alignment distance.</summary>
    private static int Distance(string a, string b)
    {
        var (beforeLast, last, row) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            (beforeLast, last, row) = (last, row, beforeLast);
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(last[j] + 1, row[j - 1] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
                }
            }
        }

        return row[b.Length];
    }
}
