using System.Text;
using Blog.Search.Analysis;
using Blog.Search.Index;

namespace Blog.Search.Query;

/// <summary>Finds the word that a misspelt one most likely means, as the browser does (<c>spelling.js</c>).</summary>
/// <remarks>
/// A slip in a word's end leaves its beginning whole, one in its beginning the end: only terms are looked at that share the first letters of the word's term or the last, so
/// that the browser needs small pieces of the two lists of words. What is two slips away, one in each half, is not found.
/// </remarks>
public sealed class SpellingSuggester
{
    private const int Shortest = 4;
    private const int TwoSlipsFrom = 7;

    private readonly IndexReader _index;
    private readonly IReadOnlyList<(string Term, int Units, string Surface)> _words;
    private readonly EnglishAnalyzer _english = new();

    /// <param name="index">The index, whose words are read whole.</param>
    public SpellingSuggester(IndexReader index)
    {
        _index = index;
        _words = [.. index.Words()];
    }

    /// <summary>A query with the words that were perhaps meant in place of those that no unit has; null where there are none.</summary>
    /// <param name="query">The query as read.</param>
    /// <param name="text">The query as typed.</param>
    public string? SuggestQuery(QueryNode query, string text)
    {
        var meant = text;
        foreach (var (word, term) in Words(query).Distinct())
        {
            if (_index.Find(FieldKey.Text, term) is null && Suggest(word) is { } other)
            {
                meant = Replace(meant, word, other);
            }
        }

        return meant == text ? null : meant;
    }

    /// <summary>The word as readers know it, in small letters: the fewest slips away, then in the most texts, then the first in order; null where none is near, and for words without letters.</summary>
    /// <param name="word">One word as typed.</param>
    public string? Suggest(string word)
    {
        var typed = EnglishAnalyzer.Normalize(PossessiveEnding.Remove(word).ToString());
        var tokens = _english.Analyze(word);
        if (!tokens.MoveNext())
        {
            return null;
        }

        var term = tokens.Current.Term.ToString();
        var letters = term.EnumerateRunes().ToArray();
        if (letters.Length < Shortest || typed.All(c => char.IsAsciiDigit(c) || c is '.' or ','))
        {
            return null;
        }

        var first = Math.Min(4, letters.Length / 2);
        var last = Math.Min(4, Math.Max(1, letters.Length - first - 1));
        var start = string.Concat(letters[..first]);
        var end = string.Concat(letters[^last..]);
        var typedLetters = typed.EnumerateRunes().ToArray();
        var most = typedLetters.Length >= TwoSlipsFrom ? 2 : 1;
        return _words
            .Where(entry => entry.Units > 0 && entry.Term != term && (entry.Term.StartsWith(start, StringComparison.Ordinal) || entry.Term.EndsWith(end, StringComparison.Ordinal)))
            .Select(entry => (entry, Slips: Math.Min(Slips(letters, entry.Term, most), Slips(typedLetters, entry.Surface, most))))
            .Where(found => found.Slips <= most)
            .OrderBy(found => found.Slips)
            .ThenByDescending(found => found.entry.Units)
            .ThenBy(found => found.entry.Term, StringComparer.Ordinal)
            .Select(found => found.entry.Surface)
            .FirstOrDefault();
    }

    private List<(string Word, string Term)> Words(QueryNode node) => node switch
    {
        GroupNode group => [.. group.Clauses.Where(clause => clause.Occur != Occur.MustNot).SelectMany(clause => Words(clause.Query))],
        WordsNode { Field: QueryField.Any or QueryField.Title or QueryField.Text } words => Words(words.Text),
        PhraseNode { Field: QueryField.Any or QueryField.Title or QueryField.Text } phrase => Words(phrase.Text),
        _ => [],
    };

    private List<(string Word, string Term)> Words(string text)
    {
        var words = new List<(string Word, string Term)>();
        foreach (var token in _english.Analyze(text))
        {
            words.Add((text[token.Start..token.End], token.Term.ToString()));
        }

        return words;
    }

    private static string Replace(string text, string word, string other)
    {
        var result = new StringBuilder();
        var from = 0;
        for (int at; (at = text.IndexOf(word, from, StringComparison.Ordinal)) >= 0; from = at + word.Length)
        {
            var end = at + word.Length;
            var isWhole = (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end]));
            result.Append(text, from, at - from).Append(isWhole ? other : word);
        }

        return result.Append(text, from, text.Length - from).ToString();
    }

    private static int Slips(Rune[] left, string right, int most) => EditDistance.Between(left, right.EnumerateRunes().ToArray(), most) ?? most + 1;
}
