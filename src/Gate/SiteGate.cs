using System.Collections.Concurrent;
using Blog.Gate.Checks;

namespace Blog.Gate;

/// <summary>The safety check: reads the files that will be published, not the records they came from, and lists what must not be.</summary>
/// <remarks>The search for redacted details joins with the findings and decisions of the private store; its place is in <see cref="Run"/>.</remarks>
public static class SiteGate
{
    /// <summary>Runs every check over every file. A check that cannot run throws; it never passes.</summary>
    /// <param name="site">The site.</param>
    /// <param name="parallelism">Pages read at once, at least 1.</param>
    /// <param name="token">Stops the check; a stopped check is a failed one.</param>
    /// <returns>All findings, sorted by file and line; empty means that nothing was found.</returns>
    public static IReadOnlyList<GateFinding> Run(StagedSite site, int parallelism, CancellationToken token)
    {
        var findings = new List<GateFinding>();
        FileCheck.Run(site, findings);
        findings.AddRange(CheckPages(site, parallelism, token));
        findings.Sort();
        return findings;
    }

    private static List<GateFinding> CheckPages(StagedSite site, int parallelism, CancellationToken token)
    {
        var links = new SiteLinks(site);
        var pages = site.Files.Where(file => file.EndsWith(".html", StringComparison.Ordinal)).ToList();
        var checks = new ConcurrentBag<PageCheck>();
        Parallel.ForEach(
            pages,
            new ParallelOptions { MaxDegreeOfParallelism = parallelism, CancellationToken = token },
            () => new PageCheck(links),
            (page, _, check) =>
            {
                check.Read(page, site.Read(page));
                return check;
            },
            checks.Add);

        var findings = checks.SelectMany(check => check.Findings).ToList();
        foreach (var wanted in checks.SelectMany(check => check.Wanted).GroupBy(want => want.Key.Page, StringComparer.Ordinal))
        {
            token.ThrowIfCancellationRequested();
            var ids = PageCheck.IdsOf(site.Read(wanted.Key));
            foreach (var ((_, fragment), (file, line)) in wanted)
            {
                if (!ids.Contains(fragment))
                {
                    findings.Add(new GateFinding(PageCheck.Name, file, line, $"links to #{fragment} on {wanted.Key}, which is not there.", "Correct the link in the post or comment it stands in."));
                }
            }
        }

        return findings.Distinct().ToList();
    }
}
