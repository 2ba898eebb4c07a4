namespace Blog.Redact.Gazetteers;

/// <summary>Phrases of one or more words, looked up word by word; the longest at a place wins.</summary>
internal sealed class PhraseTable(WordLexicon lexicon)
{
    private const int MaxAcronym = 6;

    private static readonly Phrase[] None = [];

    private readonly Dictionary<int, List<Phrase>> _open = [];
    private Phrase[]?[] _byFirstWord = [];

    /// <summary>Adds a phrase; its words are parted as a text's are, so that "Stoke-on-Trent" is "Stoke on Trent".</summary>
    public void Add(string text, PhraseKind kind)
    {
        var words = WordSplitter.Split(text).Select(word => lexicon.Add(word, WordClass.None)).ToArray();
        if (words.Length == 0)
        {
            return;
        }

        lexicon.Add(lexicon.WordOf(words[0]), WordClass.BeginsPhrase);
        if (!_open.TryGetValue(words[0], out var phrases))
        {
            _open.Add(words[0], phrases = []);
        }

        phrases.Add(new Phrase(words, kind, words.Length == 1 && text.Length <= MaxAcronym && !text.AsSpan().ContainsAnyInRange('a', 'z')));
    }

    /// <summary>Sorts the phrases so that the longest at a place comes first; of two of one length the one that was added first.</summary>
    public void Close()
    {
        _byFirstWord = new Phrase[]?[lexicon.Count];
        foreach (var (first, phrases) in _open)
        {
            _byFirstWord[first] = [.. phrases.OrderByDescending(phrase => phrase.Words.Length)];
        }

        _open.Clear();
    }

    /// <summary>Phrases that begin with a word, longest first; empty where there are none.</summary>
    public Phrase[] BeginningWith(int word) => _byFirstWord[word] ?? None;

    /// <summary>A phrase of the tables.</summary>
    /// <param name="Words">The numbers of its words.</param>
    /// <param name="Kind">What it names.</param>
    /// <param name="IsAcronym">Whether it counts only in capitals: "ME" is an illness, "me" is not.</param>
    internal readonly record struct Phrase(int[] Words, PhraseKind Kind, bool IsAcronym);
}
