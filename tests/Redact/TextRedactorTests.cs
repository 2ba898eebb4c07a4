using Blog.Redact;
using Blog.Text;

namespace Blog.Tests.Redact;

public sealed class TextRedactorTests
{
    private const string Mark = "[redacted: person]";

    [Theory]
    [InlineData("I met {Ottoline} there.", "I met [redacted: person] there.")]
    [InlineData("I met **{Ottoline}** there.", "I met **[redacted: person]** there.")]
    [InlineData("I met {Ottoline **Marchbank}** there.", "I met [redacted: person] there.")]
    [InlineData("I met **{Ottoline** Marchbank} there.", "I met [redacted: person] there.")]
    [InlineData("See [the {Ottoline} file](https://example.org/a).", "See [the [redacted: person] file](https://example.org/a).")]
    [InlineData("See [the {Ottoline](https://example.org/a) Marchbank}.", "See [redacted: person].")]
    [InlineData("See <https://example.org/{ottoline}>.", "See [redacted: person].")]
    [InlineData("See https://example.org/{ottoline}/x now.", "See [redacted: person] now.")]
    [InlineData("\\{Ottoline} stays.", "[redacted: person] stays.")]
    [InlineData("\\\\{Ottoline} stays.", "\\\\[redacted: person] stays.")]
    [InlineData("{Ottoline}(https://example.org/) follows.", "[redacted: person](https://example.org/) follows.")]
    public void What_is_taken_out_leaves_Markdown_that_holds(string text, string expected)
    {
        var start = text.IndexOf('{', StringComparison.Ordinal);
        var end = text.IndexOf('}', StringComparison.Ordinal) - 1;
        var markdown = text.Replace("{", string.Empty, StringComparison.Ordinal).Replace("}", string.Empty, StringComparison.Ordinal);

        Assert.Equal(expected, Redact(markdown, (start, end)).Text);
    }

    [Fact]
    public void Spans_that_overlap_leave_no_tail()
    {
        var redacted = TextRedactor.Redact(
            "one two three four", MarkdownOutline.Read("one two three four"), [new RedactionSpan(new TextRange(0, 7), "[redacted]"), new RedactionSpan(new TextRange(4, 13), Mark)]);

        Assert.Equal("[redacted: person] four", redacted.Text);
        Assert.Equal(1, redacted.Count);
    }

    [Fact]
    public void However_spans_lie_nothing_of_them_is_left()
    {
        var random = new Random(7);
        for (var round = 0; round < 2000; round++)
        {
            // Every letter once: what is left of a span shows.
            var pieces = Enumerable.Range(0, 24).Select(i => ((char)('\u4E00' + i)).ToString() + (random.Next(6) switch { 0 => "**", 1 => " ", 2 => "](x)", 3 => "[", 4 => "`", _ => string.Empty }));
            var text = string.Concat(pieces);
            var spans = Enumerable.Range(0, random.Next(1, 5)).Select(_ => random.Next(text.Length)).Select(start => new TextRange(start, Math.Min(text.Length, start + random.Next(1, 9)))).ToList();

            var redacted = TextRedactor.Redact(text, MarkdownOutline.Read(text), spans.Select(span => new RedactionSpan(span, "[redacted]"))).Text;

            foreach (var gone in spans.SelectMany(span => span.Of(text)).Where(c => c >= '\u4E00'))
            {
                Assert.DoesNotContain(gone, redacted);
            }
        }
    }

    [Fact]
    public void A_title_keeps_our_marks_and_escapes_forged_ones()
    {
        var title = TextRedactor.RedactForeignPlain("[redacted] by Ottoline", [new RedactionSpan(new TextRange(14, 22), Mark)]);

        Assert.Equal("\\[redacted] by [redacted: person]", title);
        Assert.Equal("[redacted] by [person]", RedactionMarkSplitter.ReaderText(title));
    }

    private static RedactedText Redact(string markdown, (int Start, int End) span) =>
        TextRedactor.Redact(markdown, MarkdownOutline.Read(markdown), [new RedactionSpan(new TextRange(span.Start, span.End), Mark)]);
}
