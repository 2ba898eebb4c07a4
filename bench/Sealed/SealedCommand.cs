using System.Globalization;
using System.Security.Cryptography;
using Blog.Gate;
using Blog.Release;
using Blog.Source;
using Blog.Text;

namespace Blog.Bench.Sealed;

/// <summary><c>sealed BLOG [N]</c>: size of <c>redactions.sealed</c> for N invented secrets (default 2,000), and the CPU time of a safety check with none, in the open and sealed.</summary>
internal static class SealedCommand
{
    private static readonly string[] First = ["Wrenna", "Linnet", "Fenwick", "Corra", "Tamsin", "Ivo", "Mabel", "Osric", "Pia", "Runa", "Selby", "Una", "Verity", "Wystan", "Yara", "Zeno"];
    private static readonly string[] Last = ["Quayle", "Ockering", "Thistlewood", "Marrable", "Penhallow", "Stourbridge", "Underhay", "Vexford", "Yeoward", "Zealley", "Arkley", "Birdsall"];

    public static int Run(IReadOnlyList<string> arguments)
    {
        if (arguments.Count == 0 || !Directory.Exists(Path.Combine(arguments[0], "output")))
        {
            Console.Error.WriteLine("Use: sealed BLOG [N], with a built site in BLOG/output");
            return 2;
        }

        var folder = new BlogFolder(arguments[0]);
        var count = arguments.Count > 1 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : 2000;
        var reader = new BlogReader(folder);
        var threads = UnitThreads.Read(reader);
        var posts = threads.Values.Distinct(StringComparer.Ordinal).ToList();
        var units = threads.ToLookup(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
        var terms = new List<SealedTerm>();
        for (var i = 0; i < count; i++)
        {
            var words = (i % 5) switch
            {
                0 => $"{First[i % First.Length]} {Last[i / 3 % Last.Length]}{i}",
                1 => $"{Last[i % Last.Length]}{i}ton",
                2 => $"07700 900{i % 1000:D3}",
                3 => $"{First[i / 7 % First.Length].ToLowerInvariant()}.{i}@example.org",
                _ => $"{First[i % First.Length]}{(char)('a' + (i % 26))}",
            };
            var post = posts[i % posts.Count];
            terms.Add(new SealedTerm(words, LetterCase.Any, (i % 4) switch { 0 => null, 1 => [post], _ => [.. units[post]] }, []));
        }

        using var random = RandomNumberGenerator.Create();
        if (!SealKey.TryParse(SealKey.Make(random), out var key))
        {
            throw new InvalidOperationException("a key just made cannot be read");
        }

        var before = Environment.CpuUsage.TotalTime;
        var (file, report) = SealedRedactionsWriter.Seal(key, terms, [], threads, random);
        var bytes = file.ToBytes();
        Say($"{report.Terms:N0} secrets: {report.Forms:N0} forms, {report.Entries:N0} entries, {bytes.Length / 1e3:N0} kB, sealed in {(Environment.CpuUsage.TotalTime - before).TotalSeconds:N2} CPU s");

        var site = StagedSite.Open(folder.Output, reader.ReadSettings().Address);
        Say($"site: {site.Files.Count:N0} files, {site.Files.Sum(path => new FileInfo(Path.Combine(site.Root, path)).Length) / 1e6:N1} MB");
        var plain = SecretSet.Of(terms.Select((term, i) => new Secret(FormattableString.Invariant($"{i}"), term.Words, term.Units is null ? SecretScope.Everywhere : SecretScope.Of(term.Units))));
        foreach (var (name, secrets) in new[] { ("no secrets", SecretSet.None), ("in the open", plain), ("sealed", SecretSet.Of(new SealedSecrets(SealedRedactions.Parse(bytes, "redactions.sealed"), key, threads))) })
        {
            for (var pass = 1; pass <= 2; pass++)
            {
                before = Environment.CpuUsage.TotalTime;
                var result = SiteGate.Run(site, new GateInput { Secrets = secrets, Today = new DateOnly(2026, 11, 21), Parallelism = 1 }, CancellationToken.None);
                Say($"check, {name}, pass {pass}: {(Environment.CpuUsage.TotalTime - before).TotalSeconds:N2} CPU s, secrets on {result.Findings.Where(finding => finding.Check == "secrets").Select(finding => (finding.File, finding.Line)).Distinct().Count()} lines");
            }
        }

        return 0;
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
