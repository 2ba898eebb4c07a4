using System.Buffers;
using System.Globalization;

namespace Blog.Html;

/// <summary>
/// Reads emphasis back from written Markdown by the delimiter algorithm of CommonMark 0.31 (appendix "An algorithm for parsing nested emphasis
/// and links"), to see whether it will be read as it was meant.
/// </summary>
internal static class EmphasisReader
{
    /// <summary>More pairs than this in one paragraph are nobody's prose; the algorithm would grow with their square.</summary>
    private const int ManyPairs = 500;

    private static readonly SearchValues<char> AddressEnds = SearchValues.Create(" \t\n<>\"`|[]{}\u00A0\u2018\u2019\u201C\u201D\u2026");
    private static readonly SearchValues<char> GivenBack = SearchValues.Create(".,;:!?'*_~(");

    /// <summary>Whether exactly the meant pairs are found.</summary>
    /// <param name="text">One paragraph.</param>
    /// <param name="opaque">Code, images and link destinations, in order: nothing in them is a delimiter.</param>
    /// <param name="brackets">Link texts, in order: pairs do not cross their ends.</param>
    /// <param name="meant">The pairs that were written.</param>
    public static bool ReadsAs(ReadOnlySpan<char> text, List<(int Start, int End)> opaque, List<Range> brackets, List<EmphasisSpan> meant)
    {
        if (meant.Count > ManyPairs)
        {
            return false;
        }
        foreach (var pair in meant)
        {
            if (IsInBareAddress(text, pair.Open) || IsInBareAddress(text, pair.Close))
            {
                return false;
            }
        }
        var expected = meant.ToHashSet();
        // Symbols beyond ASCII count as punctuation in newer versions of CommonMark and not in older ones: both must agree.
        foreach (var symbolsCount in (ReadOnlySpan<bool>)[true, false])
        {
            var found = new HashSet<EmphasisSpan>();
            if (!Read(text, opaque, brackets, symbolsCount, found) || !found.SetEquals(expected))
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>
    /// Whether a delimiter would be read as part of a bare web address: nothing parts the two but the characters that end one for certain.
    /// Behind the address's last letter the site's own parser gives stars, underscores and tildes back.
    /// </summary>
    private static bool IsInBareAddress(ReadOnlySpan<char> text, int delimiter)
    {
        var start = text[..delimiter].LastIndexOfAny(AddressEnds) + 1;
        var scheme = text[start..delimiter].LastIndexOf("://", StringComparison.Ordinal);
        if (scheme < 0)
        {
            return false;
        }
        var rest = text[delimiter..];
        var end = rest.IndexOfAny(AddressEnds);
        return (end < 0 ? rest : rest[..end]).ContainsAnyExcept(GivenBack);
    }

    private static bool Read(ReadOnlySpan<char> text, List<(int Start, int End)> opaque, List<Range> brackets, bool symbolsCount, HashSet<EmphasisSpan> found)
    {
        var outer = new List<Delimiter>();
        var inner = new List<Delimiter>();
        var nextOpaque = 0;
        var nextBracket = 0;
        for (var i = 0; i < text.Length;)
        {
            while (nextBracket < brackets.Count && i >= brackets[nextBracket].End.Value)
            {
                Pair(inner, found);
                inner.Clear();
                nextBracket++;
            }
            if (nextOpaque < opaque.Count && i >= opaque[nextOpaque].Start)
            {
                i = opaque[nextOpaque++].End;
                continue;
            }
            var c = text[i];
            if (c == '\\')
            {
                i += 2;
            }
            else if (c is '*' or '_' or '~' or '^')
            {
                var start = i;
                while (i < text.Length && text[i] == c)
                {
                    i++;
                }
                if ((c == '^' && i - start > 1) || (c == '~' && i - start > 2))
                {
                    return false;
                }
                var isInner = nextBracket < brackets.Count && start >= brackets[nextBracket].Start.Value;
                (isInner ? inner : outer).Add(Delimiter.Between(c, start, i - start, start > 0 ? text[start - 1] : '\n', i < text.Length ? text[i] : '\n', symbolsCount));
            }
            else
            {
                i++;
            }
        }
        Pair(inner, found);
        Pair(outer, found);
        return true;
    }

    private static void Pair(List<Delimiter> delimiters, HashSet<EmphasisSpan> found)
    {
        for (var c = 0; c < delimiters.Count; c++)
        {
            var closer = delimiters[c];
            while (closer.CanClose && closer.Count > 0)
            {
                var o = c - 1;
                while (o >= 0 && !delimiters[o].Pairs(closer))
                {
                    o--;
                }
                if (o < 0)
                {
                    break;
                }
                var opener = delimiters[o];
                var length = opener.Count >= 2 && closer.Count >= 2 ? 2 : 1;
                opener.Count -= length;
                found.Add(new EmphasisSpan(opener.Position + opener.Count, closer.Position, length));
                closer.Position += length;
                closer.Count -= length;
                for (var between = o + 1; between < c; between++)
                {
                    delimiters[between].Count = 0;
                }
            }
            if (!closer.CanOpen)
            {
                closer.Count = 0;
            }
        }
    }

    private sealed class Delimiter
    {
        public required char Character { get; init; }

        public required bool CanOpen { get; init; }

        public required bool CanClose { get; init; }

        public required int Written { get; init; }

        public int Position { get; set; }

        public int Count { get; set; }

        public static Delimiter Between(char c, int position, int count, char before, char after, bool symbolsCount)
        {
            var left = !IsBlank(after) && (!IsPunctuation(after, symbolsCount) || IsBlank(before) || IsPunctuation(before, symbolsCount));
            var right = !IsBlank(before) && (!IsPunctuation(before, symbolsCount) || IsBlank(after) || IsPunctuation(after, symbolsCount));
            return new Delimiter
            {
                Character = c,
                Position = position,
                Count = count,
                Written = count,
                CanOpen = left && (c != '_' || !right || IsPunctuation(before, symbolsCount)),
                CanClose = right && (c != '_' || !left || IsPunctuation(after, symbolsCount)),
            };
        }

        /// <summary>The "rule of three" for delimiters that can do both.</summary>
        public bool Pairs(Delimiter closer) =>
            Character == closer.Character && CanOpen && Count > 0
            && !((CanClose || closer.CanOpen) && (Written + closer.Written) % 3 == 0 && !(Written % 3 == 0 && closer.Written % 3 == 0));

        private static bool IsBlank(char c) => char.IsWhiteSpace(c);

        private static bool IsPunctuation(char c, bool symbolsCount) =>
            c < '\u0080' ? c is > ' ' and < '\u007F' && !char.IsAsciiLetterOrDigit(c)
            : char.IsPunctuation(c) || (symbolsCount && (char.IsSymbol(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Surrogate));
    }
}
