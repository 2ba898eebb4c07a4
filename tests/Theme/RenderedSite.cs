using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Blog.Content;
using Blog.Pages;
using Blog.Tests.Content;
using Blog.Theme;

namespace Blog.Tests.Theme;

/// <summary>All pages of an invented blog as a build makes them.</summary>
internal sealed class RenderedSite
{
    private static readonly ThemeAssets Assets = new("/theme/site.css", "/theme/icon.svg", "/theme/search.js", "/theme/site.js", new PinnedScript("/theme/submit.js", "sha256-x", "x"));

    private RenderedSite(IReadOnlyDictionary<string, string> pages) => Pages = pages;

    /// <summary>HTML by address on the site.</summary>
    public IReadOnlyDictionary<string, string> Pages { get; }

    public static async Task<RenderedSite> OfAsync(InventedBlog blog)
    {
        var index = blog.Index();
        var pages = new SitePages(index, Assets);
        var posts = new PostRenderer(index, blog.Reader);
        using var renderer = new PageRenderer();
        var html = new Dictionary<string, string>();
        var models = index.Posts.Concat(index.Pages).SelectMany(post => pages.Of(posts.Render(post))).Concat(pages.Lists().SelectMany(job => job.Pages()));
        foreach (var page in models)
        {
            html.Add(page.Frame.Address, await renderer.RenderAsync(page, CancellationToken.None));
        }

        return new(html);
    }

    public IHtmlDocument Document(string address) => new HtmlParser().ParseDocument(Pages[address]);
}
