using Blog.Content;
using Blog.Model;

namespace Blog.Site;

/// <summary>The feed of a post's comments, beside its page (<c>/2015/12/x.comments.atom</c>): Atom with threading (RFC 4685).</summary>
/// <remarks>
/// One entry for each of the newest published comments, as many as <c>pageSizes.comments</c> says, newest first and of one day what stands later in the thread first; removed ones are left out. A
/// reader fetches the whole file at every change, and the page, to which it links, has all. Where not all are in it, its subtitle says so. An entry names the post and the comment it answers; where that
/// one is removed or older than the feed, the reference leads to its place on the page (RFC 4685, 3: it has an address). A comment without a date takes its post's for <c>updated</c>, which Atom demands,
/// and has no <c>published</c>.
/// </remarks>
public sealed class CommentFeed
{
    private readonly SiteSettings _settings;
    private readonly SiteAddress _address;
    private readonly FeedIds _ids;
    private readonly FeedMarkup _markup;

    /// <summary>Prepares the comment feeds of a site. Safe for many threads at once.</summary>
    public CommentFeed(SiteSettings settings)
    {
        _settings = settings;
        _address = new SiteAddress(settings.Address);
        _ids = new FeedIds(settings.Address);
        _markup = new FeedMarkup(_address);
    }

    /// <summary>Whether a post has a comment feed: where it has any comment, as its page links to it then.</summary>
    public static bool Exists(RenderedPost post) => post.Comments.Count > 0;

    /// <summary>The feed of a post that has one.</summary>
    public SiteFile Of(RenderedPost post)
    {
        var frontMatter = post.Entry.FrontMatter;
        var page = _address.Absolute(frontMatter.Url);
        var feed = UnitAddress.OfCommentFeed(frontMatter.Url);
        var published = post.Comments.Where(comment => comment.Fields.State == CommentState.Published).ToList();
        var newest = Newest(published);
        var updated = published.Aggregate((PublicDate?)null, (latest, comment) => FeedXml.Later(latest, comment.Fields.Date)) ?? frontMatter.Date;
        var xml = new FeedXml()
            .Raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xmlns:thr=\"http://purl.org/syndication/thread/1.0\"").Raw(FeedLanguage.Attribute(_settings)).Raw(">\n")
            .Element("title", "Comments on " + FeedNames.OfPost(frontMatter))
            .Element("id", _ids.Comments(frontMatter.Id))
            .Element("link", null, ("rel", "self"), ("type", "application/atom+xml"), ("href", _address.Absolute(feed)))
            .Element("link", null, ("rel", "alternate"), ("type", "text/html"), ("href", page))
            .Element("updated", FeedXml.Time(updated));
        if (newest.Count < published.Count)
        {
            xml.Element("subtitle", "The newest comments; all of them stand on the page.");
        }

        foreach (var comment in newest)
        {
            WriteEntry(xml, comment, frontMatter, page);
        }

        return new SiteFile(SiteAddresses.ToFile(feed), xml.Raw("</feed>\n").ToBytes());
    }

    /// <summary>How many of a post's published comments its feed has.</summary>
    internal static int CountOf(int published, SiteSettings settings) => Math.Min(published, settings.PageSizes.Comments);

    private List<RenderedComment> Newest(List<RenderedComment> published) =>
    [
        .. published.Select((comment, place) => (comment, place))
            .OrderByDescending(each => each.comment.Fields.Date?.FeedTime ?? DateTimeOffset.MinValue)
            .ThenByDescending(each => each.place)
            .Take(CountOf(published.Count, _settings))
            .Select(each => each.comment),
    ];

    private void WriteEntry(FeedXml xml, RenderedComment comment, PostFrontMatter post, string page)
    {
        var fields = comment.Fields;
        var name = FeedNames.OfCommenter(fields);
        var address = _address.Absolute(comment.Url);
        var ownPage = address[..address.IndexOf('#', StringComparison.Ordinal)];
        xml.Raw("<entry>\n")
            .Element("title", fields.Number is { } number ? $"Comment {number} by {name}" : $"Comment by {name}")
            .Element("id", _ids.Comment(fields.Id))
            .Element("link", null, ("rel", "alternate"), ("type", "text/html"), ("href", address));
        if (comment.Parent is { } parent)
        {
            // A thread is cut between top-level comments, so a parent stands on the same part.
            xml.Element("thr:in-reply-to", null, ("ref", _ids.Comment(parent.Id)), ("type", "text/html"), ("href", $"{ownPage}#{parent.Id.Anchor}"));
        }

        xml.Element("thr:in-reply-to", null, ("ref", _ids.Post(post.Id)), ("type", "text/html"), ("href", page));
        if (fields.Date is not null)
        {
            xml.Element("published", FeedXml.Time(fields.Date));
        }

        xml.Element("updated", FeedXml.Time(fields.Date ?? post.Date))
            .Author(name)
            .Element("content", _markup.Of(comment.Body, ownPage), ("type", "html"))
            .Raw("</entry>\n");
    }
}
