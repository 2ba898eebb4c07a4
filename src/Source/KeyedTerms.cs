using Blog.Text;

namespace Blog.Source;

/// <summary>Finds names and terms that are not at hand any more, by the keyed numbers of <see cref="SealCode"/>: one to five words, each form in the scopes it was entered for. Safe for many threads.</summary>
public sealed class KeyedTerms
{
    private const string Capital = "^";
    private const string Capitals = "^^";

    private readonly SealCode _code;
    private readonly HashSet<ulong> _filter;
    private readonly HashSet<string> _entries;

    /// <summary>Makes a finder.</summary>
    /// <param name="code">The code under which the numbers were made.</param>
    /// <param name="filter">Numbers of forms.</param>
    /// <param name="entries">Numbers of forms in scopes, in hex.</param>
    public KeyedTerms(SealCode code, IEnumerable<ulong> filter, IEnumerable<string> entries)
    {
        _code = code;
        _filter = [.. filter];
        _entries = new HashSet<string>(entries, StringComparer.Ordinal);
    }

    /// <summary>Whether there is nothing to find.</summary>
    public bool IsEmpty => _filter.Count == 0;

    /// <summary>The numbers of a term in a scope: of its forms, and of its forms there.</summary>
    /// <param name="words">The words, as a person wrote them.</param>
    /// <param name="letters">In which letter case they count.</param>
    /// <param name="scope">The scope.</param>
    public IEnumerable<(ulong Form, string Entry)> NumbersOf(string words, LetterCase letters, string scope) =>
        WordGrams.OfTerm(words, letters).Select(form => (_code.Filter(form), EntryOf(scope, form)));

    /// <summary>Where terms of a scope stand in a text: UTF-16 positions, rising, none within another.</summary>
    public IReadOnlyList<(int Start, int End)> Find(string text, string scope)
    {
        if (IsEmpty)
        {
            return [];
        }

        var places = new List<(int Start, int End)>();
        WordGrams.Visit(FoldedText.Of(text).Read, (in FoldedLetters letters, ReadOnlySpan<char> form, int first, int length) =>
        {
            if (Has(form.ToString()) || (letters.Is(first, LetterTraits.Upper) && HasMarked(letters, form, first, length)))
            {
                places.Add((letters.Starts[first], letters.Ends[first + length - 1]));
            }
        });
        places.Sort();
        var outer = new List<(int Start, int End)>();
        foreach (var place in places)
        {
            if (outer.Count > 0 && place.Start < outer[^1].End)
            {
                outer[^1] = (outer[^1].Start, Math.Max(outer[^1].End, place.End));
            }
            else
            {
                outer.Add(place);
            }
        }

        return outer;

        bool Has(string form) => _filter.Contains(_code.Filter(form)) && _entries.Contains(EntryOf(scope, form));

        bool HasMarked(in FoldedLetters letters, ReadOnlySpan<char> form, int first, int length) =>
            (Has(string.Concat(Capital, form)) && WordGrams.IsName(letters, form, first, out _)) ||
            (LetterCaseRule.Allows(LetterCase.Capitals, letters, new FoundTerm(0, first, length, TermCertainty.Certain)) && Has(string.Concat(Capitals, form)));
    }

    private string EntryOf(string scope, string form)
    {
        Span<byte> entry = stackalloc byte[SealCode.EntryLength];
        _code.Entry(scope, form, entry);
        return Convert.ToHexStringLower(entry);
    }
}
