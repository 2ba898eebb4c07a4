using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Blog.Html;

namespace Blog.Tests.Html;

/// <summary>
/// Reads rendered markup back as a browser would and holds it against a table of its own, written independently of the renderer: every element
/// and attribute, every address; and the parsed tree written again must give the same bytes, so that no parser can see it otherwise.
/// </summary>
internal static class MarkupWalker
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["p"] = [], ["h2"] = [], ["h3"] = [], ["h4"] = [], ["h5"] = [], ["h6"] = [], ["em"] = [], ["strong"] = [], ["del"] = [], ["sub"] = [], ["sup"] = [],
        ["code"] = [], ["pre"] = [], ["br"] = [], ["hr"] = [], ["ul"] = [], ["ol"] = ["start"], ["li"] = [], ["blockquote"] = [], ["footer"] = [],
        ["b"] = ["class"], ["table"] = [], ["thead"] = [], ["tbody"] = [], ["tr"] = [], ["th"] = ["scope", "class"], ["td"] = ["class"],
        ["a"] = ["class", "href", "rel", "title"], ["img"] = ["src", "alt", "width", "height", "loading", "decoding"], ["figure"] = ["class", "data-source", "aria-label"], ["figcaption"] = [], ["cite"] = [], ["button"] = ["popovertarget"], ["abbr"] = [],
        ["span"] = ["class", "data-kind"],
    };

    private static readonly HashSet<string> Classes = ["cite", "cite-choice", "redacted", "picture-missing", "speaker", "right", "centre", "source"];
    private static readonly HtmlParser Parser = new(new HtmlParserOptions { IsScripting = true });

    /// <summary>Checks markup and returns its text as a reader gets it.</summary>
    public static string Check(SafeHtml html)
    {
        var document = Parser.ParseDocument("<!DOCTYPE html><body>");
        var root = document.CreateElement("div");
        root.Append([.. Parser.ParseFragment(html.Markup, document.Body!)]);
        var again = new StringBuilder();
        foreach (var node in root.ChildNodes)
        {
            Walk(node, again);
        }

        Assert.Equal(html.Markup, again.ToString());
        return root.TextContent;
    }

    private static void Walk(INode node, StringBuilder again)
    {
        if (node is IText text)
        {
            HtmlEscaper.AppendText(again, text.Data);
            return;
        }

        var element = Assert.IsAssignableFrom<IHtmlElement>(node);
        Assert.True(Allowed.TryGetValue(element.LocalName, out var attributes), element.LocalName);
        again.Append('<').Append(element.LocalName);
        foreach (var attribute in element.Attributes)
        {
            Assert.Contains(attribute.Name, attributes);
            CheckValue(attribute);
            again.Append(' ').Append(attribute.Name).Append("=\"");
            HtmlEscaper.AppendAttribute(again, attribute.Value);
            again.Append('"');
        }

        again.Append('>');
        if (element.LocalName is "br" or "hr" or "img")
        {
            return;
        }

        foreach (var child in element.ChildNodes)
        {
            Walk(child, again);
        }

        again.Append("</").Append(element.LocalName).Append('>');
    }

    private static void CheckValue(IAttr attribute)
    {
        switch (attribute.Name)
        {
            case "class":
                Assert.Contains(attribute.Value, Classes);
                break;
            case "href":
                Assert.True(IsSafeAddress(attribute.Value), attribute.Value);
                break;
            case "src":
                Assert.StartsWith("/media/", attribute.Value, StringComparison.Ordinal);
                break;
            case "rel":
                Assert.EndsWith("noopener noreferrer", attribute.Value, StringComparison.Ordinal);
                break;
            case "data-kind":
                Assert.Contains(attribute.Value, (string[])["place", "person", "organisation", "number", "date", "other"]);
                break;
            case "start":
                Assert.True(int.TryParse(attribute.Value, out _));
                break;
        }
    }

    private static bool IsSafeAddress(string href)
    {
        if (href.Any(c => c is <= ' ' or > '~' or '"' or '<' or '>' or '\\' or '`'))
        {
            return false;
        }

        if (href[0] == '#' || (href[0] == '/' && !href.StartsWith("//", StringComparison.Ordinal)))
        {
            return true;
        }

        var url = new Url(href);
        return !url.IsInvalid && url.Scheme is ("http" or "https" or "mailto") && string.IsNullOrEmpty(url.UserName) && string.IsNullOrEmpty(url.Password);
    }
}
