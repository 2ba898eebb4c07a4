using System.Collections.Concurrent;
using Blog.Model;
using Blog.Source;

namespace Blog.Content;

/// <summary>Finds what a path in a text leads to on the site, old forms of addresses included, so that no page holds a dead link into its own site.</summary>
/// <remarks>Safe for many threads at once. The comments of another post are looked up only when a text links to one, which is rare.</remarks>
internal sealed class SitePaths
{
    private readonly BlogReader _reader;
    private readonly SiteAddress _address;
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly HashSet<string> _media;
    private readonly Dictionary<string, PostEntry> _posts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _labels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _aliases = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, int>> _comments = new(StringComparer.Ordinal);

    public SitePaths(SiteIndex index, BlogReader reader)
    {
        _reader = reader;
        _address = new SiteAddress(index.Settings.Address);
        _media = [.. reader.ListMedia().Select(file => "/" + file.Path)];
        _known.UnionWith([SiteAddresses.Home, SiteAddresses.Discussions, SiteAddresses.Archive, SiteAddresses.Glance, SiteAddresses.Labels, SiteAddresses.Series, SiteAddresses.Search, SiteAddresses.Feed]);
        foreach (var post in index.Posts.Concat(index.Pages))
        {
            _posts.TryAdd(post.FrontMatter.Url, post);
            foreach (var alias in post.FrontMatter.Aliases)
            {
                _aliases.TryAdd(OldPath.Decode(alias), post.FrontMatter.Url);
            }

            for (var part = 1; part <= post.Thread.Parts; part++)
            {
                _known.Add(UnitAddress.OfPart(post.FrontMatter.Url, part));
            }
        }

        foreach (var group in index.Labels.Concat(index.Years).Concat(index.Months).Concat(index.Series))
        {
            _known.Add(group.Url);
        }

        foreach (var label in index.Labels)
        {
            _labels[label.Key] = label.Url;
        }
    }

    /// <summary>The finished link to a path within the site; null where there is nothing.</summary>
    /// <param name="path">Path as a text gives it, with query and fragment: <c>/2015/12/x.html?m=1#c123</c>.</param>
    public string? Map(string path)
    {
        var hash = path.IndexOf('#', StringComparison.Ordinal);
        var fragment = hash < 0 ? string.Empty : path[(hash + 1)..];
        var page = hash < 0 ? path : path[..hash];
        var query = page.IndexOf('?', StringComparison.Ordinal);
        page = query < 0 ? page : page[..query]; // ?m=1, ?showComment=: the same page, and a static host sees no query
        if (page.StartsWith("/media/", StringComparison.Ordinal))
        {
            return _media.Contains(page) ? _address.Href(page) : null;
        }

        var address = ToAddress(page);
        if (address is null)
        {
            return null;
        }

        if (!_posts.TryGetValue(address, out var post))
        {
            return _address.Href(address);
        }

        if (fragment is "comments")
        {
            return _address.Href(address) + "#comments";
        }

        return fragment.Length > 1 && fragment[0] == 'c' && PartsOf(post).TryGetValue(fragment, out var part)
            ? _address.Href(UnitAddress.OfPart(address, part)) + "#" + fragment
            : _address.Href(address);
    }

    private string? ToAddress(string page)
    {
        if (_known.Contains(page))
        {
            return page;
        }

        if (page.EndsWith("/index.html", StringComparison.Ordinal))
        {
            return ToKnown(page[..^"index.html".Length]);
        }

        var unescaped = OldPath.Decode(page);
        if ((ToKnown(unescaped) ?? ToKnown(unescaped + "/") ?? _aliases.GetValueOrDefault(unescaped)) is { } known)
        {
            return known;
        }

        return OldBlogPaths.LabelOf(page) is { } label ? _labels.GetValueOrDefault(label)
            : OldBlogPaths.ArchiveOf(page) is { } archive ? ToKnown(archive)
            : OldBlogPaths.IsFeed(page) ? SiteAddresses.Feed
            : null;
    }

    private string? ToKnown(string address) => _known.Contains(address) ? address : null;

    private IReadOnlyDictionary<string, int> PartsOf(PostEntry post) => _comments.GetOrAdd(post.FrontMatter.Url, (_, entry) =>
    {
        var parts = new Dictionary<string, int>(StringComparer.Ordinal);
        if (_reader.ReadThread(entry.File, entry.FrontMatter.Id) is { } thread)
        {
            var shape = ThreadShape.Of(thread.Comments);
            for (var i = 0; i < thread.Comments.Count; i++)
            {
                parts.TryAdd(thread.Comments[i].Id.Anchor, ThreadParts.PartOf(shape.Tops[i], entry.Thread.Parts));
            }
        }

        return parts;
    }, post);
}
