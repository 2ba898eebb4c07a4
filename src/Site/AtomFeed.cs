using System.Collections.Concurrent;
using System.Globalization;
using Blog.Content;
using Blog.Model;
using Blog.Text;

namespace Blog.Site;

/// <summary>The feed of the newest posts, <c>/feed.atom</c> (Atom, RFC 4287; replies as RFC 4685 names them).</summary>
/// <remarks>
/// Entries are handed in as posts are rendered, in any order and from several threads; the file's order is the index's. An entry's
/// <c>updated</c> is the post's, else its date, else 1970-01-01T00:00:00Z, which Atom's demand for a date needs; <c>published</c> stands only where
/// the date is known.
/// </remarks>
public sealed class AtomFeed
{
    private readonly SiteIndex _index;
    private readonly SiteAddress _address;
    private readonly FeedIds _ids;
    private readonly FeedMarkup _markup;
    private readonly List<PostEntry> _posts;
    private readonly HashSet<PostId> _wanted;
    private readonly ConcurrentDictionary<PostId, string> _entries = new();

    /// <summary>Begins the feed of an index's newest posts, as many as <c>pageSizes.feed</c> says.</summary>
    public AtomFeed(SiteIndex index)
    {
        _index = index;
        _address = new SiteAddress(index.Settings.Address);
        _ids = new FeedIds(index.Settings.Address);
        _markup = new FeedMarkup(_address);
        _posts = [.. index.Posts.Take(index.Settings.PageSizes.Feed)];
        _wanted = [.. _posts.Select(post => post.FrontMatter.Id)];
    }

    /// <summary>Whether a post is among the newest.</summary>
    public bool Wants(PostEntry post) => _wanted.Contains(post.FrontMatter.Id);

    /// <summary>Takes a rendered post; one that is not among the newest is passed over.</summary>
    public void Add(RenderedPost post)
    {
        var id = post.Entry.FrontMatter.Id;
        if (_wanted.Contains(id))
        {
            _entries[id] = EntryOf(post);
        }
    }

    /// <summary>The file.</summary>
    /// <exception cref="InvalidOperationException">A post of the feed was never handed in.</exception>
    public SiteFile ToFile()
    {
        var settings = _index.Settings;
        var updated = _posts.Aggregate((PublicDate?)null, (latest, post) => FeedXml.Later(latest, UpdatedOf(post.FrontMatter)));
        var xml = new FeedXml()
            .Raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xmlns:thr=\"http://purl.org/syndication/thread/1.0\"").Raw(FeedLanguage.Attribute(settings)).Raw(">\n")
            .Element("title", RedactionMarkSplitter.ReaderText(settings.Title));
        if (settings.Description is { } description)
        {
            xml.Element("subtitle", RedactionMarkSplitter.ReaderText(description));
        }

        xml.Element("id", _ids.Posts)
            .Element("link", null, ("rel", "self"), ("type", "application/atom+xml"), ("href", _address.Absolute(SiteAddresses.Feed)))
            .Element("link", null, ("rel", "alternate"), ("type", "text/html"), ("href", _address.Absolute(SiteAddresses.Home)))
            .Element("updated", FeedXml.Time(updated))
            .Author(FeedNames.OfEditor(settings));
        foreach (var post in _posts)
        {
            xml.Raw(_entries.TryGetValue(post.FrontMatter.Id, out var entry)
                ? entry
                : throw new InvalidOperationException($"Post {post.FrontMatter.Id} was not handed to the feed."));
        }

        return new SiteFile(SiteAddresses.ToFile(SiteAddresses.Feed), xml.Raw("</feed>\n").ToBytes());
    }

    private string EntryOf(RenderedPost post)
    {
        var frontMatter = post.Entry.FrontMatter;
        var thread = post.Entry.Thread;
        var page = _address.Absolute(frontMatter.Url);
        var xml = new FeedXml()
            .Raw("<entry>\n")
            .Element("title", FeedNames.OfPost(frontMatter))
            .Element("id", _ids.Post(frontMatter.Id))
            .Element("link", null, ("rel", "alternate"), ("type", "text/html"), ("href", page));
        if (CommentFeed.Exists(post))
        {
            xml.Element(
                "link",
                null,
                ("rel", "replies"),
                ("type", "application/atom+xml"),
                ("href", _address.Absolute(UnitAddress.OfCommentFeed(frontMatter.Url))),
                ("thr:count", CommentFeed.CountOf(thread.Published, _index.Settings).ToString(CultureInfo.InvariantCulture)),
                ("thr:updated", thread.Latest is null ? null : FeedXml.Time(thread.Latest)));
        }

        if (frontMatter.Date is not null)
        {
            xml.Element("published", FeedXml.Time(frontMatter.Date));
        }

        xml.Element("updated", FeedXml.Time(UpdatedOf(frontMatter)))
            .Author(FeedNames.OfWriter(frontMatter, _index.Settings));
        foreach (var label in frontMatter.Labels)
        {
            xml.Element("category", null, ("term", RedactionMarkSplitter.ReaderText(label)));
        }

        return xml
            .Element("content", _markup.Of(post.Body, page), ("type", "html"))
            .Raw("</entry>\n")
            .ToString();
    }

    private static PublicDate? UpdatedOf(PostFrontMatter post) => post.Updated ?? post.Date;
}
