using System.Globalization;
using Blog.Bench.Hostile;
using Blog.Bench.Threads;

namespace Blog.Bench.Reliability;

/// <summary>
/// Kills the import of every kind of source at random instants, runs it again, releases, and asks for the same rows in the store and the same bytes in <c>input/</c> as after an import that nobody disturbed.
/// </summary>
internal static class ImportKills
{
    /// <summary>Arguments: [kills a kind, default 16] [seed, default 1] [kind ...].</summary>
    public static int Run(IReadOnlyList<string> arguments)
    {
        var kills = arguments.Count > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 16;
        var seed = arguments.Count > 1 ? ulong.Parse(arguments[1], CultureInfo.InvariantCulture) : 1;
        var (hits, wrong) = Run(["dotnet", "exec", Path.Combine(AppContext.BaseDirectory, "Blog.dll")], arguments.Count > 2 ? [.. arguments.Skip(2)] : InventedSources.Kinds, 400, kills, seed, Console.Out);
        Console.WriteLine($"{hits} kills, {wrong} left something wrong");
        return wrong == 0 ? 0 : 1;
    }

    /// <summary>Runs the campaign.</summary>
    /// <param name="program">The program's command line without arguments.</param>
    /// <param name="kinds">Of <see cref="InventedSources.Kinds"/>.</param>
    /// <param name="posts">Posts of an archive.</param>
    /// <param name="kills">Kills of each kind.</param>
    /// <param name="seed">Chooses the instants.</param>
    /// <param name="output">Told what is wrong, and the counts.</param>
    /// <returns>How many runs were killed before their end, and after how many of them something was wrong.</returns>
    public static (int Hits, int Wrong) Run(IReadOnlyList<string> program, IReadOnlyList<string> kinds, int posts, int kills, ulong seed, TextWriter output)
    {
        var work = Directory.CreateTempSubdirectory("subrosa-imports-").FullName;
        try
        {
            var made = Path.Combine(work, "made");
            Directory.CreateDirectory(made);
            Must(ChildRun.Of(made, [.. program, "init", "blog", "--title", "Quay Notes", "--address", "https://quay.example", "--no-git"]));
            HostileBlog.KeepAll(Path.Combine(made, "blog", "input", "site.yml")); // ids that are made anew follow from random names
            Must(ChildRun.Of(made, [.. program, "vault", "init", "--blog", "blog"])); // one key for all, so that files can be compared
            var (hits, wrong) = (0, 0);
            foreach (var kind in kinds)
            {
                var source = InventedSources.Write(kind, posts, Path.Combine(work, kind));
                var (h, w) = new Kind(program, made, work, source).Run(kills, new StableRandom(seed + (ulong)kind.Length), output);
                output.WriteLine($"{kind}: {h} of {kills} killed before their end, {w} wrong");
                (hits, wrong) = (hits + h, wrong + w);
            }

            return (hits, wrong);
        }
        finally
        {
            TrialFolder.Clear(work);
        }
    }

    private static ChildRun Must(ChildRun run) => run.ExitCode == 0 ? run : throw new InvalidOperationException($"A run that nobody disturbed ends with {run.ExitCode}: {run.Output} {run.Error}");

    /// <summary>The kills of one kind of source.</summary>
    private sealed class Kind(IReadOnlyList<string> program, string made, string work, string source)
    {
        private readonly string _trial = Path.Combine(work, "trial");

        public (int Hits, int Wrong) Run(int kills, StableRandom random, TextWriter output)
        {
            var before = BlogState.Read(made, work);
            var usual = Import(null).Elapsed;
            var first = BlogState.Read(_trial, work);
            Import(null);
            var second = BlogState.Read(_trial, work);
            var changing = VaultRows.Changing(first.Vault!, second.Vault!); // not null: an import makes them
            var (old, rows, files) = (before.Vault!.Counted(changing), second.Vault!.Counted(changing), Release()); // not null: as above
            if (!StateRules.Same(rows, first.Vault!.Counted(changing)) || files.Count < 10)
            {
                throw new InvalidOperationException("Two imports that nobody disturbed differ.");
            }

            var (hits, wrong) = (0, 0);
            for (var i = 0; i < kills; i++)
            {
                var run = Import(usual * (random.Between(50, 1_000) / 1_000.0));
                hits += run.ExitCode == 137 ? 1 : 0;
                var left = BlogState.Read(_trial, work);
                var faults = new List<string>();
                if (left.VaultFault is { } fault)
                {
                    faults.Add(fault);
                }
                else if (left.Vault is null || (!StateRules.Same(StateRules.WithoutFindings(left.Vault.Counted(changing)), StateRules.WithoutFindings(old)) && !StateRules.Same(StateRules.WithoutFindings(left.Vault.Counted(changing)), StateRules.WithoutFindings(rows)) && !Directory.Exists(source)))
                {
                    faults.Add("the store is neither as before nor as after"); // of a folder each source is a transaction of its own
                }

                Must(ChildRun.Of(_trial, Command));
                if (!StateRules.Same(BlogState.Read(_trial, work).Vault?.Counted(changing), rows))
                {
                    faults.Add("run again: the store holds something else");
                }

                if (!StateRules.Same(Release(), files))
                {
                    faults.Add("run again and released: input/ differs");
                }

                wrong += faults.Count > 0 ? 1 : 0;
                faults.ForEach(output.WriteLine);
            }

            return (hits, wrong);
        }

        private string[] Command => [.. program, "import", source, "--blog", "blog"];

        private ChildRun Import(TimeSpan? killAfter)
        {
            TrialFolder.Copy(made, _trial);
            var run = ChildRun.Of(_trial, Command, killAfter);
            return killAfter is null ? Must(run) : run;
        }

        private SortedDictionary<string, string> Release()
        {
            Must(ChildRun.Of(_trial, [.. program, "release", "--blog", "blog", "--as-it-was", "--yes"]));
            return BlogState.Read(_trial, work).Input;
        }
    }
}
