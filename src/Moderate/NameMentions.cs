using System.Buffers;
using Blog.Redact;
using Blog.Text;

namespace Blog.Moderate;

/// <summary>Finds mentions of a thread's commenters in its texts ("As ever N is right", "Andrew, …", "@N", sign-offs) and puts their pseudonyms there.</summary>
/// <remarks>
/// Whole words in prose only, with the possessive left standing. A name that is also an ordinary word, or shorter than three letters, is
/// replaced after an <c>@</c> alone, where nothing else can be meant; elsewhere it is counted for a person to look at.
/// </remarks>
public sealed class NameMentions
{
    /// <summary>What stands where a name meant nobody in particular, or nobody may be told apart.</summary>
    public const string NameMark = "[redacted: name]";

    private const int MinLength = 3;

    private readonly List<Term> _terms;
    private readonly SearchValues<string>? _search;

    /// <summary>Prepares the names of one thread.</summary>
    public NameMentions(IEnumerable<NameTerm> names)
    {
        // One word may belong to two people ("Sam Oakes" and "Sam Birch"): it then names nobody in particular.
        _terms =
        [
            .. names.SelectMany(TermsOf).GroupBy(term => (Words: term.Words.ToUpperInvariant(), term.AtOnly))
                .Select(group => group.Select(term => term.Replacement).Distinct(StringComparer.Ordinal).Count() == 1
                    ? group.OrderBy(term => term.IsExact).First()
                    : group.OrderBy(term => term.IsExact).First() with { Replacement = NameMark })
                .OrderByDescending(term => term.Words.Length).ThenBy(term => term.Words, StringComparer.Ordinal),
        ];
        _search = _terms.Count == 0 ? null : SearchValues.Create([.. _terms.Select(term => term.Words).Distinct(StringComparer.OrdinalIgnoreCase)], StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>How many names of the thread wait for a person, because a machine cannot tell them from ordinary words.</summary>
    public int Queued => _terms.Where(term => term.AtOnly).Select(term => term.Words).Distinct(StringComparer.OrdinalIgnoreCase).Count();

    /// <summary>The names that are replaced wherever they stand, as written, with what stands there instead: for the gate, and for <see cref="NameSweep"/>.</summary>
    public IEnumerable<(string Words, LetterCase Letters, string Replacement)> Sought =>
        _terms.Where(term => !term.AtOnly).Select(term => (term.Words, term.IsExact && char.IsUpper(term.Words[0]) ? LetterCase.Capitalised : LetterCase.Any, term.Replacement));

    /// <summary>Whether words are a name that is replaced wherever it stands, or whole names of that kind side by side.</summary>
    public bool Covers(string words) => _terms.Exists(term => !term.AtOnly && IsAt(words, 0, term) && words.AsSpan(term.Words.Length).IndexOfAnyExcept(" '\u2019s") < 0);

    /// <summary>A Markdown text with its mentions replaced, and how many there were.</summary>
    public (string Text, int Count) Replace(string markdown)
    {
        if (_search is null || (!markdown.AsSpan().ContainsAny(_search) && !markdown.Contains('\\') && !markdown.Contains('\u00A0')))
        {
            return (markdown, 0);
        }

        var edits = Find(ProseView.Of(markdown));
        return edits.Count == 0 ? (markdown, 0) : (TextEdit.Apply(markdown, edits), edits.Count);
    }

    private List<TextEdit> Find(ProseView view)
    {
        var edits = new List<TextEdit>();
        var text = view.Text;
        for (var i = 0; i < text.Length;)
        {
            var step = text.AsSpan(i).IndexOfAny(_search!); // Find runs only where there is something to look for
            if (step < 0)
            {
                break;
            }

            i += step;
            var found = _terms.Find(term => IsAt(text, i, term));
            if (found.Words is null)
            {
                i++;
                continue;
            }

            edits.Add(view.Edit(i, found.Words.Length, found.Replacement));
            i += found.Words.Length;
        }

        return edits;
    }

    private static bool IsAt(string text, int at, Term term)
    {
        var end = at + term.Words.Length;
        if (end > text.Length || string.Compare(text, at, term.Words, 0, term.Words.Length, term.IsExact ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase) != 0)
        {
            return false;
        }

        return (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])) &&
            (!term.AtOnly || (at > 0 && text[at - 1] == '@'));
    }

    private static IEnumerable<Term> TermsOf(NameTerm name)
    {
        var words = string.Join(' ', name.Name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimStart('@');
        var parts = words.Split(' ').Select(part => part.Trim('.', ',', '(', ')', '"', '\'')).Where(part => part.Length > 0).ToList();
        var isOrdinary = parts.TrueForAll(IsOrdinary);
        if (words.Length == 0)
        {
            yield break;
        }

        // A short name, or one with an ordinary word in it, only as it is written: "Dot" is hers, "dot" is not.
        yield return new Term(words, name.Replacement, IsExact: !isOrdinary && (words.Length < 5 || parts.Exists(IsOrdinary)), AtOnly: isOrdinary);
        if (parts.Count is < 2 or > 3)
        {
            yield break; // a phrase for a handle is not a first and a last name
        }

        foreach (var part in parts.Where(part => !IsOrdinary(part) && char.IsUpper(part[0])))
        {
            yield return new Term(part, name.Replacement, IsExact: true, AtOnly: false);
        }
    }

    private static bool IsOrdinary(string word) => word.Count(char.IsLetter) < MinLength || WordTable.Common.Contains(word.ToLowerInvariant());

    /// <summary>Words to look for.</summary>
    /// <param name="Words">As written, one blank between two.</param>
    /// <param name="Replacement">What stands there instead.</param>
    /// <param name="IsExact">Only in this letter case.</param>
    /// <param name="AtOnly">Only after an <c>@</c>.</param>
    private readonly record struct Term(string Words, string Replacement, bool IsExact, bool AtOnly);
}
