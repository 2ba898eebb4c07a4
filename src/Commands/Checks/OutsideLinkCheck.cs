using System.Globalization;
using Blog.Import.Fetching;
using Blog.Site;

namespace Blog.Commands.Checks;

/// <summary>Asks the hosts of links to other sites whether the pages are still there: each address once, one request at a time, from public hosts only, as their <c>robots.txt</c> asks and no faster.</summary>
/// <param name="fetcher">What asks.</param>
/// <param name="output">Where the report goes.</param>
/// <param name="archive">Says of a dead link where a copy is; null where nobody is asked, and the form of the address alone is given.</param>
internal sealed class OutsideLinkCheck(WebFetcher fetcher, TextWriter output, Func<OutsideLink, CancellationToken, Task<string>>? archive = null)
{
    /// <summary>Asks public hosts, within the limits of the program.</summary>
    public static WebFetcher OfTheWeb() => new(FetchLimits.Default, PublicConnection.ConnectAsync, FetchPurpose.Links, TimeProvider.System);

    /// <summary>Asks the Internet Archive, within the same limits.</summary>
    public static WebFetcher OfTheArchive() => new(FetchLimits.Default, PublicConnection.ConnectAsync, FetchPurpose.Copies, TimeProvider.System);

    /// <summary>Asks for every address and reports each link that is dead, with a place where a copy may be, and counts of what could not be told.</summary>
    /// <param name="links">The links, by file and line.</param>
    /// <param name="progress">Told of each address.</param>
    /// <param name="token">Stops it.</param>
    /// <returns>Dead links.</returns>
    public async Task<int> RunAsync(IReadOnlyList<OutsideLink> links, IProgress<BuildStep> progress, CancellationToken token)
    {
        var addresses = InTurns(links.Select(link => WithoutFragment(link.Address)).Distinct(StringComparer.Ordinal));
        var results = new Dictionary<string, FetchResult>(StringComparer.Ordinal);
        foreach (var address in addresses)
        {
            progress.Report(new BuildStep("Asking other sites", results.Count, addresses.Count));
            results.Add(address, await fetcher.FetchAsync(address, token));
        }

        progress.Report(new BuildStep("Asking other sites", results.Count, addresses.Count));
        return await ReportAsync(links, results, token);
    }

    private async Task<int> ReportAsync(IReadOnlyList<OutsideLink> links, Dictionary<string, FetchResult> results, CancellationToken token)
    {
        var dead = 0;
        foreach (var link in links)
        {
            var result = results[WithoutFragment(link.Address)];
            if (WhyDead(result) is { } why)
            {
                dead++;
                await output.WriteLineAsync($"{link.Place}: {link.Address} is dead ({why}). {(archive is null ? $"A copy may be at {link.WaybackAddress}" : await archive(link, token))}");
            }
        }

        foreach (var (words, count) in results.Values.Select(Word).OfType<string>().CountBy(word => word).OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{count:N0} not told: {words}"));
        }

        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{dead:N0} of {links.Count:N0} links to other sites are dead ({results.Count:N0} addresses asked for)."));
        return dead;
    }

    /// <summary>Only what a host says for certain is dead: that it has no such page, or that no server of names knows it.</summary>
    private static string? WhyDead(FetchResult result) => result switch
    {
        { Outcome: FetchOutcome.Gone, Status: 404 or 410 } => string.Create(CultureInfo.InvariantCulture, $"the host answers {result.Status}"),
        { Outcome: FetchOutcome.NoSuchHost } => "no server of names knows its host",
        _ => null,
    };

    private static string? Word(FetchResult result) => result.Outcome switch
    {
        FetchOutcome.Fetched or FetchOutcome.NotWanted or FetchOutcome.TooLarge => null, // it is there
        FetchOutcome.Gone when WhyDead(result) is not null => null,
        FetchOutcome.Gone => "the host gives the page to no program (401, 403 and the like)",
        FetchOutcome.NoSuchHost => null,
        FetchOutcome.Disallowed => "the host's robots.txt asks programs not to look",
        FetchOutcome.NotPublic => "on no public host, or on a port that is not the web's",
        FetchOutcome.Failed => "the host did not answer as it should",
        FetchOutcome.HostLeftAlone => "the host is in trouble or asked to be left alone; it was not asked again in this run",
        FetchOutcome.RunFull => "as much came as one run fetches",
        _ => throw new ArgumentOutOfRangeException(nameof(result), result.Outcome, "No such outcome."),
    };

    /// <summary>Host by host in turn, so that the waits of one are another's time.</summary>
    private static List<string> InTurns(IEnumerable<string> addresses)
    {
        var hosts = addresses.GroupBy(address => new Uri(address).Host, StringComparer.Ordinal).OrderBy(host => host.Key, StringComparer.Ordinal).Select(host => new Queue<string>(host)).ToList();
        var turns = new List<string>();
        while (hosts.Count > 0)
        {
            turns.AddRange(hosts.Select(host => host.Dequeue()));
            hosts.RemoveAll(host => host.Count == 0);
        }

        return turns;
    }

    private static string WithoutFragment(string address)
    {
        var hash = address.IndexOf('#', StringComparison.Ordinal);
        return hash < 0 ? address : address[..hash];
    }
}
