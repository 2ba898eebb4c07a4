using System.Xml;
using System.Xml.Linq;

using AngleSharp.Html.Parser;

using Blog.Html;

namespace Blog.Tests.Html;

/// <summary>The bodies of posts and comments in the real exports and saved pages beside the project.</summary>
internal static class RealBodies
{
    /// <summary>Every body with the file and place it comes from.</summary>
    public static IEnumerable<(string Place, string Markup, HtmlContext Context)> All() => Classic().Concat(Saved());

    /// <summary>Bodies of the classic Blogger exports.</summary>
    public static IEnumerable<(string Place, string Markup, HtmlContext Context)> Classic()
    {
        foreach (var file in Directory.GetFiles(SharedMaterial.File("data", "exports", "blogger-classic"), "*.xml").Order(StringComparer.Ordinal))
        {
            // Two of the files use a prefix they do not declare.
            var text = File.ReadAllText(file).TrimStart();
            var names = new XmlNamespaceManager(new NameTable());
            foreach (var prefix in (string[])["atom", "app", "gd", "thr", "openSearch", "georss", "media", "blogger"])
            {
                names.AddNamespace(prefix, "urn:" + prefix);
            }
            using var reader = XmlReader.Create(
                new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, CheckCharacters = false },
                new XmlParserContext(null, names, null, XmlSpace.None));
            var number = 0;
            foreach (var content in XDocument.Load(reader).Descendants().Where(e => e.Name.LocalName is "content" && e.Attribute("type")?.Value == "html"))
            {
                yield return ($"{Path.GetFileName(file)} #{++number}", content.Value, HtmlContext.Post with { BaseAddress = "https://old.example/" });
            }
        }
    }

    /// <summary>Bodies in saved pages.</summary>
    public static IEnumerable<(string Place, string Markup, HtmlContext Context)> Saved()
    {
        var parser = new HtmlParser(new HtmlParserOptions { IsScripting = true });
        foreach (var file in Directory.GetFiles(SharedMaterial.File("data", "exports", "blogger-html"), "*.html").Order(StringComparer.Ordinal))
        {
            var document = parser.ParseDocument(File.ReadAllText(file));
            var number = 0;
            foreach (var body in document.QuerySelectorAll(".post-body, .comment-content, .comment-body, body"))
            {
                yield return ($"{Path.GetFileName(file)} #{++number}", body.InnerHtml, HtmlContext.Post with { BaseAddress = "https://old.example/" });
            }
        }
    }
}
