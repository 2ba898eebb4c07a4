using Blog.Content;
using Blog.Model;

namespace Blog.Pages;

/// <summary>What the makers of all page kinds share: the index, the addresses, and posts as lists show them.</summary>
internal sealed class PageContext
{
    private readonly Dictionary<string, string> _labels;

    public PageContext(SiteIndex index, ThemeAssets assets, SubmissionOpening opening)
    {
        Index = index;
        Address = new SiteAddress(index.Settings.Address);
        Assets = assets;
        Policy = ContentPolicy.OfPage(index.Settings).ToMeta();
        Site = SiteFrames.Of(index, Address, assets);
        Form = SubmissionForms.Of(index.Settings, Address, assets, opening);
        _labels = index.Labels.ToDictionary(label => label.Key, label => label.Url);
    }

    public SiteIndex Index { get; }

    public ThemeAssets Assets { get; }

    public SiteAddress Address { get; }

    public SiteFrame Site { get; }

    /// <summary>The encrypting form; null where nothing is taken.</summary>
    public SubmissionFormView? Form { get; }

    /// <summary>What a page without the encrypting form may load.</summary>
    public string Policy { get; }

    /// <summary>Address of a page at the onion service; null where there is none.</summary>
    public string? OnionUrl(string address) => Settings.Onion is { } onion ? onion + Address.Href(address) : null;

    public SiteSettings Settings => Index.Settings;

    /// <summary>The frame of a list: titles without texts of units.</summary>
    public PageFrame ListFrame(string address, string title, string? description, string? section, Pager? pager = null) => new()
    {
        Site = Site,
        Address = address,
        CanonicalUrl = Address.Absolute(address),
        Policy = Policy,
        OnionUrl = OnionUrl(address),
        DocumentTitle = Settings.Discreet ? TabTitles.OfList(address, title, pager?.Page ?? 1) : DocumentTitle(Paged(title, pager)),
        Headline = Settings.Discreet ? TabTitles.OfList(address, title, pager?.Page ?? 1) : Paged(title, pager),
        Description = Settings.Discreet ? TabTitles.Description : description,
        Section = section is null ? null : Address.Href(section),
        PreviousHref = pager?.PreviousHref,
        NextHref = pager?.NextHref,
    };

    public string DocumentTitle(string title) => title + " – " + Site.Title.Plain;

    /// <summary>The pager of a list whose first page has the address <paramref name="first"/>.</summary>
    public Pager Pager(string first, int page, int pages) => new(
        page,
        pages,
        page > 1 ? Address.Href(SiteAddresses.OfPage(first, page - 1)) : null,
        page < pages ? Address.Href(SiteAddresses.OfPage(first, page + 1)) : null);

    /// <summary>Pages that <paramref name="count"/> things take, at least 1.</summary>
    public static int PagesFor(int count, int size) => Math.Max(1, (count + size - 1) / size);

    public static MarkedText TitleOf(PostFrontMatter post) => MarkedText.Of(string.IsNullOrWhiteSpace(post.Title) ? "Untitled" : post.Title);

    public TitleLink LinkTo(PostEntry post) =>
        new(Address.Href(post.FrontMatter.Url), TitleOf(post.FrontMatter), post.FrontMatter.Id.Value);

    public IReadOnlyList<TitleLink> LabelsOf(PostEntry post)
    {
        var labels = post.FrontMatter.Labels;
        var links = new List<TitleLink>(labels.Count);
        foreach (var label in labels)
        {
            if (_labels.TryGetValue(label, out var url))
            {
                links.Add(new TitleLink(Address.Href(url), MarkedText.Of(label)));
            }
        }

        return links;
    }

    public PostItem Item(PostEntry post, bool full)
    {
        var href = Address.Href(post.FrontMatter.Url);
        return new PostItem
        {
            Unit = post.FrontMatter.Id.Value,
            Href = href,
            Title = TitleOf(post.FrontMatter),
            Date = DateView.Brief(post.FrontMatter.Date),
            Author = full ? MarkedText.OfOptional(post.FrontMatter.Author) : null,
            Excerpt = full && post.Excerpt.Length > 0 ? MarkedText.Of(post.Excerpt) : null,
            Comments = post.Thread.Published > 0 ? Counted.Comments(post.Thread.Published) : null,
            Spark = full ? null : ThreadSparks.Of(post.Thread),
            CommentsHref = href + "#comments",
            Labels = full ? LabelsOf(post) : [],
        };
    }

    private static string Paged(string title, Pager? pager) =>
        pager is { Page: > 1 } ? string.Concat(title, ", page ", Counted.Number(pager.Page)) : title;
}
