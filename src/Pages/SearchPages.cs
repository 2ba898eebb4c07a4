using Blog.Content;
using Blog.Model;

namespace Blog.Pages;

/// <summary>Makes the search page.</summary>
internal static class SearchPages
{
    public static PageModel Of(PageContext context)
    {
        var index = context.Index;
        return new SearchPage
        {
            Frame = context.ListFrame(SiteAddresses.Search, "Search", null, SiteAddresses.Search),
            RootHref = context.Address.Href(SiteAddresses.Home),
            ScriptHref = context.Address.Href(context.Assets.SearchScript),
            Years = [.. index.Years.Select(year => year.Name).Order(StringComparer.Ordinal)],
            Labels = Plain(index.Labels),
            Series = Plain(index.Series),
            Lists =
            [
                new LinkView(context.Address.Href(SiteAddresses.Archive), "the archive by month"),
                new LinkView(context.Address.Href(SiteAddresses.Labels), "all labels"),
                new LinkView(context.Address.Href(SiteAddresses.Series), "all series"),
                new LinkView(context.Address.Href(SiteAddresses.Discussions), "the longest discussions"),
            ],
            HasPseudonyms = index.Settings.Anonymity.Commenters != CommenterPolicy.Keep,
        };
    }

    private static List<string> Plain(IReadOnlyList<PostGroup> groups) =>
        [.. groups.Select(group => MarkedText.Of(group.Name)).Where(name => name.Pieces.All(piece => piece.Mark is null)).Select(name => name.Plain)];
}
