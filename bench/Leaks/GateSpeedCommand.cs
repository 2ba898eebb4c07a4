using System.Diagnostics;
using System.Globalization;
using Blog.Gate;
using Blog.Gate.Bytes;
using Blog.Gate.Checks;
using Blog.Gate.Units;
using Blog.Text;

namespace Blog.Bench.Leaks;

/// <summary><c>gate-speed SITE [--secrets N] [--seed S]</c>: CPU seconds of the whole check over a built site, then the parts of the search on one core.</summary>
internal static class GateSpeedCommand
{
    private const int Rounds = 3; // the best of three: the machine is shared
    private const int Few = 20; // secrets of one thread

    public static int Run(IReadOnlyList<string> args)
    {
        if (args.Count == 0 || !Directory.Exists(args[0]))
        {
            Console.Error.WriteLine("gate-speed SITE [--secrets N] [--seed S]");
            return 2;
        }

        var count = Number(args, "--secrets", 2000);
        var secrets = SecretSet.Of(Invent(count, Number(args, "--seed", 1)));
        var site = StagedSite.Open(args[0], "https://archive.example");
        var files = site.Files.Where(file => !IndexFiles.Owns(file)).Select(file => (File: file, Bytes: site.Read(file))).ToList();
        var megabytes = files.Sum(file => (long)file.Bytes.Length) / 1e6;
        var pages = files.Count(file => file.File.EndsWith(".html", StringComparison.Ordinal));
        Line($"{files.Count} files, {pages} pages, {megabytes:N1} MB; {secrets.Count} secrets");

        var input = new GateInput { Secrets = secrets, Today = new DateOnly(2026, 11, 21), Parallelism = Environment.ProcessorCount, Switches = GateSwitches.All with { Times = false } };
        GateResult? result = null;
        Report("whole check, with secrets", megabytes, Best(() => result = SiteGate.Run(site, input, CancellationToken.None)));
        Report("whole check, without", megabytes, Best(() => SiteGate.Run(site, input with { Secrets = SecretSet.None }, CancellationToken.None)));
        Line($"found: {result!.Findings.Count(finding => finding.Case is not null)} places, doubtful {result.Doubts.Count}, other findings {result.Findings.Count(finding => finding.Case is null)}"); // not null: set above

        // One core from here on.
        var links = new SiteLinks(site);
        var pageCheck = new PageCheck(links);
        var markup = files.Where(file => file.File.EndsWith(".html", StringComparison.Ordinal)).ToList();
        var feeds = files.Where(file => file.File.EndsWith(".atom", StringComparison.Ordinal)).ToList();
        Report("reading files", megabytes, Best(() => files.ForEach(file => site.Read(file.File))));
        Report("hashing", megabytes, Best(() => files.ForEach(file => System.Security.Cryptography.SHA256.HashData(file.Bytes))));
        Report("markup and links of pages", megabytes, Best(() => markup.ForEach(file => pageCheck.Read(file.File, file.Bytes))));
        Report("markup and links of feeds", megabytes, Best(() => feeds.ForEach(file => FeedCheck.Read(file.File, file.Bytes, pageCheck))));
        Report("units for the index", megabytes, Best(() =>
        {
            var units = new StagedUnitReader();
            markup.ForEach(file => units.Read(file.File, file.Bytes));
        }));
        Report("whose bytes, pages", megabytes, Best(() => markup.ForEach(file => SiteUnits.MapOf(file.File, file.Bytes))));
        Report("whose bytes, feeds", megabytes, Best(() => feeds.ForEach(file => SiteUnits.MapOf(file.File, file.Bytes))));
        var few = SecretSet.Of(Invent(Few, 2));
        var selection = few.Select(new HashSet<string>(), null);
        var searchFew = new SecretSearch(few, GateSwitches.All);
        Report("search for twenty secrets", megabytes, Best(() => files.ForEach(file => searchFew.Find(file.Bytes, SecretCheck.FormOf(file.File), selection))));
        Report("the same, pages", megabytes, Best(() => markup.ForEach(file => searchFew.Find(file.Bytes, FileForm.Markup, selection))));
        Report("the same, feeds", megabytes, Best(() => feeds.ForEach(file => searchFew.Find(file.Bytes, FileForm.Markup, selection))));
        var search = new SecretSearch(secrets, GateSwitches.All);
        Report("search for secrets, one core", megabytes, Best(() => files.ForEach(file => search.Find(file.Bytes, SecretCheck.FormOf(file.File)))));
        var folder = new LayerFolder(GateSwitches.All);
        Report("folding alone", megabytes, Best(() => files.ForEach(file => folder.Read(LayerOf(file.File, file.Bytes)))));
        Report("folding and matching", megabytes, Best(() => files.ForEach(file => Match(folder, secrets, file.File, file.Bytes))));
        var decoded = 0L;
        Report("runs of base64 and hex", megabytes, Best(() => files.ForEach(file => decoded += EncodedRuns.Decode(LayerOf(file.File, file.Bytes), GateSwitches.All).Count())));
        var folded = files.Where(file => SecretCheck.FormOf(file.File) != FileForm.Binary).SelectMany(file => Letters(folder, file.File, file.Bytes)).ToList();
        var letters = folded.Sum(text => (long)text.Length) / 1e6;
        Line($"{letters:N1} million letters are left");
        var filter = new LetterAutomaton([.. Enumerable.Range(0, secrets.Count).Select(i => FoldedText.Of(secrets[i].Text).Letters).Distinct(StringComparer.Ordinal)]);
        var candidates = 0L;
        Report("filter alone", megabytes, Best(() => candidates = folded.Sum(text => Candidates(filter, text))));
        Line($"the filter stops at {candidates / letters / 1e6:P2} of the letters");
        return 0;
    }

    private static IEnumerable<string> Letters(LayerFolder folder, string file, byte[] bytes)
    {
        folder.Read(LayerOf(file, bytes));
        yield return folder.Text.ToLetters().Letters.ToString();
        yield return folder.Markup.ToLetters().Letters.ToString();
    }

    private static void Match(LayerFolder folder, SecretSet secrets, string file, byte[] bytes)
    {
        var found = new List<FoundTerm>();
        folder.Read(LayerOf(file, bytes));
        secrets.Search(folder.Text.ToLetters(), found);
        secrets.Search(folder.Markup.ToLetters(), found);
    }

    private static ByteLayer LayerOf(string file, byte[] bytes) => new(bytes, null, SecretCheck.FormOf(file) == FileForm.Markup);

    private static long Candidates(LetterAutomaton filter, string text)
    {
        var count = 0L;
        for (var at = filter.NextStart(text, 0, text.Length); at + 5 <= text.Length; at = filter.NextStart(text, at + 1, text.Length))
        {
            count++;
        }

        return count;
    }

    private static IEnumerable<Secret> Invent(int count, int seed) =>
        InventedSecrets.Of(count, seed).Select((text, i) => new Secret((i + 1).ToString(CultureInfo.InvariantCulture), text, SecretScope.Everywhere));

    private static int Number(IReadOnlyList<string> args, string name, int fallback) =>
        Options.Find(args, name) is { } value ? int.Parse(value, CultureInfo.InvariantCulture) : fallback;

    private static TimeSpan Best(Action work)
    {
        var best = TimeSpan.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            work();
            var taken = Process.GetCurrentProcess().TotalProcessorTime - before;
            best = taken < best ? taken : best;
        }

        return best;
    }

    private static void Report(string what, double megabytes, TimeSpan cpu) => Line($"{what}: {cpu.TotalSeconds:N2} CPU s, {megabytes / cpu.TotalSeconds:N0} MB/s");

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
