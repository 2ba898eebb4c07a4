using System.Text;
using Blog.Search.Index;

namespace Blog.Search.Query;

/// <summary>Finds the terms a few slips away from a word, the likest 50, as FuzzyQuery of Lucene 8.8.1 does.</summary>
internal static class FuzzyTerms
{
    private const int Most = 50;

    /// <summary>The terms in order.</summary>
    /// <param name="index">The index.</param>
    /// <param name="word">The word, in small letters.</param>
    /// <param name="edits">Most slips, 0 to 2.</param>
    /// <param name="isTitle">Whether terms of the titles are asked for, or of the texts.</param>
    /// <returns>The list of each and its boost: 1 less the slips by the length of the shorter word, never below 0.</returns>
    public static IReadOnlyList<(ListRef List, float Boost)> Find(IndexReader index, string word, int edits, bool isTitle)
    {
        var runes = word.EnumerateRunes().ToArray();
        var found = new List<(string Term, ListRef List, float Boost)>();
        foreach (var entry in index.StartingWith(FieldKey.Text, string.Empty))
        {
            if ((isTitle ? entry.Title : entry.Text) is not { } list)
            {
                continue;
            }

            var term = entry.Term.EnumerateRunes().ToArray();
            if (EditDistance.Between(runes, term, edits) is { } distance)
            {
                found.Add((entry.Term, list, distance == 0 ? 1 : 1 - (distance / (float)Math.Min(runes.Length, term.Length))));
            }
        }

        // Among terms alike the first in order; the entries come in the dictionary's order, and this sort keeps it.
        return [.. found.OrderByDescending(term => term.Boost).Take(Most).OrderBy(term => Encoding.UTF8.GetBytes(term.Term), Comparer<byte[]>.Create((left, right) => left.AsSpan().SequenceCompareTo(right))).Select(term => (term.List, Math.Max(0, term.Boost)))];
    }
}
