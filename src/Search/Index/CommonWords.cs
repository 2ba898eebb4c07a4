using System.Runtime.InteropServices;
using Blog.Search.Analysis;
using Blog.Text;

namespace Blog.Search.Index;

/// <summary>The words of all units under common numbers: each worker has numbers of its own, and so has what an earlier index left.</summary>
/// <remarks>Not safe for many threads.</remarks>
internal sealed class CommonWords
{
    /// <summary>The number of a term that a word does not have.</summary>
    public const int None = -1;

    private readonly SpellingTable _numbers = new();
    private readonly List<Word> _words = [];
    private readonly Dictionary<WordForms<WordForm>, int[]> _maps = new(ReferenceEqualityComparer.Instance);

    /// <summary>The terms, of words and of capital forms, by number.</summary>
    public TermNumbers Terms { get; } = new();

    /// <summary>The words by number.</summary>
    public Span<Word> All => CollectionsMarshal.AsSpan(_words);

    /// <summary>The common numbers of a worker's words, by its own.</summary>
    public int[] MapOf(WordForms<WordForm> words)
    {
        if (!_maps.TryGetValue(words, out var map))
        {
            map = new int[words.All.Length];
            for (var i = 0; i < map.Length; i++)
            {
                map[i] = NumberOf(words.All[i]);
            }

            _maps.Add(words, map);
        }

        return map;
    }

    /// <summary>Of each term the word it most often stands for in texts and titles, as <see cref="WordForm.Surface"/>.</summary>
    public Dictionary<string, string> Surfaces()
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in _words)
        {
            if (word.Count > 0)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, word.Form.Surface, out _) += word.Count;
            }
        }

        var analyzer = new EnglishAnalyzer();
        var best = new Dictionary<string, (string Word, int Count)>(StringComparer.Ordinal);
        foreach (var (word, count) in counts)
        {
            foreach (var token in analyzer.Analyze(word))
            {
                var term = token.Term.ToString();
                if (!best.TryGetValue(term, out var other) || count > other.Count || (count == other.Count && string.CompareOrdinal(word, other.Word) < 0))
                {
                    best[term] = (word, count);
                }
            }
        }

        return best.ToDictionary(item => item.Key, item => item.Value.Word, StringComparer.Ordinal);
    }

    private int NumberOf(WordForm form)
    {
        if (!_numbers.TryFind(form.Spelling, out var number))
        {
            number = _words.Count;
            _numbers.Add(form.Spelling);
            _words.Add(new Word(form, form.Term is { } term ? Terms.Of(term) : None, form.CapitalForm is { } capitals ? Terms.Of(capitals) : None));
        }

        return number;
    }

    /// <summary>A word as it is spelt, with the numbers of its terms.</summary>
    /// <param name="form">The word.</param>
    /// <param name="term">Number of its term; <see cref="None"/> for a stop word.</param>
    /// <param name="capitals">Number of the capital form it is; <see cref="None"/> for most words.</param>
    internal struct Word(WordForm form, int term, int capitals)
    {
        /// <summary>How often it stands in texts and titles, where it has a term.</summary>
        public int Count;

        /// <summary>The word.</summary>
        public readonly WordForm Form = form;

        /// <summary>Number of its term; <see cref="None"/> for a stop word.</summary>
        public readonly int Term = term;

        /// <summary>Number of the capital form it is; <see cref="None"/> for most words.</summary>
        public readonly int Capitals = capitals;
    }
}
