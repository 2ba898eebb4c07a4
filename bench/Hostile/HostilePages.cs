using System.Globalization;

namespace Blog.Bench.Hostile;

/// <summary>What came of looking at every page of a hostile site.</summary>
/// <param name="Pages">Pages and feeds opened, each way once.</param>
/// <param name="Seen">What must not happen and did.</param>
/// <param name="RawRuns">Calls that the raw payloads made, in the pages that must run.</param>
/// <param name="RawScripts">Scripts of their own that the debugger listed there.</param>
internal sealed record HostilePages(int Pages, IReadOnlyList<string> Seen, int RawRuns, int RawScripts)
{
    /// <summary>Opens every page and feed of a site with and without a policy, then the raw payloads.</summary>
    /// <param name="browser">The program.</param>
    /// <param name="site">Folder of the site.</param>
    /// <param name="raw">Folder for the raw pages.</param>
    /// <param name="payloads">The raw payloads.</param>
    /// <param name="purifier">Text of DOMPurify's script; null for none.</param>
    /// <param name="progress">Told how far it is.</param>
    public static async Task<HostilePages> LookAsync(string browser, string site, string raw, IReadOnlyList<HostilePayload> payloads, string? purifier, Action<string> progress)
    {
        await using var tools = await DevTools.StartAsync(browser);
        await using var server = await HostileServer.StartAsync(site);
        var paths = Directory.EnumerateFiles(site, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".html" or ".atom" or ".xml")
            .Select(file => string.Join('/', Path.GetRelativePath(site, file).Split(Path.DirectorySeparatorChar).Select(Uri.EscapeDataString)))
            .Order(StringComparer.Ordinal).ToList();
        var seen = new List<string>();
        foreach (var bypass in new[] { false, true })
        {
            server.HasPolicy = !bypass;
            var watch = await PageWatch.OpenAsync(tools, server.Address, bypass);
            var redirects = await PageWatch.OpenAsync(tools, server.Address, bypass); // a tab of their own: where one of them moves to may come when the tab has left it
            for (var i = 0; i < paths.Count; i++)
            {
                var isPage = paths[i].EndsWith(".html", StringComparison.Ordinal);
                var movesOn = isPage && (await File.ReadAllTextAsync(Path.Combine(site, Uri.UnescapeDataString(paths[i])))).Contains("http-equiv=\"refresh\"", StringComparison.Ordinal);
                await (movesOn ? redirects : watch).VisitAsync(paths[i], bypass && isPage && !movesOn ? purifier : null, movesOn: movesOn);
                if (i % 100 == 99)
                {
                    progress(string.Create(CultureInfo.InvariantCulture, $"{i + 1} of {paths.Count} pages {(bypass ? "without" : "with")} a policy, {watch.Seen.Count} seen"));
                }
            }

            foreach (var feed in paths.Where(path => path.EndsWith(".atom", StringComparison.Ordinal)))
            {
                await watch.ReadFeedAsync("404.html", feed, bypass ? purifier : null);
            }

            if (paths.Contains("search/index.html"))
            {
                await watch.SearchAsync("search/index.html", "alert");
                await watch.SearchAsync("search/index.html", "\"><img src=x onerror=alert(1)>");
            }

            foreach (var each in (PageWatch[])[watch, redirects])
            {
                seen.AddRange(each.Seen.Select(line => (bypass ? "without policy: " : "with policy: ") + line));
                await each.CloseAsync();
            }
        }

        var pages = RawPages.Write(raw, payloads);
        await using var open = await HostileServer.StartAsync(raw);
        open.HasPolicy = false;
        var counting = await PageWatch.OpenAsync(tools, open.Address, bypass: true);
        counting.CountsOnly = true;
        foreach (var page in pages)
        {
            await counting.VisitAsync(page, settle: 150);
        }

        var outcome = new HostilePages(paths.Count, seen, counting.Runs, counting.StrangeScripts);
        await counting.CloseAsync();
        return outcome;
    }
}
