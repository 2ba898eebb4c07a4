namespace Blog.Tests.Browser;

/// <summary>Where one page of each kind lies in the built sample.</summary>
internal static class SitePages
{
    public static string AddressOf(SampleSite site, string kind) => kind switch
    {
        "home" => string.Empty,
        "post" => site.LongestThread(),
        "archive" => First(site, "index.html", path => path.Count(c => c == '/') == 2),
        "label" => First(site, "*.html", path => path.StartsWith("labels/", StringComparison.Ordinal) && !path.EndsWith("index.html", StringComparison.Ordinal)),
        "series" => First(site, "*.html", path => path.StartsWith("series/", StringComparison.Ordinal) && !path.EndsWith("index.html", StringComparison.Ordinal)),
        "discussions" => First(site, "*.html", path => path.StartsWith("discussions", StringComparison.Ordinal)),
        "page" => First(site, "*.html", path => path.StartsWith("p/", StringComparison.Ordinal)),
        "quoted" => "2016/09/inspectors-at-sallow-bay.html",
        "months" => "archive/",
        "glance" => "archive/at-a-glance.html",
        "labels" => "labels/",
        "search" => "search/",
        "submit" => "submit/",
        "comment-form" => "2018/11/guest-watch-6.html",
        "safely" => "p/safely.html",
        "remove" => "p/remove.html",
        "offline" => "p/offline.html",
        "404" => "no/such/page.html",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind of page."),
    };

    private static string First(SampleSite site, string pattern, Func<string, bool> wanted) =>
        Directory.EnumerateFiles(site.Output, pattern, SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(site.Output, file).Replace('\\', '/'))
            .Where(wanted)
            .Order(StringComparer.Ordinal)
            .First();
}
