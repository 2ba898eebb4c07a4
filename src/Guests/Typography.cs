using System.Text;
using System.Text.RegularExpressions;
using Blog.Text;

namespace Blog.Guests;

/// <summary>
/// Makes the typing habits of a Markdown text neutral: which quotes, dashes, blanks, dots and bullets somebody types tells writers apart
/// and says nothing. Letters and digits are never added, removed or changed, and code, addresses, escapes and redaction marks are not touched.
/// </summary>
/// <remarks>
/// Neutral is what a plain keyboard gives (straight quotes, three dots, one blank), and a blank, an en dash and a blank where a sentence is
/// broken, as most British publishers print it. Single quotation marks stay single: telling them from apostrophes is guessing.
/// </remarks>
public static partial class Typography
{
    private const int MostPasses = 8; // one habit can hide another; three were the most met

    private static readonly (TypographyChangeKind Kind, Regex Pattern, string Replacement)[] Steps =
    [
        (TypographyChangeKind.UncommonBlank, UncommonBlank(), " "),
        (TypographyChangeKind.QuotationMark, DoubleMark(), "\""),
        (TypographyChangeKind.Apostrophe, SingleMark(), "'"),
        (TypographyChangeKind.Emoticon, Smile(), ":)"),
        (TypographyChangeKind.Emoticon, Wink(), ";)"),
        (TypographyChangeKind.Emoticon, Frown(), ":("),
        (TypographyChangeKind.Emoticon, Nose(), "${eyes}${mouth}"),
        (TypographyChangeKind.Ellipsis, Dots(), "..."),
        (TypographyChangeKind.Ellipsis, BlankBeforeDots(), "..."),
        (TypographyChangeKind.Ellipsis, NoBlankAfterDots(), "... "),
        (TypographyChangeKind.Dash, PlainHyphen(), "-"),
        (TypographyChangeKind.Dash, DashInNumber(), "-"),
        (TypographyChangeKind.Dash, DashInName(), "-"),
        (TypographyChangeKind.Dash, SentenceDash(), " \u2013 "),
        (TypographyChangeKind.Dash, DashAtEnd(), " \u2013"),
        (TypographyChangeKind.Dash, DashAtStart(), "\u2013 "),
        (TypographyChangeKind.RepeatedMark, QuestionMarks(), "?"),
        (TypographyChangeKind.RepeatedMark, ExclamationMarks(), "!"),
        (TypographyChangeKind.RepeatedMark, Commas(), ","),
        (TypographyChangeKind.BlankAtMark, BlankBeforeMark(), "${mark}"),
        (TypographyChangeKind.BlankAtMark, NoBlankAfterMark(), "${mark} "),
        (TypographyChangeKind.RepeatedBlank, Blanks(), " "),
    ];

    /// <summary>Makes a text neutral; a neutral text comes back as it is.</summary>
    /// <param name="markdown">Markdown with any line ends.</param>
    public static NeutralText MakeNeutral(string markdown)
    {
        var counts = new SortedDictionary<TypographyChangeKind, int>();
        var text = markdown;
        for (var pass = 0; pass < MostPasses; pass++)
        {
            var counted = new SortedDictionary<TypographyChangeKind, int>();
            var changed = Pass(text, counted);
            if (changed == text)
            {
                break; // what one step did and another undid is no change
            }

            text = changed;
            foreach (var (kind, count) in counted)
            {
                counts[kind] = counts.GetValueOrDefault(kind) + count;
            }
        }

        return new NeutralText(text, [.. counts.Select(pair => new TypographyChange(pair.Key, pair.Value))]);
    }

    private static string Pass(string markdown, SortedDictionary<TypographyChangeKind, int> counts)
    {
        var text = Replace(LineEnd(), "\n", markdown, TypographyChangeKind.LineEnd, counts);
        var covered = CoveredText.Of(text);
        var lines = DropInvisible(covered.Text, counts).Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            lines[i] = Line(lines[i], i + 1 < lines.Length && lines[i + 1].Trim().Length > 0, counts);
        }

        // Marks are covered, so whatever reads as one now was put together by what was taken out of it; its end may be a link's, and covered.
        var neutral = RedactionMarkSplitter.Escape(WithoutBlankLines(lines, counts));
        return covered.Uncover(MarkBeforeCover().Replace(neutral, match => covered.StartsWith(neutral, match.Index + match.Length, ']') ? "\\" + match.Value : match.Value));
    }

    private static string Line(string line, bool goesOn, SortedDictionary<TypographyChangeKind, int> counts)
    {
        var prefix = Prefix().Match(line).Length;
        var rest = line[prefix..].TrimEnd(' ', '\t');
        var blanks = line.Length - prefix - rest.Length;
        foreach (var (kind, pattern, replacement) in Steps)
        {
            rest = Replace(pattern, replacement, rest, kind, counts);
        }

        rest = rest.TrimEnd(' ');
        if (blanks > 0)
        {
            Count(counts, TypographyChangeKind.BlankLine);
            rest += blanks >= 2 && goesOn && rest.Length > 0 && rest[0] != '|' && !line.AsSpan(0, prefix).Contains('#') ? "\\" : string.Empty; // two blanks at the end are a line break in Markdown
        }

        var start = line[..prefix];
        if (rest.Length == 0)
        {
            return start.TrimEnd(' ', '\t');
        }

        start = Replace(Number(), "${number}.${blanks}", start, TypographyChangeKind.Bullet, counts);
        start = Replace(Bullet(), "${indent}-${blanks}", start, TypographyChangeKind.Bullet, counts);
        return start + (BeginsBlock(start + rest, start.Length) ? Escaped(rest) : rest);
    }

    /// <summary>Whether a line now begins a list, heading, quotation, block of code or rule that it did not begin before what hid it went.</summary>
    private static bool BeginsBlock(string line, int prefix) =>
        Prefix().Match(line).Length > prefix || Fence().IsMatch(line) || CoveredText.IsRule(line);

    private static string Escaped(string rest)
    {
        var digits = rest.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return digits > 0 ? rest[..digits] + "\\" + rest[digits..] : "\\" + rest;
    }

    private static string WithoutBlankLines(string[] lines, SortedDictionary<TypographyChangeKind, int> counts)
    {
        var result = new StringBuilder();
        var blanks = 0;
        foreach (var line in lines)
        {
            if (line.Length == 0)
            {
                blanks++;
                continue;
            }

            if (blanks > (result.Length > 0 ? 1 : 0))
            {
                Count(counts, TypographyChangeKind.BlankLine);
            }

            result.Append(result.Length == 0 ? string.Empty : blanks > 0 ? "\n\n" : "\n").Append(line);
            blanks = 0;
        }

        if (blanks > 0 && lines.Length > 1)
        {
            Count(counts, TypographyChangeKind.BlankLine);
        }

        return result.ToString();
    }

    /// <summary>Joiners stay where they join: in scripts that need them, and in signs made of several.</summary>
    private static string DropInvisible(string text, SortedDictionary<TypographyChangeKind, int> counts)
    {
        var kept = new StringBuilder(text.Length);
        var before = default(Rune);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value > 0x7F && InvisibleCharacters.IsInvisible(rune) && !(InvisibleCharacters.IsJoiner(rune) && before.Value >= 0x0600))
            {
                Count(counts, TypographyChangeKind.InvisibleCharacter);
                continue;
            }

            kept.Append(rune.ToString());
            before = rune;
        }

        return kept.ToString();
    }

    private static string Replace(Regex pattern, string replacement, string text, TypographyChangeKind kind, SortedDictionary<TypographyChangeKind, int> counts) =>
        pattern.Replace(text, match =>
        {
            var result = match.Result(replacement);
            if (result != match.Value)
            {
                Count(counts, kind);
            }

            return result;
        });

    private static void Count(SortedDictionary<TypographyChangeKind, int> counts, TypographyChangeKind kind) => counts[kind] = counts.GetValueOrDefault(kind) + 1;

    [GeneratedRegex(@"\[redacted(?:: [A-Za-z][A-Za-z0-9 -]{0,39})?(?=\uE000)", RegexOptions.CultureInvariant)]
    private static partial Regex MarkBeforeCover();

    [GeneratedRegex(@"\r\n?|\u0085|\u2028|\u2029|[\v\f]", RegexOptions.CultureInvariant)]
    private static partial Regex LineEnd();

    // Indents, signs of quotation, the sign or number of a list's item, of a heading.
    [GeneratedRegex(@"\A[ \t>]*(?:(?:[-*+\u2022\u25E6\u25AA\u2023\u2043\u00B7]|[0-9]{1,9}[.)]|\#{1,6})(?:[ \t]+|\z))?", RegexOptions.CultureInvariant)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"\A[ \t>]*(?:```|~~~)", RegexOptions.CultureInvariant)]
    private static partial Regex Fence();

    [GeneratedRegex(@"\A(?<indent>[ \t>]*)[*+\u2022\u25E6\u25AA\u2023\u2043\u00B7](?<blanks>[ \t]+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Bullet();

    [GeneratedRegex(@"\A(?<number>[ \t>]*[0-9]{1,9})\)(?<blanks>[ \t]+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000\t]", RegexOptions.CultureInvariant)]
    private static partial Regex UncommonBlank();

    [GeneratedRegex(@"[\u201C-\u201F\u00AB\u00BB\u2033\u2036\u301D-\u301F\uFF02]|''|[\u2018\u2019]{2}", RegexOptions.CultureInvariant)]
    private static partial Regex DoubleMark();

    [GeneratedRegex(@"[\u2018-\u201B\u2032\u2035\u00B4\u2039\u203A\uFF07]", RegexOptions.CultureInvariant)]
    private static partial Regex SingleMark();

    [GeneratedRegex(@"\u263A\uFE0F?|\uD83D[\uDE00-\uDE0A\uDE42]|(?<![^\s])=-?\)(?![^\s.,!?])", RegexOptions.CultureInvariant)]
    private static partial Regex Smile();

    [GeneratedRegex(@"\uD83D[\uDE09\uDE1C]", RegexOptions.CultureInvariant)]
    private static partial Regex Wink();

    [GeneratedRegex(@"\u2639\uFE0F?|\uD83D[\uDE1E\uDE1F\uDE22\uDE41]", RegexOptions.CultureInvariant)]
    private static partial Regex Frown();

    [GeneratedRegex(@"(?<![^\s])(?<eyes>[:;])[-'^](?<mouth>[)(DPp/|])(?![A-Za-z0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Nose();

    [GeneratedRegex(@"\u2026(?:[.\u2026])*|\.{2,}\u2026?|\.(?: \.){2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Dots();

    [GeneratedRegex(@"(?<=[^\s.]) +\.\.\.(?!\.)", RegexOptions.CultureInvariant)]
    private static partial Regex BlankBeforeDots();

    [GeneratedRegex(@"(?<=[^\s.])\.\.\.(?=[\p{L}\p{Nd}])", RegexOptions.CultureInvariant)]
    private static partial Regex NoBlankAfterDots();

    [GeneratedRegex(@"[\u2010\u2011]", RegexOptions.CultureInvariant)]
    private static partial Regex PlainHyphen();

    [GeneratedRegex(@"(?<=\p{Nd})[\u2012-\u2015\u2212](?=\p{Nd})|(?<![^\s(])\u2212(?=\p{Nd})", RegexOptions.CultureInvariant)]
    private static partial Regex DashInNumber();

    [GeneratedRegex(@"(?<=\p{Lu}\p{L}*)\u2013(?=\p{Lu})", RegexOptions.CultureInvariant)]
    private static partial Regex DashInName();

    [GeneratedRegex(@"(?<=[^\s<-]) *(?:[\u2012-\u2015\u2212]|(?<!-)-{2,3}(?![->])) *(?=[^\s>-])|(?<=[^\s-]) +- +(?=[^\s-])", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceDash();

    [GeneratedRegex(@"(?<=[^\s-]) *(?:[\u2012-\u2015\u2212]|(?<!-)-{2,3})\z|(?<=[^\s-]) +-\z", RegexOptions.CultureInvariant)]
    private static partial Regex DashAtEnd();

    [GeneratedRegex(@"\A[\u2012-\u2015\u2212] *(?=[^\s-])", RegexOptions.CultureInvariant)]
    private static partial Regex DashAtStart();

    [GeneratedRegex(@"!*\?[?!]+|!+\?[?!]*", RegexOptions.CultureInvariant)]
    private static partial Regex QuestionMarks();

    [GeneratedRegex(@"!{2,}(?!\[)", RegexOptions.CultureInvariant)]
    private static partial Regex ExclamationMarks();

    [GeneratedRegex(@",{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Commas();

    [GeneratedRegex(@"(?<=[\p{L}\p{Nd}""')*\]]) +(?<mark>[,!?](?![\[])|[;:](?![-'^]?[)(DPp/|])|\.(?![.\p{L}\p{Nd}]))", RegexOptions.CultureInvariant)]
    private static partial Regex BlankBeforeMark();

    [GeneratedRegex(@"(?<=\p{L})(?<mark>[,;!?])(?=\p{L})", RegexOptions.CultureInvariant)]
    private static partial Regex NoBlankAfterMark();

    [GeneratedRegex(@" {2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}
