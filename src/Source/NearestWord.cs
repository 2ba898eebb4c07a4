using Blog.Text;

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
            var distance = AlignmentDistance.Between(word.ToLowerInvariant(), candidate.ToLowerInvariant());
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
}
