using System.Text;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Blog.Html;
using Blog.Text;

namespace Blog.Tests.Html;

/// <summary>The whole way of a stranger's text: from plain text or markup to Markdown, and from there to the page.</summary>
public sealed class ForeignTextTests
{
    private static readonly MarkdownContext Comment = new() { Place = MarkdownPlace.Comment, TopHeading = 4 };

    [Fact]
    public void Plain_text_reads_on_the_page_as_it_was_written()
    {
        string[] pieces =
        [
            "word", "a", "B", " ", " ", " ", "\n", "\n\n", "*", "**", "_", "~", "~~", "^", "`", "```", "[", "]", "(", ")", "](", "![", "<", ">", "- ", "1. ", "# ", "|", "|-|-|", "=", "---", ":", "http://a.example/x_y",
            "[redacted]", "[redacted: town]", "\\", "&amp;", "&#65;", "&", "\"", "'", "<b>", "<!--", "{x=y}", "é", "[1]: x", "12:30 - ", "x^2", "+", "!", ".", ",", "://", "https", "\\[redacted]", "— ", "Q1 Chair: ",
        ];
        var random = new Random(20160203);
        for (var round = 0; round < 1500; round++)
        {
            var text = new StringBuilder();
            for (var i = random.Next(1, 40); i > 0; i--)
            {
                text.Append(pieces[random.Next(pieces.Length)]);
            }

            CheckPlain(text.ToString());
        }
    }

    [SharedFact]
    public void Naughty_strings_read_on_the_page_as_they_were_written()
    {
        var strings = JsonDocument.Parse(File.ReadAllText(SharedMaterial.File("data", "hostile", "blns", "blns.json"))).RootElement.EnumerateArray();
        Assert.All(strings.Select(item => item.GetString()!), CheckPlain);
    }

    [SharedFact]
    public void No_script_payload_survives_import_and_build()
    {
        var payloads = File.ReadLines(SharedMaterial.File("data", "hostile", "xss", "payloads.jsonl"))
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("payload").GetString()!)
            .Where((_, i) => i % 3 == 0) // the whole corpus goes through each half on its own
            .ToList();
        Parallel.ForEach(payloads, payload =>
        {
            var converted = new HtmlToMarkdown().Convert(new RawHtml(payload), HtmlContext.Comment);
            MarkupWalker.Check(MarkdownRenderer.Render(converted.Markdown, Comment).Html);
        });
    }

    private static void CheckPlain(string text)
    {
        var markdown = PlainTextToMarkdown.Convert(text).Markdown;
        var rendered = MarkdownRenderer.Render(markdown, Comment);
        var read = MarkupWalker.Check(rendered.Html);
        Assert.DoesNotContain("class=\"redacted\"", rendered.Html.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(rendered.Findings, finding => finding.Reason is MarkdownFinding.UnknownLabel);
        Assert.True(Letters(text) == Letters(read), $"TEXT {JsonSerializer.Serialize(text)}\nMARKDOWN {JsonSerializer.Serialize(markdown)}\nREAD {JsonSerializer.Serialize(read)}");
    }

    /// <summary>Letters, digits and ASCII signs: nothing that the import or a page drops because nobody sees it.</summary>
    private static string Letters(string text)
    {
        var shown = new HtmlParser().ParseDocument("<body>" + HtmlEscaper.Text(MojibakeRepair.Repair(text).Text)).Body!.TextContent;
        return string.Concat(shown.Where(c => char.IsLetterOrDigit(c) || c is > ' ' and < '\x7F'));
    }
}
