using System.Globalization;
using System.Text;

namespace Blog.Search.Index;

/// <summary>Makes the lists of all terms of texts and titles, by which misspelt words are mended: one in the order of their letters, one in that of their letters backwards.</summary>
/// <remarks>A slip in a word's end leaves its beginning whole, one in its beginning the end: two small pieces of the two lists hold all words one slip away.</remarks>
internal static class WordListFiles
{
    /// <summary>A list.</summary>
    /// <param name="entries">Term, units in whose text it stands (0 for a term of titles alone), the word readers know it by.</param>
    /// <param name="fromTheEnd">Whether the terms go by their letters backwards.</param>
    /// <returns>The first key of each file (backwards, where the list is) and the files: lines of term, number of units, and the word where it is another.</returns>
    public static (IReadOnlyList<string> FirstKeys, IReadOnlyList<byte[]> Files) Write(IReadOnlyList<(string Term, int Units, string Surface)> entries, bool fromTheEnd)
    {
        var sorted = entries.Select(entry => (Key: fromTheEnd ? Reverse(entry.Term) : entry.Term, Entry: entry)).ToList();
        sorted.Sort((left, right) => Encoding.UTF8.GetBytes(left.Key).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right.Key)));
        var keys = new List<string>();
        var files = new List<byte[]>();
        var text = new StringBuilder();
        foreach (var (key, (term, units, surface)) in sorted)
        {
            if (text.Length == 0)
            {
                keys.Add(key);
            }

            text.Append(CultureInfo.InvariantCulture, $"{term}\t{units}");
            if (surface != term)
            {
                text.Append('\t').Append(surface);
            }

            text.Append('\n');
            if (text.Length >= IndexFormat.WordListLength)
            {
                End();
            }
        }

        if (text.Length > 0)
        {
            End();
        }

        return (keys, files);

        void End()
        {
            files.Add(Encoding.UTF8.GetBytes(text.ToString()));
            text.Clear();
        }
    }

    /// <summary>A word with its code points in the other order.</summary>
    public static string Reverse(string word)
    {
        var runes = word.EnumerateRunes().ToArray();
        Array.Reverse(runes);
        return string.Concat(runes);
    }
}
