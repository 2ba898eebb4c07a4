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

    private readonly Dictionary<long, (string Url, string Path)> _places = [];
    private readonly Dictionary<string, string> _byOldPath = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _urls = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _paths = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _hosts = new(StringComparer.Ordinal);

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
            _byOldPath.TryAdd(old, url);
        }

        if (HostOf(post.SourceAddress) is { } host)
        {
            _hosts.Add(host);
        }
    }

    /// <summary>Address on the site.</summary>
    public string UrlOf(VaultPost post) => _places[post.Row].Url;

    /// <summary>Path of the Markdown file within <c>input/</c>.</summary>
    public string PathOf(VaultPost post) => _places[post.Row].Path;

    /// <summary>Where an address on the old blog leads on the site; false where it leads elsewhere, or to nothing that is released.</summary>
    /// <remarks>
    /// Query and fragment are left out: <c>showComment</c> carries the exact time, and <c>#c…</c> an id that may have been dropped. The post itself is where
    /// the discussion is.
    /// </remarks>
    public bool TryOwn(string address, out string path)
    {
        path = string.Empty;
        if (HostOf(address) is not { } host || !_hosts.Contains(host))
        {
            return false;
        }

        var start = address.IndexOf('/', address.IndexOf("//", StringComparison.Ordinal) + 2);
        var old = start < 0 ? "/" : address[start..];
        var end = old.AsSpan().IndexOfAny('?', '#');
        old = end < 0 ? old : old[..end];
        if (old is "/" or "")
        {
            path = "/";
            return true;
        }

        return _byOldPath.TryGetValue(old, out path!) || Assign(out path);

        static bool Assign(out string none)
        {
            none = string.Empty;
            return false;
        }
    }

    /// <summary>Whether an address is that of a post of the old blog which is not released: held, withheld, of an unfinished year, or never brought in.</summary>
    public bool IsPostNotReleased(string address) => HostOf(address) is { } host && _hosts.Contains(host) && PostPath().IsMatch(address) && !TryOwn(address, out _);

    /// <summary>Year, month and name, as Blogger and this site have it.</summary>
    [GeneratedRegex(@"^https?://[^/]+/[0-9]{4}/[0-9]{2}/[^/?#]+\.html(?:[?#].*)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PostPath();

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

    /// <summary>Host in lower case without <c>www.</c>; all country forms of a blogspot host are one blog.</summary>
    private static string? HostOf(string? address)
    {
        if (address is null)
        {
            return null;
        }

        var scheme = address.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? 8 : address.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? 7 : -1;
        if (scheme < 0)
        {
            return null;
        }

        var rest = address[scheme..];
        var end = rest.AsSpan().IndexOfAny("/?#");
        var host = (end < 0 ? rest : rest[..end]).ToLowerInvariant();
        host = host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
        var country = host.IndexOf(".blogspot.", StringComparison.Ordinal);
        return host.Length == 0 ? null : country > 0 ? host[..country] + ".blogspot.com" : host;
    }
}
