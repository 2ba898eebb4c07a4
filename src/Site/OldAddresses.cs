using System.Globalization;
using System.Text;
using Blog.Content;
using Blog.Model;
using Blog.Text;

namespace Blog.Site;

/// <summary>All addresses under which readers know something of the site, in the order in which rules for them are to stand: exact ones by their use, then those that begin alike.</summary>
/// <remarks>
/// <para>Posts keep their own addresses where they can, and <c>?m=1</c> and <c>?showComment=</c> reach the same file, whose canonical link says which it is. What is
/// left: posts under other paths than their own, labels, archives and feeds.</para>
/// <para>A label that holds a redaction mark gets none: its old address would say what the mark hides.</para>
/// </remarks>
internal sealed class OldAddresses
{
    private static readonly string[] FeedPaths = ["/feeds/posts/default", "/feeds/posts/full", "/feeds/posts/summary", "/feeds/comments/default", "/atom.xml", "/rss.xml", "/feed/"];

    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase); // in other capitals they are one file on some systems

    private OldAddresses(SiteIndex index)
    {
        foreach (var post in index.Posts.Concat(index.Pages))
        {
            _taken.Add(post.FrontMatter.Url[1..]);
        }

        _taken.UnionWith(index.Labels.Concat(index.Years).Concat(index.Months).Concat(index.Series).Select(group => SiteAddresses.ToFile(group.Url)));
        Exact = [.. Aliases(index), .. Months(index), .. Labels(index), .. Feeds()];
        Further = [.. Weeks(index), .. CommentFeeds(index)];
        Beginnings = [new OldAddress(OldBlogPaths.Label + "*", SiteAddresses.Labels, null), new OldAddress(OldBlogPaths.Feeds + "*", SiteAddresses.Feed, null)];
    }

    /// <summary>Single addresses that every host is told of.</summary>
    public IReadOnlyList<OldAddress> Exact { get; }

    /// <summary>Single addresses that fewer readers have, for hosts that take more rules: archives by week, and feeds of one post's comments.</summary>
    public IReadOnlyList<OldAddress> Further { get; }

    /// <summary>What begins so, and is none of the others.</summary>
    public IReadOnlyList<OldAddress> Beginnings { get; }

    /// <summary>Those of a blog.</summary>
    public static OldAddresses Of(SiteIndex index) => new(index);

    private IEnumerable<OldAddress> Aliases(SiteIndex index)
    {
        foreach (var post in index.Posts.Concat(index.Pages))
        {
            foreach (var alias in post.FrontMatter.Aliases)
            {
                var path = OldPath.Decode(alias);
                var file = path[^1] == '/' ? path[1..] + "index.html" : path[1..];
                if (IsFree(file, out var stub))
                {
                    yield return new OldAddress(alias, post.FrontMatter.Url, stub);
                }
            }
        }
    }

    private IEnumerable<OldAddress> Months(SiteIndex index) =>
        index.Months.Select(month => OfArchive(month, 1)).Select(old => old with { StubFile = IsFree(old.Path[1..], out var stub) ? stub : null });

    private IEnumerable<OldAddress> Labels(SiteIndex index)
    {
        foreach (var label in index.Labels.Where(label => !label.Key.Contains(RedactionMark.Opening, StringComparison.OrdinalIgnoreCase)))
        {
            var isStub = IsFileName(label.Key) & IsFree($"search/label/{label.Key}/index.html", out var stub);
            yield return new OldAddress(OldBlogPaths.Label + Uri.EscapeDataString(label.Key), label.Url, isStub ? stub : null);
        }
    }

    /// <summary>A stub at these would be a page under the name of a feed, which no reader of feeds can use, and which some hosts would give out before they look at a rule.</summary>
    private static IEnumerable<OldAddress> Feeds() =>
        FeedPaths.Select(path => new OldAddress(path, SiteAddresses.Feed, StubFile: null));

    /// <summary>Blogs that had an archive of weeks named each by its Sunday.</summary>
    private static IEnumerable<OldAddress> Weeks(SiteIndex index)
    {
        foreach (var month in index.Months)
        {
            var first = DateOnly.ParseExact(month.Key, "yyyy-MM", CultureInfo.InvariantCulture);
            for (var day = first.AddDays((7 - (int)first.DayOfWeek) % 7); day.Month == first.Month; day = day.AddDays(7))
            {
                if (day.Day > 1) // the first has its rule as a month's
                {
                    yield return OfArchive(month, day.Day);
                }
            }
        }
    }

    private static IEnumerable<OldAddress> CommentFeeds(SiteIndex index) =>
        from post in index.Posts
        where post.Thread.Published + post.Thread.Removed > 0 && post.FrontMatter.Id.Value.All(char.IsAsciiDigit)
        select new OldAddress($"/feeds/{post.FrontMatter.Id.Value}/comments/default", UnitAddress.OfCommentFeed(post.FrontMatter.Url), null);

    private static OldAddress OfArchive(PostGroup month, int day) =>
        new(string.Create(CultureInfo.InvariantCulture, $"/{month.Key.Replace('-', '_')}_{day:00}_archive.html"), month.Url, null);

    /// <summary>Whether no page and no other stub has the file; it is taken then.</summary>
    /// <param name="file">Path of the file.</param>
    /// <param name="stub">The same where a stub can lie there; null where a system or host would read its name in its own way.</param>
    private bool IsFree(string file, out string? stub)
    {
        stub = file.EndsWith(".html", StringComparison.Ordinal) && file.Split('/').All(IsFileName) ? file : null;
        return _taken.Add(file);
    }

    /// <summary>Whether a name can be a file's or folder's on every system: one part, no sign that a system or host reads in its own way.</summary>
    private static bool IsFileName(string name) =>
        name.Length > 0 && name[0] != '.' && name[^1] is not ('.' or ' ') && Encoding.UTF8.GetByteCount(name) <= 200 &&
        !name.Any(c => c is '/' or '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|' or '#' or '%' || char.IsControl(c) || char.IsSurrogate(c));
}
