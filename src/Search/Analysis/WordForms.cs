using System.Runtime.InteropServices;

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
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<T> _kept = [];

    /// <summary>Everything that is kept, in the order in which the words first came.</summary>
    public ReadOnlySpan<T> All => CollectionsMarshal.AsSpan(_kept);

    /// <summary>What is kept of a word, to be changed in place until the next word is asked for.</summary>
    public ref T Of(ReadOnlySpan<char> word)
    {
        if (!_numbers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var number))
        {
            number = _kept.Count;
            var form = Read(word.ToString());
            _numbers.Add(form.Spelling, number);
            _kept.Add(make(form));
        }

        return ref CollectionsMarshal.AsSpan(_kept)[number];
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
