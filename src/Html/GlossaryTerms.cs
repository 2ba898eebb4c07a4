using System.Buffers;
using System.Text;

namespace Blog.Html;

/// <summary>The abbreviations of a blog, made ready to be found in texts, each with the id of its explanation on a page.</summary>
/// <remarks>One search over a text for all of them; safe for many threads.</remarks>
public sealed class GlossaryTerms
{
    private readonly SearchValues<string> _search;
    private readonly string[] _terms; // longest first: of two that begin at one place the longer is meant
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);

    private GlossaryTerms(string[] terms)
    {
        _terms = terms;
        _search = SearchValues.Create(terms, StringComparison.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var term in terms.Order(StringComparer.Ordinal))
        {
            var id = IdOf(term);
            for (var number = 2; !taken.Add(id); number++)
            {
                id = FormattableString.Invariant($"{IdOf(term)}-{number}");
            }

            _ids.Add(term, id);
        }
    }

    /// <summary>These abbreviations; null where there are none of two characters and more.</summary>
    public static GlossaryTerms? Of(IEnumerable<string> terms)
    {
        var known = terms.Where(term => term.Length > 1 && IsWordCharacter(term[0]) && IsWordCharacter(term[^1])).Distinct(StringComparer.Ordinal)
            .OrderByDescending(term => term.Length).ThenBy(term => term, StringComparer.Ordinal).ToArray();
        return known.Length == 0 ? null : new GlossaryTerms(known);
    }

    /// <summary>Whether this is one of them.</summary>
    public bool Has(string term) => _ids.ContainsKey(term);

    /// <summary>Id of the explanation of an abbreviation: <c>g-</c> and its letters in lower case, ASCII.</summary>
    public string IdFor(string term) => _ids[term];

    /// <summary>The next abbreviation at or after a position that stands there as a word of its own; a plural or possessive s may follow (<c>POs</c>, <c>PO's</c>).</summary>
    /// <param name="text">The text.</param>
    /// <param name="from">Where to begin.</param>
    /// <param name="start">Where it begins.</param>
    /// <returns>It; null where there is none.</returns>
    public string? Next(ReadOnlySpan<char> text, int from, out int start)
    {
        for (start = from; start < text.Length; start++)
        {
            var at = text[start..].IndexOfAny(_search);
            if (at < 0)
            {
                break;
            }

            start += at;
            if (start == 0 || !IsWordCharacter(text[start - 1]))
            {
                foreach (var term in _terms)
                {
                    if (text[start..].StartsWith(term, StringComparison.Ordinal) && EndsWord(text[(start + term.Length)..]))
                    {
                        return term;
                    }
                }
            }
        }

        start = text.Length;
        return null;
    }

    private static bool EndsWord(ReadOnlySpan<char> after) =>
        after.IsEmpty || !IsWordCharacter(after[0]) || (after[0] == 's' && (after.Length == 1 || !IsWordCharacter(after[1])));

    private static bool IsWordCharacter(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c);

    private static string IdOf(string term)
    {
        var id = new StringBuilder("g-");
        foreach (var c in term)
        {
            id.Append(char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-');
        }

        return id.ToString();
    }
}
