using Blog.Source;
using Blog.Text;

namespace Blog.Gate;

/// <summary>Looks for what was erased: passages of erased texts everywhere, names and terms that went with them where they were forbidden. Known by keyed numbers alone. Safe for many threads.</summary>
public sealed class ErasedSecrets
{
    /// <summary>The case that findings of erased texts name.</summary>
    public const string Case = "erased";

    private static readonly Secret Passage = new(Case, string.Empty, SecretScope.Everywhere);

    private readonly PassageFinder _passages;
    private readonly SealedSecrets? _terms;

    /// <summary>Makes a search.</summary>
    /// <param name="passages">Passages.</param>
    /// <param name="terms">Names and terms; null where none went along.</param>
    public ErasedSecrets(PassageFinder passages, SealedSecrets? terms)
    {
        _passages = passages;
        _terms = terms;
    }

    /// <summary>Hash of everything that was erased, by which two searches can be told to be the same; empty where nobody took it.</summary>
    public ReadOnlyMemory<byte> Fingerprint { get; init; }

    /// <summary>How much there is to look for: stretches of passages, and the size class of the terms.</summary>
    public int Count => _passages.Count + (_terms?.Size ?? 0);

    internal Secret this[int number] => number == 0 ? Passage : _terms![number - 1] with { Case = Case }; // a greater number comes from the terms

    /// <summary>Adds everything found in a text to what was found already.</summary>
    /// <param name="text">The text.</param>
    /// <param name="from">Number of the first secret of this kind.</param>
    /// <param name="found">Takes what is found.</param>
    internal void Search(FoldedLetters text, int from, List<FoundTerm> found)
    {
        var places = new List<(int First, int Length)>();
        _passages.Search(text, places);
        found.AddRange(places.Select(place => new FoundTerm(from, place.First, place.Length, TermCertainty.Certain)));
        if (_terms is not null)
        {
            var terms = new List<FoundTerm>();
            _terms.Search(text, terms);
            found.AddRange(terms.Select(term => term with { Term = from + 1 + term.Term }));
        }
    }
}
