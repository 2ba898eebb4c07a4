using System.Globalization;
using System.Text;

namespace Blog.Vault;

/// <summary>Makes an expression for FTS5 of what somebody typed; whatever they typed, it is words that are looked for and never an operator.</summary>
/// <remarks>
/// FTS5 has a grammar of its own (sqlite.org/fts5.html, 3), in which a stray <c>-</c>, <c>:</c>, <c>NEAR(</c> or quote is an error or means something.
/// So every piece is put into quotes, quotes in it doubled, and the pieces are joined by AND. A piece without anything that FTS5 takes for part of a
/// word is left out: it would match nothing and empty the whole result. A zero byte would end the expression early, so control characters are blanks.
/// </remarks>
internal static class SearchQuery
{
    /// <summary>What is typed beyond is not looked at.</summary>
    public const int MaxLength = 1000;

    /// <summary>Words and phrases beyond are not looked at.</summary>
    public const int MaxPieces = 32;

    /// <summary>A shorter beginning of a word ("a*") would gather half of the index, so its star is not heeded.</summary>
    public const int MinPrefix = 3;

    /// <summary>The expression: words, <c>"phrases"</c> and <c>beginnings*</c> of which all must stand in a text; null where nothing can be looked for.</summary>
    public static string? ToExpression(string typed)
    {
        var pieces = new List<string>();
        var text = typed.AsSpan(0, Math.Min(typed.Length, MaxLength));
        for (var at = 0; at < text.Length && pieces.Count < MaxPieces;)
        {
            if (IsBlank(text[at]))
            {
                at++;
                continue;
            }

            var isPhrase = text[at] == '"';
            var start = isPhrase ? at + 1 : at;
            var end = start;
            while (end < text.Length && (isPhrase ? text[end] != '"' : !IsBlank(text[end]) && text[end] != '"'))
            {
                end++;
            }

            at = isPhrase ? end + 1 : end;
            var piece = text[start..end];
            var isPrefix = piece.EndsWith("*") || (isPhrase && at < text.Length && text[at] == '*');
            piece = piece.TrimEnd('*');
            if (HoldsWord(piece))
            {
                pieces.Add(Quote(piece) + (isPrefix && piece.Length >= MinPrefix ? "*" : string.Empty));
            }
        }

        return pieces.Count == 0 ? null : string.Join(" AND ", pieces);
    }

    private static string Quote(ReadOnlySpan<char> piece)
    {
        var text = new StringBuilder(piece.Length + 2).Append('"');
        foreach (var rune in piece.EnumerateRunes()) // half a surrogate pair becomes U+FFFD: UTF-8 cannot hold it
        {
            text.Append(rune.Value == '"' ? "\"\"" : Rune.IsControl(rune) ? " " : rune.ToString());
        }

        return text.Append('"').ToString();
    }

    /// <summary>Whether there is a letter, digit or private-use character: what unicode61 makes words of (sqlite.org/fts5.html, 4.3.1).</summary>
    private static bool HoldsWord(ReadOnlySpan<char> piece)
    {
        foreach (var rune in piece.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber or UnicodeCategory.PrivateUse)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || char.IsControl(c);
}
