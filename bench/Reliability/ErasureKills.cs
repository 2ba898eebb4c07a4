using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Blog.Bench.Threads;
using Blog.Vault;

namespace Blog.Bench.Reliability;

/// <summary>
/// Kills <c>takedown now</c>, <c>takedown erase</c> and <c>takedown git --rewrite</c> at system calls and at instants, drawn by a seed: whatever is left opens and reads, the same command run again
/// completes, and then no byte of the text is left anywhere; what claimed to be done before it was killed is done.
/// </summary>
internal static class ErasureKills
{
    private const string Secret = "The zorvintha ledger was quellimond altered before brackenfoyle inspection, and everybody on that landing knew who held the pen that evening.";
    private const string Answer = "That is brave of you, and nobody will forget it.";
    private const string Page = "blog/output/2015/01/post-0.html";
    private static readonly string[] Words = ["zorvintha", "quellimond", "brackenfoyle"];

    /// <summary>Runs it from the command line.</summary>
    public static int Run(IReadOnlyList<string> arguments)
    {
        if (Strace.WhyNot() is { } reason)
        {
            Console.Error.WriteLine($"{reason} The campaign stops programs with it.");
            return 2;
        }

        var count = arguments.Count > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 40;
        var seed = arguments.Count > 1 ? ulong.Parse(arguments[1], CultureInfo.InvariantCulture) : 1;
        var (hits, wrong) = Run(["dotnet", "exec", Path.Combine(AppContext.BaseDirectory, "Blog.dll")], ["now", "erase", "git"], count, count / 4, seed, Console.Out);
        Console.WriteLine($"{hits} kills, {wrong} left something wrong");
        return wrong == 0 ? 0 : 1;
    }

    /// <summary>Runs the campaign.</summary>
    /// <param name="program">The program's command line without arguments.</param>
    /// <param name="verbs">Of <c>now</c>, <c>erase</c>, <c>git</c>.</param>
    /// <param name="stops">Kills at system calls, each verb: half of them at commits and renamings.</param>
    /// <param name="instants">Kills at moments, each verb.</param>
    /// <param name="seed">Chooses them.</param>
    /// <param name="output">Told each thing that is wrong, and the counts.</param>
    /// <returns>How many kills happened, and after how many of them something was wrong.</returns>
    public static (int Hits, int Wrong) Run(IReadOnlyList<string> program, IReadOnlyList<string> verbs, int stops, int instants, ulong seed, TextWriter output)
    {
        var work = Directory.CreateTempSubdirectory("subrosa-erasures-").FullName;
        try
        {
            var made = Make(work, program);
            var (hits, wrong) = (0, 0);
            foreach (var verb in verbs)
            {
                string[] arguments = verb switch
                {
                    "now" => ["takedown", "now", "/2015/01/post-0.html#c190001", "--blog", "blog"],
                    "erase" => ["takedown", "erase", "--phrase", "zorvintha ledger", "--yes", "--blog", "blog"], // by words: those that a second run does not find any more
                    "git" => ["takedown", "git", "--rewrite", "--yes", "--blog", "blog"],
                    _ => throw new ArgumentException($"No campaign for {verb}.", nameof(verbs)),
                };
                if (verb == "git")
                {
                    Must(ChildRun.Of(made, [.. program, "takedown", "erase", "--phrase", "zorvintha ledger", "--yes", "--blog", "blog"]));
                    Git(made, "add", "-A");
                    Git(made, "commit", "-q", "-m", "after");
                    Git(made, "config", "--local", Blog.Release.Erasure.GitRewriter.Setting, "true");
                }

                var (h, w) = Verb(verb, arguments, made, work, program, stops, instants, seed, output);
                hits += h;
                wrong += w;
            }

            return (hits, wrong);
        }
        finally
        {
            TrialFolder.Clear(work);
        }
    }

    private static (int Hits, int Wrong) Verb(string verb, string[] arguments, string made, string work, IReadOnlyList<string> program, int stops, int instants, ulong seed, TextWriter output)
    {
        var (trial, log) = (Path.Combine(work, "trial"), Path.Combine(work, "log"));
        IReadOnlyList<string> command = [.. program, .. arguments];
        TrialFolder.Copy(made, trial);
        var usual = ChildRun.Of(trial, command);
        Must(usual);
        TrialFolder.Copy(made, trial);
        ChildRun.Of(trial, Strace.Trace(log, command));
        var calls = WriteCall.Read(log, trial);
        var random = new StableRandom(seed);
        var commits = calls.Where(call => call.Commits).ToList();
        var faults = Enumerable.Range(0, stops).Select(i => i % 2 == 0 && commits.Count > 0 ? random.Pick(commits) : random.Pick(calls))
            .Select(call => new Fault { Step = verb, Kind = FaultKind.Kill, Call = call.Name, Ordinal = call.Ordinal, Target = $"{call.Name} of {Path.GetRelativePath(trial, call.Path)}" })
            .Concat(Enumerable.Range(0, instants).Select(i => new Fault { Step = verb, Kind = FaultKind.Instant, Ordinal = i, Permille = random.Between(100, 1050), Target = "an instant" })).ToList();
        var (hits, wrong) = (0, 0);
        foreach (var fault in faults)
        {
            TrialFolder.Copy(made, trial);
            var run = fault.Kind == FaultKind.Kill ? ChildRun.Of(trial, Strace.Kill(log, trial, fault, command)) : ChildRun.Of(trial, command, usual.Elapsed * fault.Permille / 1000);
            if (run.ExitCode is 0)
            {
                continue; // over before it was hit; a child of it that was hit shows in its code
            }

            hits++;
            List<string> seen = [.. Judge(verb, trial, work, [.. program, .. arguments], run)];
            wrong += seen.Count > 0 ? 1 : 0;
            seen.ForEach(each => output.WriteLine($"{fault.Key} ({fault.Target}): {each}"));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"takedown {verb}: {hits} kills of {faults.Count} planned, {calls.Count} calls, {wrong} left something wrong"));
        return (hits, wrong);
    }

    private static IEnumerable<string> Judge(string verb, string trial, string work, IReadOnlyList<string> command, ChildRun run)
    {
        var claimed = run.Output.Contains(verb switch { "now" => "Taken down: ", "erase" => "Erased. ", _ => "Looked for again" }, StringComparison.Ordinal);
        foreach (var fault in Whole(trial, work).Concat(claimed ? Left(verb, trial) : []))
        {
            yield return (claimed ? "it said that it was done: " : string.Empty) + fault;
        }

        var again = ChildRun.Of(trial, command);
        if (again.ExitCode != 0 && !(verb == "erase" && claimed && again.ExitCode == 2)) // by its words nothing is found once all is done
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"run again: ends with {again.ExitCode}: {again.Error.Trim()}");
        }

        foreach (var fault in Whole(trial, work).Concat(Left(verb, trial)))
        {
            yield return "run again: " + fault;
        }

        var leftovers = Directory.EnumerateFileSystemEntries(trial, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
            .Where(path => path.EndsWith(".tmp", StringComparison.Ordinal) || path.EndsWith("/subrosa-rewrite", StringComparison.Ordinal) || (path.Contains("/.git/", StringComparison.Ordinal) && path.EndsWith(".lock", StringComparison.Ordinal))).ToList();
        if (leftovers.Count > 0 && !claimed)
        {
            yield return $"run again: left behind: {Path.GetRelativePath(trial, leftovers[0])}";
        }
    }

    /// <summary>What is wrong with what must stand whatever happened: the store, its audit, the thread.</summary>
    private static IEnumerable<string> Whole(string trial, string work)
    {
        // Looked at in a copy: opening the store would clear up what the next run must cope with.
        var copy = Path.Combine(work, "looked-at");
        TrialFolder.Copy(Path.Combine(trial, "vault"), copy);
        string? fault;
        try
        {
            using var random = RandomNumberGenerator.Create();
            using var store = VaultStore.Open(VaultLocation.Resolve(Path.Combine(work, "no-blog"), copy, _ => null), random, TimeProvider.System);
            fault = VaultVerifier.Verify(store, []).Faults is [var first, ..] ? first : null;
        }
        catch (VaultException e)
        {
            fault = e.Message;
        }

        if (fault is not null)
        {
            yield return "the store: " + fault;
        }

        var page = Path.Combine(trial, Page);
        if (!File.Exists(page) || !File.ReadAllText(page).Contains(Answer, StringComparison.Ordinal))
        {
            yield return "the thread does not read any more";
        }

        if (Directory.Exists(Path.Combine(trial, "blog", ".git")) && ChildRun.Of(Path.Combine(trial, "blog"), ["git", "fsck", "--full", "--no-dangling"]) is { ExitCode: not 0 } fsck)
        {
            yield return "the repository: " + fsck.Error.Trim();
        }
    }

    /// <summary>Where a word of the text still stands, where the verb takes it away.</summary>
    private static IEnumerable<string> Left(string verb, string trial)
    {
        if (verb == "git")
        {
            var blog = Path.Combine(trial, "blog");
            var objects = ChildRun.Of(blog, ["git", "cat-file", "--batch-all-objects", "--batch", "--buffer"]).Output;
            if (Words.Any(word => objects.Contains(word, StringComparison.OrdinalIgnoreCase)))
            {
                yield return "an object of the repository holds it";
            }

            if (ChildRun.Of(blog, ["git", "rev-list", "--all", "--count"]).Output.Trim() != "1")
            {
                yield return "the history has more than one commit";
            }

            yield break;
        }

        foreach (var file in Directory.EnumerateFiles(Path.Combine(trial, verb == "now" ? Path.Combine("blog", "output") : string.Empty), "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
            .Where(file => !file.Contains("/.git/", StringComparison.Ordinal)))
        {
            var bytes = File.ReadAllBytes(file);
            if (new[] { Encoding.Latin1.GetString(bytes), Encoding.Unicode.GetString(bytes), Unpacked(bytes) }.Any(text => Words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase))))
            {
                yield return $"{Path.GetRelativePath(trial, file)} holds it";
            }
        }
    }

    private static string Unpacked(byte[] bytes)
    {
        if (bytes is not [0x1f, 0x8b, ..])
        {
            return string.Empty;
        }

        using var packed = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var text = new MemoryStream();
        packed.CopyTo(text);
        return Encoding.Latin1.GetString(text.ToArray());
    }

    private static string Make(string work, IReadOnlyList<string> program)
    {
        var made = Directory.CreateDirectory(Path.Combine(work, "made")).FullName;
        File.WriteAllText(Path.Combine(work, Steps.FirstExport), InventedArchive.First().Replace("</feed>", Comment(190_001, Secret) + Comment(190_002, Answer) + Comment(190_003, Secret[4..90]) + "</feed>", StringComparison.Ordinal));
        Must(ChildRun.Of(made, [.. program, .. Steps.Init]));
        Must(ChildRun.Of(made, [.. program, "import", Path.Combine("..", Steps.FirstExport), "--blog", "blog"]), 0, 1);
        Must(ChildRun.Of(made, [.. program, "release", "--blog", "blog", "--as-it-was", "--yes"]));
        Must(ChildRun.Of(made, [.. program, "build", "--blog", "blog", "--as-of", "2026-11-21"]));
        Git(made, "init", "-q", "-b", "main");
        Git(made, "config", "user.name", "A blog");
        Git(made, "config", "user.email", "noreply@blog.example");
        File.AppendAllText(Path.Combine(made, "blog", ".gitignore"), "output/\n.build/\n");
        Git(made, "add", "-A");
        Git(made, "commit", "-q", "-m", "before");
        Git(made, "branch", "other");
        return made;
    }

    private static string Comment(int id, string words) => string.Create(CultureInfo.InvariantCulture, $"""
        <entry><id>tag:blogger.com,1999:blog-4242.post-{id}</id><published>2015-02-02T10:00:00.000Z</published><updated>2015-02-02T10:00:00.000Z</updated><category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#comment'/><title type='text'>Comment</title><content type='html'>{words}</content><author><name>Anonymous</name></author><thr:in-reply-to href='http://invented-blog.blogspot.com/2015/01/post-0.html' ref='tag:blogger.com,1999:blog-4242.post-1000' type='text/html'/></entry>

        """);

    private static void Git(string made, params string[] arguments) => Must(ChildRun.Of(Path.Combine(made, "blog"), ["git", .. arguments]));

    private static void Must(ChildRun run, params int[] codes)
    {
        if (!(codes.Length == 0 ? [0] : codes).Contains(run.ExitCode))
        {
            throw new InvalidOperationException($"The material could not be made: {run.Output} {run.Error}");
        }
    }
}
