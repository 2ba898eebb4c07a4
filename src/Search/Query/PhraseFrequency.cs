namespace Blog.Search.Query;

/// <summary>Counts how often a phrase stands in a unit.</summary>
internal static class PhraseFrequency
{
    /// <summary>How often the words stand one after the other as typed.</summary>
    public static float Exact(ReadOnlySpan<PhraseWord> words)
    {
        var count = 0;
        foreach (var first in words[0].Positions)
        {
            var start = first - words[0].Offset;
            var isWhole = true;
            foreach (var word in words[1..])
            {
                if (Array.BinarySearch(word.Positions, start + word.Offset) < 0)
                {
                    isWhole = false;
                    break;
                }
            }

            count += isWhole ? 1 : 0;
        }

        return count;
    }

    /// <summary>
    /// How often the words stand near each other: each place counts 1 / (1 + moves), moves at most <paramref name="slop"/>.
    /// </summary>
    /// <remarks>
    /// Semantics of org.apache.lucene.search.SloppyPhraseMatcher of 8.8.1: every word walks over its positions less its offset in the phrase; the moves of a place are the
    /// distance of the first word from the last; the first walks on as long as that makes the place narrower. A word that comes twice in the phrase never stands for both at one
    /// position.
    /// </remarks>
    public static float Near(ReadOnlySpan<PhraseWord> words, int slop)
    {
        var walk = new PhraseWalk(words);
        var frequency = 0f;
        while (walk.Next(slop) is { } moves)
        {
            frequency += 1f / (1f + moves);
        }

        return frequency;
    }
}
