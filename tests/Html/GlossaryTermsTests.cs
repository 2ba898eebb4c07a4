using Blog.Html;

namespace Blog.Tests.Html;

public sealed class GlossaryTermsTests
{
    private static readonly MarkdownContext Comment = new() { Place = MarkdownPlace.Comment, Glossary = GlossaryTerms.Of(["PO", "PO1", "OM", "A&B", "x"]) };

    [Theory]
    [InlineData("The PO saw a PO.", "The <PO> saw a PO.")]
    [InlineData("POs and OM's", "<PO>s and <OM>'s")]
    [InlineData("POLO, SPO, PO2, éPO", "POLO, SPO, PO2, éPO")]
    [InlineData("PO1 not PO", "<PO1> not <PO>")]
    [InlineData("po", "po")]
    [InlineData("x A&B", "x <A&amp;B>")]
    [InlineData("`PO` [PO](https://a.example) **OM**", "`PO` [PO] **<OM>**")]
    [InlineData("[redacted: PO] PO", "(mark) <PO>")]
    public void The_first_of_each_in_a_text_shows_its_explanation(string markdown, string expected)
    {
        var rendered = MarkdownRenderer.Render(markdown, Comment);
        MarkupWalker.Check(rendered.Html);
        var html = rendered.Html.Markup["<p>".Length..^"</p>".Length];
        foreach (var (from, to) in new[] { ("<a href=\"https://a.example/\" rel=\"nofollow ugc noopener noreferrer\">", "["), ("</a>", "]"), ("<code>", "`"), ("</code>", "`"), ("<strong>", "**"), ("</strong>", "**"), ("</abbr></button>", ">"), ("<span class=\"redacted\" data-kind=\"other\">[redacted]</span>", "(mark)") })
        {
            html = html.Replace(from, to, StringComparison.Ordinal);
        }

        Assert.Equal(expected, System.Text.RegularExpressions.Regex.Replace(html, "<button popovertarget=\"g-[a-z0-9-]+\"><abbr>", "<"));
    }

    [Fact]
    public void Ids_are_told_apart() => Assert.Equal(["g-a-b", "g-a-b-2"], ((string[])["A&B", "A-B"]).Select(GlossaryTerms.Of(["A-B", "A&B"])!.IdFor));
}
