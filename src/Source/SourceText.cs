using System.Buffers;
using System.Text;

namespace Blog.Source;

/// <summary>The two kinds of text in a blog folder, a one-line value and a Markdown body, and the form in which each is written.</summary>
public static class SourceText
{
    /// <summary>
    /// Characters a value may not hold: C0, DEL, C1, the two separators that some programs take for line ends, and the bidi
    /// embeddings, overrides and isolates, with which a name or title can rewrite the line it stands in. Direction marks (U+200E,
    /// U+200F, U+061C) are harmless and stay.
    /// </summary>
    private static readonly SearchValues<char> NotInValues = SearchValues.Create(
        [.. Range(0x00, 0x1F), .. Range(0x7F, 0x9F), '\u2028', '\u2029', .. Range(0x202A, 0x202E), .. Range(0x2066, 0x2069)]);

    /// <summary>Characters a body may not hold: C0 but tab and line feed, and DEL. CR is among them: line ends are LF.</summary>
    private static readonly SearchValues<char> NotInBodies = SearchValues.Create(
        [.. Range(0x00, 0x08), .. Range(0x0B, 0x1F), '\u007F']);

    /// <summary>
    /// A value as it is written: control characters, tabs and line ends become spaces, bidi controls go, lone surrogates become U+FFFD, blanks at both ends go.
    /// </summary>
    /// <returns>The canonical value; null where nothing is left of it (an absent key).</returns>
    public static string? CanonicalValue(string? value)
    {
        if (value is null)
        {
            return null;
        }

        if (!IsCanonicalValue(value))
        {
            var clean = new StringBuilder(value.Length);
            foreach (var rune in value.EnumerateRunes()) // gives U+FFFD for a lone surrogate
            {
                if (rune.IsBmp && NotInValues.Contains((char)rune.Value))
                {
                    if (rune.Value <= 0x9F || rune.Value is 0x2028 or 0x2029)
                    {
                        clean.Append(' ');
                    }

                    continue;
                }

                clean.Append(rune.ToString());
            }

            value = clean.ToString().Trim(' ');
        }

        return value.Length == 0 ? null : value;
    }

    /// <summary>
    /// A body as it is written: LF line ends, no control characters but tab and LF, no lone surrogates, no blank lines at its
    /// beginning or end (a line of spaces and tabs is blank) and no line end at its end.
    /// </summary>
    public static string CanonicalBody(string body)
    {
        if (IsCanonicalBody(body))
        {
            return body;
        }

        var clean = new StringBuilder(body.Length);
        for (var i = 0; i < body.Length; i++)
        {
            var c = body[i];
            if (c == '\r')
            {
                clean.Append('\n');
                if (i + 1 < body.Length && body[i + 1] == '\n')
                {
                    i++;
                }
            }
            else if (char.IsSurrogate(c))
            {
                if (i + 1 < body.Length && char.IsSurrogatePair(c, body[i + 1]))
                {
                    clean.Append(c).Append(body[++i]);
                }
                else
                {
                    clean.Append('\uFFFD');
                }
            }
            else if (!NotInBodies.Contains(c))
            {
                clean.Append(c);
            }
        }

        return WithoutBlankEnds(clean.ToString());
    }

    /// <summary>Whether <see cref="CanonicalValue"/> would give back exactly this value.</summary>
    internal static bool IsCanonicalValue(ReadOnlySpan<char> value) =>
        !value.ContainsAny(NotInValues) &&
        (value.IsEmpty || (value[0] != ' ' && value[^1] != ' ')) &&
        !HasLoneSurrogate(value);

    /// <summary>Whether <see cref="CanonicalBody"/> would give back exactly this body.</summary>
    internal static bool IsCanonicalBody(ReadOnlySpan<char> body) =>
        !body.ContainsAny(NotInBodies) && !HasBlankEnds(body) && !HasLoneSurrogate(body);

    /// <summary>Whether a value holds a character that no value may hold.</summary>
    internal static bool HasForbiddenValueCharacter(ReadOnlySpan<char> value) => value.ContainsAny(NotInValues);

    /// <summary>Whether the first or last line is blank, or the text ends in a line end.</summary>
    internal static bool HasBlankEnds(ReadOnlySpan<char> body)
    {
        if (body.IsEmpty)
        {
            return false;
        }

        if (body[0] is ' ' or '\t' or '\n')
        {
            var first = body.IndexOf('\n');
            if ((first < 0 ? body : body[..first]).IndexOfAnyExcept(' ', '\t') < 0)
            {
                return true;
            }
        }

        return body[^1] is ' ' or '\t' or '\n' && body[(body.LastIndexOf('\n') + 1)..].IndexOfAnyExcept(' ', '\t') < 0;
    }

    /// <summary>Takes blank lines away from both ends; blanks within the first and last line stay (they mean something in Markdown).</summary>
    internal static string WithoutBlankEnds(string body)
    {
        var first = body.AsSpan().IndexOfAnyExcept(" \t\n");
        if (first < 0)
        {
            return string.Empty;
        }

        var last = body.AsSpan().LastIndexOfAnyExcept(" \t\n");
        var start = first == 0 ? 0 : body.LastIndexOf('\n', first) + 1;
        var end = body.IndexOf('\n', last);
        return body[start..(end < 0 ? body.Length : end)];
    }

    private static bool HasLoneSurrogate(ReadOnlySpan<char> text)
    {
        var i = text.IndexOfAnyInRange('\uD800', '\uDFFF');
        while (i >= 0 && i < text.Length)
        {
            if (char.IsSurrogate(text[i]))
            {
                if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                {
                    return true;
                }

                i++;
            }

            i++;
        }

        return false;
    }

    private static IEnumerable<char> Range(int first, int last) => Enumerable.Range(first, last - first + 1).Select(code => (char)code);
}
