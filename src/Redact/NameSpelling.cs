using Blog.Redact.Gazetteers;
using Blog.Text;

namespace Blog.Redact;

/// <summary>Finds names in a text that are nearly one of the blog's public names: a slip of the hand, or another person whom nobody allowed.</summary>
/// <remarks>
/// <para>A stretch of as many words as the name has, the first with a capital, is a near miss where it is one edit away (insert, delete, replace, swap of neighbours), for names of twelve letters and more two; names
/// shorter than six letters are nobody's near miss, since other words are as near to them. What is itself a public name is none.</para>
/// <para>Names are compared folded, without their possessive.</para>
/// </remarks>
public sealed class NameSpelling
{
    private const int ShortestName = 6; // letters
    private const int LongerName = 12;
    private const int Longest = 80; // what is longer is no name, and the comparison is quadratic

    private readonly ILookup<int, (string Name, string Folded)> _byWords;
    private readonly HashSet<string> _exact;

    /// <summary>Looks for near misses of these names.</summary>
    /// <param name="names">As <c>site.yml</c> lists them.</param>
    public NameSpelling(IEnumerable<string> names)
    {
        var folded = names.Select(name => (Name: name, Words: WordSplitter.Split(name))).Where(name => name.Words.Count > 0)
            .Select(name => (name.Name, Folded: NameFolding.Fold(string.Join(' ', name.Words)), name.Words.Count)).ToList();
        _exact = folded.Select(name => name.Folded).ToHashSet(StringComparer.Ordinal);
        _byWords = folded.Where(name => name.Folded.Count(char.IsLetterOrDigit) >= ShortestName).ToLookup(name => name.Count, name => (name.Name, name.Folded));
    }

    /// <summary>The near misses in a text, in its order.</summary>
    /// <param name="text">Any text; Markdown too.</param>
    public IEnumerable<NearName> In(string text)
    {
        if (_byWords.Count == 0)
        {
            yield break;
        }

        var words = WordsOf(text);
        for (var i = 0; i < words.Count; i++)
        {
            if (!char.IsUpper(text[words[i].Start]))
            {
                continue;
            }

            foreach (var count in _byWords.Select(group => group.Key).Where(count => i + count <= words.Count))
            {
                var range = new TextRange(words[i].Start, words[i + count - 1].End);
                if (range.Length <= Longest && NearestTo(words, i, count, text) is { } name)
                {
                    yield return new NearName(range, name);
                }
            }
        }
    }

    private string? NearestTo(List<TextRange> words, int first, int count, string text)
    {
        var written = NameFolding.Fold(string.Join(' ', Enumerable.Range(first, count).Select(i => words[i].Of(text))));
        if (_exact.Contains(written))
        {
            return null;
        }

        foreach (var (name, folded) in _byWords[count])
        {
            var most = folded.Length >= LongerName ? 2 : 1;
            if (Math.Abs(folded.Length - written.Length) <= most && AlignmentDistance.Between(folded, written) <= most)
            {
                return name;
            }
        }

        return null;
    }

    private static List<TextRange> WordsOf(string text)
    {
        var words = new List<TextRange>();
        var position = 0;
        while (WordSplitter.TryNext(text, ref position, out var start, out var end, out _))
        {
            words.Add(new TextRange(start, end));
        }

        return words;
    }
}
