using System.Runtime.InteropServices;
using Blog.Text;

namespace Blog.Search.Analysis;

/// <summary>What somebody keeps of each word of texts, worked out once for each spelling: nearly every word of a text stood in one before.</summary>
/// <remarks>
/// Words are those of <see cref="WordTokens"/>; their terms are what <see cref="EnglishAnalyzer"/> and <see cref="CapitalFormAnalyzer"/> make of the same text. Memory: the distinct
/// spellings. Not safe for many threads.
/// </remarks>
/// <typeparam name="T">What is kept.</typeparam>
/// <param name="make">Makes it of a word that is new.</param>
internal sealed class WordForms<T>(Func<WordForm, T> make)
    where T : struct
{
    private readonly EnglishAnalyzer _english = new();
    private readonly SpellingTable _numbers = new();
    private readonly List<T> _kept = [];

    /// <summary>Everything that is kept, in the order in which the words first came.</summary>
    public ReadOnlySpan<T> All => CollectionsMarshal.AsSpan(_kept);

    /// <summary>What is kept of a word, to be changed in place until the next word is asked for.</summary>
    public ref T Of(ReadOnlySpan<char> word)
    {
        var number = NumberOf(word); // first: a new word may move what is kept
        return ref CollectionsMarshal.AsSpan(_kept)[number];
    }

    /// <summary>The place of a word in <see cref="All"/>.</summary>
    public int NumberOf(ReadOnlySpan<char> word)
    {
        if (!_numbers.TryFind(word, out var number))
        {
            number = _kept.Count;
            _kept.Add(make(Read(_numbers.Add(word))));
        }

        return number;
    }

    private WordForm Read(string word)
    {
        string? term = null;
        foreach (var token in _english.Analyze(word))
        {
            term = token.Term.ToString();
        }

        string? capitals = null;
        foreach (var token in CapitalFormAnalyzer.Analyze(word))
        {
            capitals = token.Term.ToString();
        }

        return new WordForm(word, term, capitals);
    }
}
