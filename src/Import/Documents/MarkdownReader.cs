using System.Text.RegularExpressions;
using Blog.Text;

namespace Blog.Import.Documents;

/// <summary>Reads a text that is Markdown already: what is hidden in it and its head are taken out, foreign redaction marks are disarmed.</summary>
internal static partial class MarkdownReader
{
    private const int LongestHead = 200; // lines

    /// <summary>Reads it.</summary>
    /// <exception cref="DocumentException">It is longer than the limits.</exception>
    public static ReadDocument Read(ReadOnlySpan<byte> bytes, DocumentFindings findings)
    {
        var text = DocumentText.Decode(bytes, charset: null);
        if (text.Length > findings.Limits.MaximumCharacters)
        {
            throw new DocumentException(DocumentFault.TooLarge, DocumentMessages.TextTooLong);
        }

        text = WithoutHead(text.TrimStart('\uFEFF'), findings);
        findings.CountInvisible(text);
        text = WithoutInvisible(text);
        text = Comment().Replace(text, match => Hide(findings, HiddenPieceKind.MarkupComment, match.Groups["words"].Value));
        text = Picture().Replace(text, match => Leave(findings, match));
        return findings.Finish(DocumentKind.Markdown, RedactionMarkSplitter.Escape(text).Trim('\n').TrimEnd());
    }

    private static string WithoutInvisible(string text)
    {
        var kept = new System.Text.StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value < 0x80 || !InvisibleCharacters.IsInvisible(rune) || InvisibleCharacters.IsJoiner(rune))
            {
                kept.Append(rune.ToString());
            }
        }

        return kept.ToString();
    }

    private static string WithoutHead(string text, DocumentFindings findings)
    {
        var lines = text.Split('\n');
        if (lines[0].TrimEnd() != "---")
        {
            return text;
        }

        for (var i = 1; i < Math.Min(lines.Length, LongestHead); i++)
        {
            if (lines[i].TrimEnd() is "---" or "...")
            {
                foreach (var line in lines[1..i])
                {
                    var colon = line.IndexOf(':', StringComparison.Ordinal);
                    var key = colon < 0 ? string.Empty : line[..colon].Trim();
                    findings.LeaveBehind(DocumentProperties.KindOf(key), $"front matter {key}".TrimEnd(), colon < 0 ? line : line[(colon + 1)..]);
                }

                return string.Join('\n', lines[(i + 1)..]);
            }
        }

        return text;
    }

    private static string Hide(DocumentFindings findings, HiddenPieceKind kind, string words)
    {
        findings.Hide(kind, "text", words);
        return string.Empty;
    }

    private static string Leave(DocumentFindings findings, Match picture)
    {
        findings.Pictures++;
        findings.Hide(HiddenPieceKind.AlternativeText, "text", picture.Groups["words"].Value);
        findings.LeaveBehind(LeftBehindKind.Path, "picture", picture.Groups["address"].Value);
        return string.Empty;
    }

    [GeneratedRegex(@"<!--(?<words>(?:[^-]|-[^-]|--[^>])*)(?:-->|$)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Comment();

    [GeneratedRegex(@"!\[(?<words>[^\]\n]{0,1000})\]\((?<address>[^)\n]{0,2048})\)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Picture();
}
