using System.Text;

namespace Blog.Site.Scripts;

/// <summary>Writes tokens with no more between them than their meaning needs.</summary>
/// <remarks>
/// Names stay: they cost little once compressed, and a reader who looks at the file of a site should recognise the code. A line end stays where it might end a
/// statement; a comment that begins with <c>/*!</c> stays, because licences ask for it.
/// </remarks>
internal static class ScriptShortener
{
    /// <summary>The script that these tokens are, with a line end after it.</summary>
    public static string Write(IEnumerable<ScriptToken> tokens)
    {
        var text = new StringBuilder();
        ScriptToken? last = null;
        bool blank = false, lineEnd = false;
        foreach (var token in tokens)
        {
            switch (token.Kind)
            {
                case ScriptTokenKind.Blank:
                    blank = true;
                    continue;
                case ScriptTokenKind.LineEnd:
                    lineEnd = true;
                    continue;
                case ScriptTokenKind.Comment when token.Text.StartsWith("/*!", StringComparison.Ordinal):
                    text.Append(text.Length > 0 && text[^1] != '\n' ? "\n" : "").Append(token.Text).Append('\n');
                    (last, blank, lineEnd) = (null, false, false);
                    continue;
                case ScriptTokenKind.Comment:
                    blank = true;
                    lineEnd |= token.Text.AsSpan().ContainsAny('\r', '\n');
                    continue;
                default:
                    break;
            }

            if (last is not null && lineEnd && MayEndStatement(last, token))
            {
                text.Append('\n');
            }
            else if (last is not null && (blank || lineEnd) && WouldMerge(last, token))
            {
                text.Append(' ');
            }

            text.Append(token.Text);
            (last, blank, lineEnd) = (token, false, false);
        }

        return last is null ? text.ToString() : text.Append('\n').ToString();
    }

    // Nothing ends after an opening bracket, a comma or a semicolon, and before a closing bracket a statement ends by itself (ECMAScript, section 12.10).
    private static bool MayEndStatement(ScriptToken last, ScriptToken next) =>
        !(last.Kind == ScriptTokenKind.Punctuator && last.Text is "{" or "(" or "[" or "," or ";")
        && !(next.Kind == ScriptTokenKind.Punctuator && next.Text is "}" or ")" or "]");

    // Two names, "+ +", "- -", a slash that would begin a comment, a number before a dot.
    private static bool WouldMerge(ScriptToken last, ScriptToken next)
    {
        var (before, after) = (last.Text[^1], next.Text[0]);
        return (IsOfWord(before) && IsOfWord(after))
            || (before == after && before is '+' or '-' or '/')
            || (last.Kind == ScriptTokenKind.Number && after == '.');
    }

    private static bool IsOfWord(char c) => ScriptTokenizer.IsWordCharacter(c) || c == '#';
}
