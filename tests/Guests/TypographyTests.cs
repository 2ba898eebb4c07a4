using System.Text;
using Blog.Guests;
using Blog.Redact;
using Blog.Text;

namespace Blog.Tests.Guests;

public sealed class TypographyTests
{
    // What chance puts together: signs of every rule, of Markdown, of marks, and a few words.
    private static readonly string[] Pieces =
    [
        "word", "Quay", "it", "s", "7", "42", "x", " ", " ", " ", "  ", "\n", "\n", "\n\n", "\r\n", "\r", "\t", "\u00A0", "\u2009", "\u200B", "\uFEFF", "\u200D", "\u2028", "'", "\u2019", "\u2018", "\u201C", "\u201D", "\"",
        "''", "\u00AB", "\u2013", "\u2014", "-", "--", "---", "\u2212", "\u2011", "...", "\u2026", "..", ". . .", ".", ",", ",,", ";", ":", "!", "!!!", "???", "?!", ":-)", ";-(", ":)", "=)", "\uD83D\uDE42", "\u263A\uFE0F", "* ", "+ ", "\u2022 ",
        "- ", "1) ", "2. ", "# ", "> ", "    ", "```\n", "`", "`a -- b`", "~~~", "[redacted]", "[redacted: town]", "[red\u200Bacted]", "\\[redacted]", "\\", "\\*", "[a \u2026](https://example.org/a--b\u2026)", "https://example.org/--x!!", "<https://example.org/\u2014>",
        "![", "](", ")", "(", "]", "|", "|---|", "***", "===", "\uE000", "*", "**", "_", "\u0627\u200D\u0628", "\uD800", "caf\u00E9", "\u00BD",
    ];

    [Theory]
    [InlineData("\u201CLate,\u201D she said \u2014 again\u2026", "\"Late,\" she said \u2013 again...")]
    [InlineData("It\u2019s dogs\u00B4 work", "It's dogs' work")]
    [InlineData("One.  Two.\u00A0Three.", "One. Two. Three.")]
    [InlineData("Really !!! And why ?? No?!!", "Really! And why? No?")]
    [InlineData("word--word and word - word", "word \u2013 word and word \u2013 word")]
    [InlineData("pages 3\u20134, minus \u22125, Leeds\u2013York, word\u2013word", "pages 3-4, minus -5, Leeds-York, word \u2013 word")]
    [InlineData("well-known stays", "well-known stays")]
    [InlineData("and so . . . on ...then", "and so... on... then")]
    [InlineData("one ,two ;three", "one, two; three")]
    [InlineData("smile :-) and \uD83D\uDE42 and ;-)", "smile :) and :) and ;)")]
    [InlineData("* a\n* b\n\u2022 c\n1) d", "- a\n- b\n- c\n1. d")]
    [InlineData("a\r\n\r\n\r\n\r\nb  \n\n", "a\n\nb")]
    [InlineData("a  \nb", "a\\\nb")]
    [InlineData("zero\u200Bwidth", "zerowidth")]
    [InlineData("`code -- \u201Ca\u201D`  and", "`code -- \u201Ca\u201D` and")]
    [InlineData("```\na  --  b\u2026\n```\n* c", "```\na  --  b\u2026\n```\n- c")]
    [InlineData("[see\u2026](https://example.org/a--b\u2026) [redacted: town] --", "[see...](https://example.org/a--b\u2026) [redacted: town] \u2013")]
    [InlineData("Heading\n---\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n* * *", "Heading\n---\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n* * *")]
    [InlineData("[red\u200Bacted] is no mark", "\\[redacted] is no mark")]
    [InlineData("\\* no bullet, 3 \\- 4", "\\* no bullet, 3 \\- 4")]
    public void A_habit_is_made_neutral(string habit, string neutral) => Assert.Equal(neutral, Typography.MakeNeutral(habit).Markdown);

    [Fact]
    public void Changes_are_counted_by_kind()
    {
        var changes = Typography.MakeNeutral("\u201CA\u201D  B\u2026  C!!").Changes;

        Assert.Equal(
            [new(TypographyChangeKind.QuotationMark, 2), new(TypographyChangeKind.Ellipsis, 1), new(TypographyChangeKind.RepeatedMark, 1), new(TypographyChangeKind.RepeatedBlank, 2)], changes);
        Assert.Empty(Typography.MakeNeutral("A plain text.\n\n- with a list").Changes);
    }

    [Fact]
    public void A_neutral_text_stays_as_it_is()
    {
        foreach (var text in Invented(seed: 1, 20_000))
        {
            var once = Typography.MakeNeutral(text).Markdown;
            var twice = Typography.MakeNeutral(once);

            Assert.True(once == twice.Markdown, $"{Shown(text)}\n{Shown(once)}\n{Shown(twice.Markdown)}");
            Assert.Empty(twice.Changes);
        }
    }

    [Fact]
    public void No_letter_or_digit_comes_goes_or_changes()
    {
        foreach (var text in Invented(seed: 2, 20_000))
        {
            var neutral = Typography.MakeNeutral(text).Markdown;

            Assert.True(Letters(text) == Letters(neutral), $"{Shown(text)}\n{Shown(neutral)}");
        }
    }

    [Fact]
    public void Marks_and_addresses_stay_as_they_are()
    {
        foreach (var text in Invented(seed: 3, 20_000).Select(text => text.ReplaceLineEndings("\n")))
        {
            var neutral = Typography.MakeNeutral(text).Markdown;

            Assert.True(Marks(text).SequenceEqual(Marks(neutral)), $"{Shown(text)}\n{Shown(neutral)}");
        }
    }

    private static IEnumerable<string> Marks(string markdown) =>
        MarkdownOutline.Read(markdown).Hidden.Select(range => range.Of(markdown)).Where(piece => RedactionMark.TryRead(piece, out _, out var length) && length == piece.Length);

    private static IEnumerable<string> Invented(int seed, int count)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            yield return string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => Pieces[random.Next(Pieces.Length)]));
        }
    }

    private static string Letters(string text) => string.Concat(text.EnumerateRunes().Where(rune => Rune.IsLetterOrDigit(rune) && !InvisibleCharacters.IsInvisible(rune)).Select(rune => rune.ToString()));

    private static string Shown(string text) => string.Concat(text.Select(c => c is > '\u007E' or < ' ' ? $"\\u{(int)c:X4}" : c.ToString()));
}
