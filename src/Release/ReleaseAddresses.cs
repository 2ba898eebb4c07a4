using System.Globalization;
using System.Text.RegularExpressions;
using Blog.Import;
using Blog.Model;
using Blog.Source;
using Blog.Text;
using Blog.Vault;

namespace Blog.Release;

/// <summary>Gives every released post its address and its files: the old permalink exactly where it can stand, else one made of date and title.</summary>
internal sealed partial class ReleaseAddresses
{
    private const int SuffixLength = 8;

    /// <summary>Hosts where many blogs have one address each: what is no post of ours there is somebody else's.</summary>
    private static readonly HashSet<string> SharedHosts = new(StringComparer.Ordinal) { "medium.com", "blogger.com", "facebook.com", "livejournal.com", "tumblr.com", "substack.com", "wordpress.com" };

    private readonly Dictionary<long, (string Url, string Path)> _places = [];
    private readonly Dictionary<string, string> _byOldPath = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _urls = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _paths = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _hosts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _labels = new(StringComparer.Ordinal);
    private readonly HashSet<string> _archives = new(StringComparer.Ordinal);

    /// <summary>Prepares.</summary>
    /// <param name="settings">The site's own address, and that of the old blog, are the blog's too.</param>
    public ReleaseAddresses(SiteSettings settings)
    {
        AddHost(settings.Address);
        AddHost(settings.OldBlog);
    }

    /// <summary>Takes the posts in the order of the vault, which settles who keeps an address that two want.</summary>
    /// <param name="post">A post that is released.</param>
    /// <param name="date">Its public date; null where unknown.</param>
    public void Add(VaultPost post, PublicDate? date)
    {
        var url = Unique(Wanted(post, date), post, _urls);
        var path = Unique(FileOf(post, url), post, _paths);
        _places.Add(post.Row, (url, path));
        if (post.Permalink is { } old)
        {
            _byOldPath.TryAdd(OldPath.Decode(old), url);
        }

        AddHost(post.SourceAddress);
        _labels.UnionWith(post.Labels.Where(label => !label.Contains(RedactionMark.Opening, StringComparison.OrdinalIgnoreCase)));
        if (date is { } known && post.Kind == EntryKind.Post)
        {
            _archives.Add(string.Create(CultureInfo.InvariantCulture, $"/{known.Year:0000}/"));
            _archives.Add(string.Create(CultureInfo.InvariantCulture, $"/{known.Year:0000}/{known.Month:00}/"));
        }
    }

    /// <summary>Address on the site.</summary>
    public string UrlOf(VaultPost post) => _places[post.Row].Url;

    /// <summary>Path of the Markdown file within <c>input/</c>.</summary>
    public string PathOf(VaultPost post) => _places[post.Row].Path;

    /// <summary>The paths under which readers knew a post and which its address here is not; none where the old one says something that is hidden.</summary>
    public IReadOnlyList<string> AliasesOf(VaultPost post) =>
        post.Permalink is { } old && OldPath.Write(old) is var path && path != _places[post.Row].Url && OldPath.WhyNot(path) is null && OldBlogPaths.ArchiveOf(path) is null ? [path] : [];

    /// <summary>Whose an address is, and where it leads on the site.</summary>
    /// <remarks>
    /// Query and fragment are left out: <c>showComment</c> carries the exact time, and <c>#c…</c> an id that may have been dropped. The post itself is where
    /// the discussion is. The build knows the pages of labels by their names (<see cref="OldBlogPaths.Label"/>), since it alone knows all labels of the site.
    /// </remarks>
    public OwnAddress Of(string address)
    {
        if (OldAddress.HostIn(address) is not { } host || !_hosts.Contains(host))
        {
            return OwnAddress.Foreign;
        }

        var start = address.IndexOf('/', address.IndexOf("//", StringComparison.Ordinal) + 2);
        var old = start < 0 ? "/" : address[start..];
        var end = old.AsSpan().IndexOfAny('?', '#');
        var query = end < 0 ? string.Empty : old[end..];
        old = end < 0 ? old : old[..end];
        if (_byOldPath.TryGetValue(OldPath.Decode(old), out var url))
        {
            return OwnAddress.Here(query.EndsWith("#comments", StringComparison.Ordinal) || query.EndsWith("#comment-form", StringComparison.Ordinal) ? url + "#comments" : url);
        }

        if (old is "/" or "" or "/index.html")
        {
            return NumberedPost().IsMatch(query) ? OwnAddress.Nowhere : OwnAddress.Here("/");
        }

        if (OldBlogPaths.IsFeed(old))
        {
            return OwnAddress.Here("/feed.atom");
        }

        if (OldBlogPaths.LabelOf(old) is { } label)
        {
            return _labels.Contains(label) ? OwnAddress.Here(OldBlogPaths.Label + Uri.EscapeDataString(label)) : OwnAddress.Nowhere;
        }

        if (OldBlogPaths.ArchiveOf(old) is { } archive)
        {
            return _archives.Contains(archive) ? OwnAddress.Here(archive) : OwnAddress.Nowhere;
        }

        return old == "/search" ? OwnAddress.Here("/search/")
            : OldBlogPaths.IsOfOnePost(old) && !SharedHosts.Contains(host) ? OwnAddress.Nowhere
            : OwnAddress.Foreign;
    }

    /// <summary>WordPress's plain address of a post: <c>/?p=123</c>.</summary>
    [GeneratedRegex(@"^\?(?:p|page_id|attachment_id)=[0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex NumberedPost();

    private static string Wanted(VaultPost post, PublicDate? date)
    {
        if (post.Permalink is { } permalink && PostUrl.WhyNot(permalink) is null)
        {
            return permalink;
        }

        // Without a title the slug says nothing of the text, which may still have to be redacted.
        var slug = SlugMaker.Make(RedactionMarkSplitter.ReaderText(post.Title ?? string.Empty));
        return post.Kind switch
        {
            EntryKind.Page => $"/p/{slug}.html",
            EntryKind.Post => date is { } known
                ? string.Create(CultureInfo.InvariantCulture, $"/{known.Year:0000}/{known.Month:00}/{slug}.html")
                : $"/undated/{slug}.html",
            _ => throw new InvalidOperationException($"No address for a {post.Kind}."),
        };
    }

    private static string FileOf(VaultPost post, string url)
    {
        const string page = "/p/";
        var stem = url[..^".html".Length];
        return post.Kind == EntryKind.Page
            ? "pages/" + (stem.StartsWith(page, StringComparison.Ordinal) ? stem[page.Length..] : stem[1..]) + ".md"
            : "posts" + stem + ".md";
    }

    /// <summary>A second post at one address gets a piece of its id behind the name: it stays the same whatever else is imported later.</summary>
    private static string Unique(string wanted, VaultPost post, HashSet<string> taken)
    {
        if (taken.Add(wanted))
        {
            return wanted;
        }

        var id = post.PublicId.Value;
        for (var length = Math.Min(SuffixLength, id.Length); ; length++)
        {
            var dot = wanted.LastIndexOf('.');
            var made = $"{wanted[..dot]}-{id[..Math.Min(length, id.Length)]}{(length > id.Length ? "-" + (length - id.Length).ToString(CultureInfo.InvariantCulture) : string.Empty)}{wanted[dot..]}";
            if (taken.Add(made))
            {
                return made;
            }
        }
    }

    private void AddHost(string? address)
    {
        if (OldAddress.HostIn(address) is { } host)
        {
            _hosts.Add(host);
        }
    }
}
