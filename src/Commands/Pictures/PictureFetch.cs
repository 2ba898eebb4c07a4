using System.Globalization;
using Blog.Html;
using Blog.Import.Fetching;
using Blog.Moderate.Pictures;
using Blog.Redact.Pictures;
using Blog.Site;
using Blog.Vault;

namespace Blog.Commands.Pictures;

/// <summary>Fetches the pictures that public texts show and that nobody has given, and takes each in as soon as it is here, so that a run that ends early is gone on with by the next.</summary>
/// <param name="store">The store, without a transaction.</param>
/// <param name="fetcher">What asks the hosts.</param>
/// <param name="output">Where the counts go.</param>
internal sealed class PictureFetch(VaultStore store, WebFetcher fetcher, TextWriter output)
{
    private const int MostHostsNamed = 12;

    private readonly PictureModeration _moderation = new(store, store.Actor, TimeProvider.System);
    private readonly SortedDictionary<FetchOutcome, (int Count, SortedSet<string> Hosts)> _missing = [];
    private int _fetched;

    /// <summary>Asks public hosts, within the limits of the program.</summary>
    public static WebFetcher OfTheWeb() => new(FetchLimits.Default, PublicConnection.ConnectAsync, FetchPurpose.Pictures(IsPicture), TimeProvider.System);

    /// <summary>Whether a file begins as one of the kinds that can be published.</summary>
    public static bool IsPicture(ReadOnlyMemory<byte> start)
    {
        try
        {
            PictureKinds.Of(start.Span);
            return true;
        }
        catch (PictureException)
        {
            return false;
        }
    }

    /// <summary>Fetches what is missing.</summary>
    /// <param name="progress">Told of each picture.</param>
    /// <param name="token">Stops between two pictures or within one; those taken in stay.</param>
    /// <returns>The exit code: <see cref="ExitCode.Findings"/> where another run, or a person, may still get some.</returns>
    public async Task<int> RunAsync(IProgress<BuildStep> progress, CancellationToken token)
    {
        var asked = ToFetch(out var sizes);
        for (var done = 0; done < asked.Count; done++)
        {
            progress.Report(new BuildStep("Fetching pictures", done, asked.Count));
            await FetchAsync(asked[done], token);
        }

        progress.Report(new BuildStep("Fetching pictures", asked.Count, asked.Count));
        Report(asked.Count, sizes);
        return _missing.Keys.All(outcome => outcome == FetchOutcome.Gone) ? ExitCode.Done : ExitCode.Findings;
    }

    /// <summary>Pictures without a file, each with its addresses; host by host in turn, so that the waits of one host are another's time.</summary>
    private List<IReadOnlyList<string>> ToFetch(out int sizes)
    {
        var known = store.Pictures.List().SelectMany(picture => picture.Addresses.Select(address => (address, picture.Handle))).ToDictionary(pair => pair.address, pair => pair.Handle, StringComparer.Ordinal);
        var byVariant = known.Where(pair => PictureAddress.IsOnPictureHost(pair.Key)).ToLookup(pair => PictureVariants.KeyOf(pair.Key), pair => pair.Value, StringComparer.Ordinal);
        var queues = new SortedDictionary<string, Queue<IReadOnlyList<string>>>(StringComparer.Ordinal);
        sizes = 0;
        foreach (var variants in PicturePlaces.PublicAddresses(store).Where(address => !known.ContainsKey(address) && !EmbeddedPicture.IsAddress(address) && LinkPolicy.TryImage(address, null, out _)).GroupBy(PictureVariants.KeyOf, StringComparer.Ordinal))
        {
            if (byVariant[variants.Key].Distinct().ToList() is [var here])
            {
                _moderation.Name(here, variants); // another size of a picture that is here
                sizes += variants.Count();
                continue;
            }

            var host = HostOf(variants.First());
            if (!queues.TryGetValue(host, out var queue))
            {
                queues.Add(host, queue = new Queue<IReadOnlyList<string>>());
            }

            queue.Enqueue([.. variants]);
        }

        var turns = new List<IReadOnlyList<string>>();
        while (queues.Values.Any(queue => queue.Count > 0))
        {
            turns.AddRange(queues.Values.Where(queue => queue.Count > 0).Select(queue => queue.Dequeue()).ToList());
        }

        return turns;
    }

    private async Task FetchAsync(IReadOnlyList<string> addresses, CancellationToken token)
    {
        FetchOutcome? outcome = null;
        foreach (var candidate in PictureVariants.Candidates(addresses))
        {
            var result = await fetcher.FetchAsync(candidate, token);
            outcome = result.Outcome;
            if (outcome == FetchOutcome.Fetched && TakeIn(result.Bytes, addresses))
            {
                _fetched++;
                return;
            }

            outcome = outcome == FetchOutcome.Fetched ? FetchOutcome.NotWanted : outcome;
            if (outcome is not (FetchOutcome.Gone or FetchOutcome.NotWanted or FetchOutcome.TooLarge))
            {
                break; // another size of it would fare no better
            }
        }

        var why = outcome ?? FetchOutcome.Gone;
        var (count, hosts) = _missing.GetValueOrDefault(why, (0, new SortedSet<string>(StringComparer.Ordinal)));
        hosts.Add(HostOf(addresses[0]));
        _missing[why] = (count + 1, hosts);
    }

    private bool TakeIn(ReadOnlyMemory<byte> file, IReadOnlyList<string> addresses)
    {
        try
        {
            _moderation.TakeIn(file.Span, addresses);
            return true;
        }
        catch (PictureException)
        {
            return false; // damaged, or too many pixels
        }
    }

    /// <summary>Counts by reason, and hosts; no address, whose file name may be somebody's.</summary>
    private void Report(int asked, int sizes)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{_fetched:N0} of {asked:N0} pictures fetched, {sizes:N0} addresses are other sizes of pictures that were here, {fetcher.Received / 1024.0 / 1024.0:N1} MiB came. None is published before somebody has looked at it: redact pictures"));
        foreach (var (outcome, (count, hosts)) in _missing)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{count:N0} not: {Word(outcome)} ({string.Join(", ", hosts.Take(MostHostsNamed))}{(hosts.Count > MostHostsNamed ? ", ..." : string.Empty)})"));
        }

        if (_missing.Count > 0)
        {
            output.WriteLine("Their places say that a picture is not shown. redact pictures --missing lists their addresses; import again with --fetch asks again for what was not fetched.");
        }
    }

    private static string Word(FetchOutcome outcome) => outcome switch
    {
        FetchOutcome.Gone => "the host has them no more",
        FetchOutcome.Disallowed => "the host's robots.txt asks not to fetch them",
        FetchOutcome.NotWanted => "what came is no picture that can be published",
        FetchOutcome.TooLarge => "larger than a picture may be",
        FetchOutcome.NotPublic => "on no public host",
        FetchOutcome.Failed => "the host did not answer as it should",
        FetchOutcome.NoSuchHost => "no server of names knows the host",
        FetchOutcome.HostLeftAlone => "the host is in trouble or asked to be left alone; it was not asked again in this run",
        FetchOutcome.RunFull => "as much came as one run fetches",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "No such outcome."),
    };

    private static string HostOf(string address)
    {
        var start = address.IndexOf("//", StringComparison.Ordinal) + 2;
        var end = address.AsSpan(start).IndexOfAny('/', '?', '#');
        return (end < 0 ? address[start..] : address.Substring(start, end)).ToLowerInvariant();
    }
}
