using Blog.Redact.Tagging;

namespace Blog.Tests.Redact.Tagging;

public sealed class TagTokenReaderTests
{
    [Theory]
    [InlineData("Mr A. Oxlip's file, no. 4711/98", "Mr|A|.|Oxlip|'s|file|,|no|.|4711|/|98")]
    [InlineData("don\u2019t @netnipper #tag", "don|\u2019t|@|netnipper|#|tag")]
    [InlineData("", "")]
    public void A_text_is_parted_into_words_numbers_clitics_and_marks(string text, string expected) => Assert.Equal(expected, string.Join('|', Parts(text)));

    [Fact]
    public void Every_letter_of_a_text_is_in_one_token_and_every_token_has_something()
    {
        const string Text = "\uD83D\uDE00 e\u0301tude\n\n\tXY'z\u00A07\uD800";
        var position = 0;
        var end = 0;
        while (TagTokenReader.TryNext(Text, ref position, out var start, out _))
        {
            Assert.True(start >= end && position > start);
            Assert.DoesNotContain(Text[end..start], char.IsLetterOrDigit);
            end = position;
        }

        Assert.DoesNotContain(Text[end..], char.IsLetterOrDigit);
    }

    private static List<string> Parts(string text)
    {
        var parts = new List<string>();
        var position = 0;
        while (TagTokenReader.TryNext(text, ref position, out var start, out _))
        {
            parts.Add(text[start..position]);
        }

        return parts;
    }
}
