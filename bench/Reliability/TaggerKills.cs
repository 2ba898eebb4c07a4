using System.Globalization;
using Blog.Bench.Hostile;
using Blog.Bench.Threads;

namespace Blog.Bench.Reliability;

/// <summary>
/// Kills the tagger's pass (<c>vault tagger --run</c>) and the taking of what it learned (<c>vault train --take</c>) at random instants, looks at the store, runs them again, and asks for the rows of a run that nobody disturbed.
/// </summary>
internal static class TaggerKills
{
    private static readonly string[] Verbs = ["pass", "take"];

    /// <summary>Arguments: [kills a verb, default 40] [seed, default 1].</summary>
    public static int Run(IReadOnlyList<string> arguments)
    {
        var kills = arguments.Count > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 40;
        var seed = arguments.Count > 1 ? ulong.Parse(arguments[1], CultureInfo.InvariantCulture) : 1;
        var (hits, wrong) = Run(["dotnet", "exec", Path.Combine(AppContext.BaseDirectory, "Blog.dll")], Verbs, posts: 200, kills, seed, Console.Out);
        Console.WriteLine($"{hits} kills, {wrong} left something wrong");
        return wrong == 0 ? 0 : 1;
    }

    /// <summary>Runs the campaign.</summary>
    /// <param name="program">The program's command line without arguments.</param>
    /// <param name="verbs">"pass" and "take", or one of them.</param>
    /// <param name="posts">Posts of the invented archive; each has five comments.</param>
    /// <param name="kills">Kills of each verb.</param>
    /// <param name="seed">Chooses the instants.</param>
    /// <param name="output">Told what is wrong, and the counts.</param>
    /// <returns>How many runs were killed before their end, and after how many of them something was wrong.</returns>
    public static (int Hits, int Wrong) Run(IReadOnlyList<string> program, IReadOnlyList<string> verbs, int posts, int kills, ulong seed, TextWriter output)
    {
        var work = Directory.CreateTempSubdirectory("subrosa-tagger-").FullName;
        try
        {
            var made = Path.Combine(work, "made");
            Directory.CreateDirectory(made);
            Must(ChildRun.Of(made, [.. program, "init", "blog", "--title", "Quay Notes", "--address", "https://quay.example", "--no-git"]));
            Must(ChildRun.Of(made, [.. program, "import", InventedSources.Write("wordpress", posts, Path.Combine(work, "source")), "--blog", "blog"]));
            Must(ChildRun.Of(made, [.. program, "redact", "term", "the wall", "--kind", "place", "--blog", "blog"]));
            var (hits, wrong) = (0, 0);
            foreach (var verb in verbs)
            {
                string[] command = [.. program, "vault", .. verb == "pass" ? (string[])["tagger", "--run"] : ["train", "--take"], "--blog", "blog"];
                var (h, w) = Verb(command, made, work, kills, new StableRandom(seed + (ulong)verb.Length), output);
                output.WriteLine($"{verb}: {h} of {kills} killed before their end, {w} wrong");
                (hits, wrong) = (hits + h, wrong + w);
            }

            return (hits, wrong);
        }
        finally
        {
            TrialFolder.Clear(work);
        }
    }

    private static (int Hits, int Wrong) Verb(string[] command, string made, string work, int kills, StableRandom random, TextWriter output)
    {
        var trial = Path.Combine(work, "trial");
        var usual = Undisturbed().Elapsed;
        var first = BlogState.Read(trial, work).Vault!; // not null: the import made it
        Undisturbed();
        var second = BlogState.Read(trial, work).Vault!;
        var changing = VaultRows.Changing(first, second);
        var (before, after) = (BlogState.Read(made, work).Vault!.Counted(changing), second.Counted(changing));
        if (StateRules.Same(before, after) || !StateRules.Same(first.Counted(changing), after))
        {
            throw new InvalidOperationException("The verb does nothing, or two runs that nobody disturbed differ.");
        }

        var (hits, wrong) = (0, 0);
        for (var i = 0; i < kills; i++)
        {
            TrialFolder.Copy(made, trial);
            hits += ChildRun.Of(trial, command, usual * (random.Between(100, 1_000) / 1_000.0)).ExitCode == 137 ? 1 : 0;
            var left = BlogState.Read(trial, work);
            var faults = new List<string>();
            if (left.VaultFault is { } fault)
            {
                faults.Add(fault);
            }
            else
            {
                faults.AddRange(Between(before, after, left.Vault!.Counted(changing)));
            }

            Must(ChildRun.Of(trial, command));
            if (!StateRules.Same(BlogState.Read(trial, work).Vault?.Counted(changing), after))
            {
                faults.Add("run again: the store holds something else");
            }

            wrong += faults.Count > 0 ? 1 : 0;
            faults.ForEach(output.WriteLine);
        }

        return (hits, wrong);

        ChildRun Undisturbed()
        {
            TrialFolder.Copy(made, trial);
            return Must(ChildRun.Of(trial, command));
        }
    }

    /// <summary>What is wrong with a store that was left in between: it may hold what was there and any whole threads of what comes, and nothing else.</summary>
    private static IEnumerable<string> Between(SortedDictionary<string, int> before, SortedDictionary<string, int> after, SortedDictionary<string, int> now)
    {
        foreach (var row in before.Keys.Union(after.Keys).Union(now.Keys))
        {
            var (old, late, there) = (before.GetValueOrDefault(row), after.GetValueOrDefault(row), now.GetValueOrDefault(row));
            if (there < Math.Min(old, late))
            {
                yield return "lost: a row of " + row.Split(':')[0];
            }
            else if (there > Math.Max(old, late))
            {
                yield return "neither there before nor after: a row of " + row.Split(':')[0];
            }
        }
    }

    private static ChildRun Must(ChildRun run) => run.ExitCode == 0 ? run : throw new InvalidOperationException($"A run that nobody disturbed ends with {run.ExitCode}: {run.Output} {run.Error}");
}
