using System.Text.RegularExpressions;

namespace Blog.Model;

/// <summary>The paths of old blogs that say by themselves what they lead to: labels, months, feeds, the search. Blogger's, and WordPress's where they are plain.</summary>
/// <remarks>Paths are without host, query and fragment: <c>?m=1</c>, <c>?showComment=</c>, <c>?max-results=</c> and <c>?commentPage=</c> say nothing of which page it is.</remarks>
public static partial class OldBlogPaths
{
    /// <summary>Before the name of a label, percent-encoded.</summary>
    public const string Label = "/search/label/";

    /// <summary>Before the addresses of feeds.</summary>
    public const string Feeds = "/feeds/";

    private static readonly HashSet<string> FeedFiles = new(StringComparer.Ordinal) { "/atom.xml", "/rss.xml", "/index.rdf", "/feed", "/feed/", "/feed/atom/", "/comments/feed/" };

    /// <summary>Whether it is a feed's.</summary>
    public static bool IsFeed(string path) => path.StartsWith(Feeds, StringComparison.Ordinal) || FeedFiles.Contains(path);

    /// <summary>The name of the label whose page it is; null where it is none.</summary>
    public static string? LabelOf(string path) => path.Length > Label.Length && path.StartsWith(Label, StringComparison.Ordinal) ? OldPath.Decode(path[Label.Length..]) : null;

    /// <summary>Year, month or none for the pages of an archive: <c>/2015_12_06_archive.html</c> (of a month, week or day), <c>/2015/12/</c>, <c>/2015/12</c>, <c>/2015/</c>, <c>/2015/12/06/</c>.</summary>
    /// <returns>The site's own address of the month or year, <c>/2015/12/</c> or <c>/2015/</c>; null where it is no such page.</returns>
    public static string? ArchiveOf(string path) =>
        ArchiveFile().Match(path) is { Success: true } file ? $"/{file.Groups["year"].Value}/{file.Groups["month"].Value}/"
        : ArchiveFolder().Match(path) is { Success: true } folder ? $"/{folder.Groups["year"].Value}/" + (folder.Groups["month"] is { Success: true } month ? month.Value + "/" : string.Empty)
        : null;

    /// <summary>Whether it looks like the page of one post or static page: something below a year and month, or below <c>/p/</c>.</summary>
    public static bool IsOfOnePost(string path) => ArchiveOf(path) is null && OnePost().IsMatch(path);

    [GeneratedRegex(@"^(?:/archives?)?/(?<year>[0-9]{4})_(?<month>[0-9]{2})_[0-9]{2}_archive\.html$", RegexOptions.CultureInvariant)]
    private static partial Regex ArchiveFile();

    [GeneratedRegex(@"^/(?<year>[0-9]{4})(?:/(?<month>[0-9]{2})(?:/[0-9]{2})?)?/?$", RegexOptions.CultureInvariant)]
    private static partial Regex ArchiveFolder();

    [GeneratedRegex(@"^/(?:[0-9]{4}/[0-9]{2}|p)/.", RegexOptions.CultureInvariant)]
    private static partial Regex OnePost();
}
