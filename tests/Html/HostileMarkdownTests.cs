using System.Text;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Blog.Bench.Hostile;
using Blog.Html;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Blog.Tests.Html;

/// <summary>Every hostile corpus through the renderer, and what comes out read back by a second parser.</summary>
public sealed class HostileMarkdownTests
{
    private static readonly MarkdownContext Comment = new() { Place = MarkdownPlace.Comment, TopHeading = 4 };
    private static readonly MarkdownContext Post = new() { Place = MarkdownPlace.Post };

    [SharedFact]
    public void No_script_payload_makes_an_element_or_address_outside_the_table()
    {
        var payloads = File.ReadLines(SharedMaterial.File("data", "hostile", "xss", "payloads.jsonl"))
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("payload").GetString()!)
            .ToList();
        Assert.True(payloads.Count > 6000);
        Parallel.For(0, payloads.Count, i =>
        {
            CheckAll(payloads[i]);
            if (i % 4 == 0)
            {
                CheckAll($"[a]({payloads[i]}) ![b]({payloads[i]}) <{payloads[i]}> {payloads[i]}");
            }
        });
    }

    [SharedFact]
    public void No_naughty_string_breaks_out_of_its_text()
    {
        var strings = JsonDocument.Parse(File.ReadAllText(SharedMaterial.File("data", "hostile", "blns", "blns.json"))).RootElement.EnumerateArray();
        Assert.All(strings.Select(item => item.GetString()!), CheckAll);
    }

    [SharedFact]
    public void Pathological_texts_are_bounded_and_lose_no_letter()
    {
        var cases = JsonDocument.Parse(File.ReadAllText(SharedMaterial.File("data", "hostile", "markdown", "pathological.json"))).RootElement.EnumerateArray().ToList();
        Assert.Equal(64, cases.Count);
        Parallel.ForEach(cases, item =>
        {
            var whole = PythonText.Evaluate(item.GetProperty("python").GetString()!);
            var name = item.GetProperty("name").GetString()!;
            Assert.True(MarkdownRenderer.Render(whole, Post).Html.Markup.Length < (whole.Length * 12L) + 1000, name);
            Assert.True(MarkdownRenderer.PlainText(whole, 300).Length <= 300, name);
            CheckLetters(name, whole[..Math.Min(whole.Length, 30_000)], Comment);
        });
    }

    [Fact]
    public void Random_Markdown_stays_within_the_table()
    {
        string[] pieces =
        [
            "word", " ", "\n", "\n\n", "  \n", "\\\n", "*", "**", "_", "~", "~~", "^", "`", "``", "```\n", "[", "]", "(", ")", "](", "![", "<", ">", "> ", "- ", "1. ", "# ", "    ", "\t",
            "|", "\n|-|-|\n", "| a | b |", "http://a.example/x", "https://b.example", "javascript:alert(1)", "//evil.example", "#c12", "/media/x.png", "[redacted]", "[redacted: town]",
            "[redacted: x_y]", "\\", "\\[", "&amp;", "&#x202E;", "&#0;", "&lt;", "&", "\"", "'", "<script>", "<!--", "-->", "<b onclick=x>", "{onclick=x}", "é", "\u202E", "\uFEFF", "\0", "\uD83D\uDE00",
            "Q1 Chair: ", "— ", "[1]: ", "---", "===", ":", "://", "[a](#c12 \"one of 2: c12 c13\")", "mailto:a@b.example", "<a@b.example>", "\r\n", "\u00A0",
        ];
        var random = new Random(20151215);
        for (var round = 0; round < 1000; round++)
        {
            var text = new StringBuilder();
            for (var i = random.Next(1, 60); i > 0; i--)
            {
                text.Append(pieces[random.Next(pieces.Length)]);
            }

            CheckAll(text.ToString());
        }
    }

    [Fact]
    public void Threads_share_the_renderer_and_get_the_same_bytes()
    {
        var texts = Enumerable.Range(0, 200).Select(i => $"{i} *a* [redacted: town] http://a.example/{i}\n\n- b\n- c | d\n\n> e").ToList();
        var one = texts.Select(text => MarkdownRenderer.Render(text, Post).Html.Markup).ToList();
        var many = new string[texts.Count];
        Parallel.For(0, texts.Count * 5, i => many[i % texts.Count] = MarkdownRenderer.Render(texts[i % texts.Count], Post).Html.Markup);
        Assert.Equal(one, many);
    }

    [Theory]
    [InlineData("> ", 60)]
    [InlineData("- ", 60)]
    [InlineData("* a _b ", 400)]
    [InlineData("[", 900)]
    [InlineData("![](", 500)]
    public void What_nests_too_deeply_is_shown_as_plain_text(string piece, int times)
    {
        var text = new StringBuilder().Insert(0, piece, times).Append('x').ToString();
        var rendered = MarkdownRenderer.Render(text, Comment);
        MarkupWalker.Check(rendered.Html);
        Assert.True(rendered.Html.Markup.Length < (text.Length * 30) + 100);
    }

    [Fact]
    public void An_overlong_text_is_plain_paragraphs_with_its_marks()
    {
        var text = "*One* [redacted: town]\nline <b>\n\n[two](https://a.example)" + new string('x', 70_000);
        var rendered = MarkdownRenderer.Render(text, Comment);
        Assert.StartsWith("<p>*One* <span class=\"redacted\" data-kind=\"place\">[town]</span><br>\nline &lt;b&gt;</p>\n<p>[two](https://a.example)xxx", rendered.Html.Markup, StringComparison.Ordinal);
        Assert.Equal([new MarkdownFinding(MarkdownFinding.TooLong, 1)], rendered.Findings);
        MarkupWalker.Check(rendered.Html);
        Assert.Empty(MarkdownRenderer.Render(text, Post).Findings);
    }

    private static void CheckAll(string text)
    {
        var rendered = MarkdownRenderer.Render(text, Comment);
        var read = MarkupWalker.Check(rendered.Html);
        var isPlain = rendered.Findings.Any(finding => finding.Reason is MarkdownFinding.TooLong or MarkdownFinding.TooComplex);
        if (!isPlain && TryOracle(text, out var expected))
        {
            Assert.True(expected == Visible(read), "TEXT " + JsonSerializer.Serialize(text) + "\nHTML " + rendered.Html.Markup);
        }
    }

    /// <summary>The text as Markdig's own renderer gives it, for texts of which it can give all: no picture, mark, raised or lowered text, no link without words.</summary>
    private static bool TryOracle(string text, out string visible)
    {
        visible = string.Empty;
        var document = Markdown.Parse(text, MarkdownPipelines.For(text, MarkdownPlace.Comment));
        var differs = document.Descendants().Any(node => node is RedactionMarkInline or LinkInline { IsImage: true } or LinkInline { FirstChild: null } or LinkInline { Title: not null } or EmphasisInline { DelimiterChar: '~' or '^' });
        if (differs)
        {
            return false;
        }

        visible = Visible(new HtmlParser().ParseDocument("<body>" + document.ToHtml(MarkdownPipelines.For(text, MarkdownPlace.Comment))).Body!.TextContent);
        return true;
    }

    private static string Visible(string text)
    {
        var shown = new HtmlParser().ParseDocument("<body>" + HtmlEscaper.Text(text)).Body!.TextContent;
        return string.Concat(shown.Where(c => !char.IsWhiteSpace(c) && c != '\uFFFD'));
    }

    private static void CheckLetters(string name, string text, MarkdownContext context)
    {
        var rendered = MarkdownRenderer.Render(text, context);
        Assert.True(rendered.Html.Markup.Length < (text.Length * 12L) + 1000, name);
        if (rendered.Findings.Count == 0 || rendered.Findings[0].Reason != MarkdownFinding.PictureRefused)
        {
            var read = new HtmlParser().ParseDocument("<body>" + rendered.Html.Markup).Body!.TextContent;
            Assert.True(read.Count(char.IsAsciiLetter) >= text.Count(char.IsAsciiLetter) / 2, name); // entities and addresses may go
        }
    }
}
