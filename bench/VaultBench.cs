using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Blog.Import;
using Blog.Vault;
using NodaTime;

namespace Blog.Bench;

/// <summary>What the private store costs on an archive: import, search index, searches, findings, check, passphrase, backup.</summary>
internal static class VaultBench
{
    public static int Run(IReadOnlyList<string> arguments)
    {
        if (arguments.Count < 1)
        {
            Console.Error.WriteLine("Give the export and, if you like, searches: vault FILE [QUERY ...]");
            return 2;
        }

        var root = Directory.CreateTempSubdirectory("subrosa-bench-").FullName;
        try
        {
            var location = VaultLocation.Resolve(Path.Combine(root, "blog"), Path.Combine(root, "store"), _ => null);
            using var random = RandomNumberGenerator.Create();
            using var store = VaultStore.Create(location, random, TimeProvider.System);
            var job = Importers.Open(arguments[0], DateTimeZone.Utc).Jobs[0];
            Measure("import", () => new VaultImporter(store).TakeIn(job.Read(), null, CancellationToken.None));
            var before = new FileInfo(location.Database).Length;
            Measure("search index, first fill", store.CatchUpSearch);
            var posts = store.Posts().ToList();
            var comments = posts.SelectMany(post => store.Comments(post.Row).Select(comment => comment.Handle)).ToList();
            Line($"{posts.Count:N0} posts and pages, {comments.Count:N0} comments");
            foreach (var query in arguments.Skip(1))
            {
                var times = new List<double>();
                var hits = 0;
                for (var turn = 0; turn < 11; turn++)
                {
                    var from = Stopwatch.GetTimestamp();
                    hits = store.Search(query, 50).Count;
                    times.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
                }

                Line($"search [{query}]: {hits} hits, first {times[0]:0.0} ms, median {times.Order().ElementAt(5):0.0} ms, slowest {times.Max():0.0} ms");
            }

            var findings = Enumerable.Range(0, 3).Select(i => new VaultFinding(TextField.Body, i, 1, "person", 0.9, "Recognizer" + i, "A fixed reason.")).ToList();
            Measure("findings, three a comment, new", () => Replace(store, comments, "1", findings));
            Measure("findings, replaced", () => Replace(store, comments, "2", findings));
            Measure("findings, asked whether they hold", () => Expect(comments.Count, comments.Count(comment => store.Findings.IsCurrent(comment, "2"))));
            Measure("findings, read", () => Expect(comments.Count * 3, comments.Sum(comment => store.Findings.Of(comment).Count)));
            Measure("findings, which are out of date", () => Expect(comments.Count + posts.Count, store.Findings.Outdated("3").Count));
            Line($"file {before / 1e6:0.0} MB after the import");
            Measure("check of the whole store", () => Expect(0, VaultVerifier.Verify(store, []).Faults.Count));
            using var passphrase = Passphrase.Existing("correct horse battery");
            Measure($"one guess at a passphrase ({PassphraseKey.DefaultCost:N0} turns)", () => PassphraseKey.Derive(passphrase, new byte[PassphraseKey.SaltLength], PassphraseKey.DefaultCost));
            var backup = Path.Combine(root, "backup");
            Measure("backup", () => VaultBackup.Write(store, backup, passphrase));
            Line($"backup {new FileInfo(backup).Length / 1e6:0.0} MB of a file of {new FileInfo(location.Database).Length / 1e6:0.0} MB");
            var other = VaultLocation.Resolve(Path.Combine(root, "blog"), Path.Combine(root, "other"), _ => null);
            Measure("restore, with its check", () => VaultBackup.Restore(backup, other, passphrase, random, TimeProvider.System, actor: null, [], withoutErasures: true));
            return 0;
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static void Replace(VaultStore store, IReadOnlyList<VaultHandle> units, string version, IReadOnlyList<VaultFinding> findings)
    {
        using var transaction = store.BeginTransaction();
        foreach (var unit in units)
        {
            store.Findings.Replace(unit, version, findings);
        }

        transaction.Commit();
    }

    private static void Expect(int wanted, int found)
    {
        if (wanted != found)
        {
            throw new InvalidOperationException($"{found} instead of {wanted}.");
        }
    }

    private static void Measure(string what, Action step)
    {
        using var process = Process.GetCurrentProcess();
        var (cpu, from) = (process.TotalProcessorTime, Stopwatch.GetTimestamp());
        step();
        process.Refresh();
        Line($"{what}: {(process.TotalProcessorTime - cpu).TotalSeconds:0.00} CPU s, {Stopwatch.GetElapsedTime(from).TotalSeconds:0.00} s");
    }

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
