using Blog.Html;

namespace Blog.Tests.Html;

public sealed class PlainTextToMarkdownTests
{
    [Theory]
    [InlineData("One\nTwo\n\nThree", "One\\\nTwo\n\nThree")]
    [InlineData("One\r\nTwo", "One\\\nTwo")]
    [InlineData("• a\n• b\n  more\n\nend", "- a\n- b\\\n  more\n\nend")]
    [InlineData("before\n• a\n\n• b", "before\n\n- a\n- b")]
    [InlineData("1. Total staff\n2.2 Analysis\n# 5\n- x\n> y", "1\\. Total staff\\\n2.2 Analysis\\\n\\# 5\\\n\\- x\\\n\\> y")]
    [InlineData("c*&t s**t [probation] xxx 0.4% 5_6", "c\\*&t s\\*\\*t [probation] xxx 0.4% 5_6")]
    [InlineData("[redacted: town] and [Redacted]", "\\[redacted: town] and \\[Redacted]")]
    [InlineData("<b>&amp;</b> `x` | ~~y~~", "\\<b>\\&amp;\\</b> \\`x\\` \\| \\~\\~y\\~\\~")]
    [InlineData("a\u00A0\u00A0b 10\u00A0km", "a b 10\u00A0km")]
    [InlineData("na├»ve", "naïve")]
    [InlineData("", "")]
    [InlineData(" \n\t\n", "")]
    public void Text_becomes_Markdown_that_says_the_same(string text, string markdown) => Assert.Equal(markdown, PlainTextToMarkdown.Convert(text).Markdown);

    [Fact]
    public void Repairs_and_removals_are_counted()
    {
        var converted = PlainTextToMarkdown.Convert("na├»ve \u202Eabc\u0007 [redacted]");
        Assert.Equal(
            ["mojibake repaired 1", "invisible character dropped 1", "control character dropped 1", "foreign redaction mark escaped 1"],
            converted.Changes.Select(change => $"{change.Reason} {change.Count}"));
    }

    [SharedFact]
    public void The_captures_keep_every_letter_and_digit()
    {
        foreach (var file in Directory.GetFiles(SharedMaterial.File("captures"), "*.txt"))
        {
            var text = File.ReadAllText(file);
            var markdown = PlainTextToMarkdown.Convert(text).Markdown;
            var expected = RenderedWords.OfText(text);
            Assert.True(expected == RenderedWords.OfMarkdown(markdown), Path.GetFileName(file));
            Assert.True(expected == RenderedWords.OfCommonMark(markdown), Path.GetFileName(file));
        }
    }
}
