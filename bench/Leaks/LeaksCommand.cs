using System.Diagnostics;
using System.Globalization;
using Blog.Gate;

namespace Blog.Bench.Leaks;

/// <summary>
/// <c>leaks CASES [--show N] [--clean SITE]</c>: plants every case, counts what is caught, and switches each part of the search off in turn; with a clean site,
/// counts the alarms that the same secrets raise on it.
/// </summary>
internal static class LeaksCommand
{
    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        if (args.Count == 0)
        {
            await Console.Error.WriteLineAsync("leaks CASES [--show N] [--clean SITE], with CASES made by bench/Leaks/cases.py");
            return 2;
        }

        var cases = LeakCase.Read(args[0]);
        var show = int.Parse(Options.Find(args, "--show") ?? "20", CultureInfo.InvariantCulture);
        if (Options.Find(args, "--clean") is { } clean)
        {
            ReportClean(clean, cases);
            return 0;
        }

        var isIndexWhole = await CheckIndexAsync([.. cases.Where(planted => LeakIndex.IsIndex(planted.Sink))], show);
        cases = [.. cases.Where(planted => !LeakIndex.IsIndex(planted.Sink))];
        using var site = await LeakSite.MakeAsync(cases);
        var watch = Stopwatch.StartNew();
        var outcome = site.Check(GateSwitches.All with { Times = false });
        var leaks = cases.Where(planted => planted.IsLeak).ToList();
        Line($"{Count(leaks, planted => planted.Sink)} sinks, {Count(leaks, planted => planted.Encoding)} encodings, {Count(leaks, planted => planted.Variant)} variants");
        Line($"caught {outcome.Planted - outcome.Escaped.Count} of {outcome.Planted} planted ({outcome.Doubted.Count} of the others were listed as doubtful), {watch.Elapsed.TotalSeconds:N1} s");
        Line($"found where they may stand: {outcome.FalseAlarms.Count} of {cases.Count - outcome.Planted}");
        foreach (var planted in outcome.Escaped.Take(show))
        {
            Line($"  escaped: {planted.Number} {planted.Sink} | {planted.Encoding} | {planted.Variant} | {planted.Scope} | {planted.Secret}");
        }

        foreach (var planted in outcome.FalseAlarms.Take(show))
        {
            Line($"  may stand: {planted.Number} {planted.Sink} | {planted.Encoding} | {planted.Variant} | {planted.Secret}");
        }

        var needless = 0;
        var known = outcome.Escaped.ToHashSet();
        foreach (var (part, switches) in LeakSwitches.All)
        {
            var without = site.Check(switches with { Times = false });
            var escaped = without.Escaped.Count(planted => !known.Contains(planted));
            needless += escaped == 0 ? 1 : 0;
            Line($"without {part}: {escaped} escape");
        }

        var times = site.Check(GateSwitches.All).Times;
        Line($"without times of files: {times} escape");
        return outcome.Escaped.Count == 0 && outcome.FalseAlarms.Count == 0 && needless == 0 && times > 0 && isIndexWhole ? 0 : 1;
    }

    private static async Task<bool> CheckIndexAsync(List<LeakCase> cases, int show)
    {
        using var index = await LeakIndex.MakeAsync();
        var escaped = index.Escaped(cases);
        Line($"search index: caught {cases.Count - escaped.Count} of {cases.Count} planted at {Count(cases, planted => planted.Sink)} sinks");
        foreach (var planted in escaped.Take(show))
        {
            Line($"  escaped: {planted.Number} {planted.Sink} | {planted.Variant} | {planted.Secret}");
        }

        return escaped.Count == 0;
    }

    private static void ReportClean(string folder, IReadOnlyList<LeakCase> cases)
    {
        var secrets = SecretSet.Of(cases.Where(planted => planted.IsLeak).Select(planted => new Secret(planted.Number, planted.Secret, SecretScope.Everywhere)));
        var site = StagedSite.Open(folder, "https://archive.example");
        var result = SiteGate.Run(site, new GateInput { Secrets = secrets, Today = new DateOnly(2026, 11, 21), Parallelism = Environment.ProcessorCount, Switches = GateSwitches.All with { Times = false } }, CancellationToken.None);
        var pages = site.Files.Count(file => file.EndsWith(".html", StringComparison.Ordinal));
        var alarms = result.Findings.Where(finding => finding.Case is not null).ToList();
        Line($"{pages} clean pages, {secrets.Count} secrets: {alarms.Count} alarms, {1000.0 * alarms.Count / pages:N2} for 1,000 pages; {result.Doubts.Count} to look at");
        foreach (var alarm in alarms.Concat(result.Doubts).Take(20))
        {
            Line($"  {alarm} ({cases.First(planted => planted.Number == alarm.Case).Secret})");
        }
    }

    private static int Count(List<LeakCase> cases, Func<LeakCase, string> key) => cases.Select(key).Distinct(StringComparer.Ordinal).Count();

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
