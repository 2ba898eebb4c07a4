using System.Globalization;
using System.Security.Cryptography;
using Blog.Vault;

namespace Blog.Bench.Reliability;

/// <summary>
/// Stops and fails <c>vault backup</c> and <c>vault restore</c> at their system calls: a file that has its name opens whole, a store that has its name is whole, the
/// store that was backed up is as before, and the same command run again ends well and leaves nothing behind.
/// </summary>
internal static class BackupKills
{
    private const string Words = "correct horse battery";
    private const string File = "b.backup";

    /// <summary>Runs it from the command line.</summary>
    public static int Run(IReadOnlyList<string> arguments)
    {
        if (Strace.WhyNot() is { } reason)
        {
            Console.Error.WriteLine($"{reason} The campaign stops programs with it.");
            return 2;
        }

        var most = arguments.Count > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 60;
        var (hits, wrong) = Run(["dotnet", "exec", Path.Combine(AppContext.BaseDirectory, "Blog.dll")], most, Console.Out);
        Console.WriteLine($"{hits} disturbances, {wrong} left something wrong");
        return wrong == 0 ? 0 : 1;
    }

    /// <summary>Runs the campaign.</summary>
    /// <param name="program">The program's command line without arguments.</param>
    /// <param name="most">Most disturbances of each verb and kind; every fsync and rename is among them, the others are spread evenly.</param>
    /// <param name="output">Told each thing that is wrong, and the counts.</param>
    /// <returns>How many disturbances happened, and after how many of them something was wrong.</returns>
    public static (int Hits, int Wrong) Run(IReadOnlyList<string> program, int most, TextWriter output)
    {
        var work = Directory.CreateTempSubdirectory("subrosa-backups-").FullName;
        try
        {
            var made = Directory.CreateDirectory(Path.Combine(work, "made")).FullName;
            System.IO.File.WriteAllText(Path.Combine(work, Steps.FirstExport), InventedArchive.First());
            Must(ChildRun.Of(made, [.. program, .. Steps.Init]));
            Must(ChildRun.Of(made, [.. program, "import", Path.Combine("..", Steps.FirstExport), "--blog", "blog"]), 0, 1);
            var password = Path.Combine(made, "pw");
            System.IO.File.WriteAllText(password, Words);
            if (!OperatingSystem.IsWindows())
            {
                System.IO.File.SetUnixFileMode(password, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }

            var backup = Verb(made, work, program, ["vault", "backup", File, "--blog", "blog", "--passphrase-file", "pw"], most, output);
            Must(ChildRun.Of(made, [.. program, "vault", "backup", File, "--blog", "blog", "--passphrase-file", "pw"]));
            var restore = Verb(made, work, program, ["vault", "restore", File, "--blog", "blog", "--vault", "other", "--passphrase-file", "pw"], most, output);
            return (backup.Hits + restore.Hits, backup.Wrong + restore.Wrong);
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private static (int Hits, int Wrong) Verb(string start, string work, IReadOnlyList<string> program, IReadOnlyList<string> arguments, int most, TextWriter output)
    {
        var (trial, log) = (Path.Combine(work, "trial"), Path.Combine(work, "log"));
        IReadOnlyList<string> command = [.. program, .. arguments];
        TrialFolder.Copy(start, trial);
        Must(ChildRun.Of(trial, Strace.Trace(log, command)));
        var calls = WriteCall.Read(log, trial);
        var (hits, wrong) = (0, 0);
        foreach (var kind in new[] { FaultKind.Kill, FaultKind.Eio, FaultKind.Enospc })
        {
            var kindHits = 0;
            foreach (var call in Chosen(kind == FaultKind.Kill ? calls : [.. calls.Where(call => !MayCope(call))], most))
            {
                var fault = new Fault { Step = arguments[1], Kind = kind, Call = call.Name, Ordinal = call.Ordinal };
                System.IO.File.Delete(log);
                TrialFolder.Copy(start, trial);
                var run = ChildRun.Of(trial, kind == FaultKind.Kill ? Strace.Kill(log, trial, fault, command) : Strace.Fail(log, trial, fault, kind == FaultKind.Eio ? "EIO" : "ENOSPC", command));
                if (kind == FaultKind.Kill ? run.ExitCode != 137 : !WriteCall.Read(log, trial).Any(each => each.Injected))
                {
                    continue;
                }

                kindHits++;
                List<string> faults = [.. Judge(trial, work, program, arguments, kind, run)];
                wrong += faults.Count > 0 ? 1 : 0;
                faults.ForEach(each => output.WriteLine($"{fault.Key} ({call.Name} of {Path.GetRelativePath(trial, call.Path)}): {each}"));
            }

            hits += kindHits;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"vault {arguments[1]}, {kind}: {kindHits} disturbances of {calls.Count} calls"));
        }

        return (hits, wrong);
    }

    private static IEnumerable<string> Judge(string trial, string work, IReadOnlyList<string> program, IReadOnlyList<string> arguments, FaultKind kind, ChildRun run)
    {
        if (kind != FaultKind.Kill && (run.ExitCode != 3 || run.Error.Contains("   at ", StringComparison.Ordinal)))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"ends with {run.ExitCode}: {run.Error.Trim()}");
        }

        foreach (var fault in Sound(trial, "vault").Concat(Named(trial, work)))
        {
            yield return fault;
        }

        var done = Directory.Exists(Path.Combine(trial, "other")) || (arguments[1] == "backup" && System.IO.File.Exists(Path.Combine(trial, File)));
        var again = ChildRun.Of(trial, [.. program, .. arguments]);
        if (again.ExitCode != (done ? 2 : 0)) // 2: it is there, and nothing is overwritten
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"run again: ends with {again.ExitCode}: {again.Error.Trim()}");
        }

        foreach (var fault in Sound(trial, "vault").Concat(Named(trial, work)))
        {
            yield return "run again: " + fault;
        }

        // What a run that was killed after its work left goes with the next run that has work to do, so it is not looked for where there was none.
        var left = Directory.EnumerateFileSystemEntries(trial, "*", SearchOption.AllDirectories).Where(path => path.EndsWith(".tmp", StringComparison.Ordinal) || path.Contains(".restore", StringComparison.Ordinal)).ToList();
        if (!done && left.Count > 0)
        {
            yield return $"run again: left behind: {Path.GetRelativePath(trial, left[0])}";
        }
    }

    /// <summary>What is wrong with what bears its name: a backup, a restored store.</summary>
    private static IEnumerable<string> Named(string trial, string work)
    {
        if (System.IO.File.Exists(Path.Combine(trial, File)) && !Opens(Path.Combine(trial, File), Path.Combine(work, "opened")))
        {
            yield return "the backup has its name and does not open";
        }

        if (Directory.Exists(Path.Combine(trial, "other")))
        {
            foreach (var fault in Sound(trial, "other"))
            {
                yield return fault;
            }
        }
    }

    private static bool Opens(string backup, string into)
    {
        try
        {
            TrialFolder.Clear(into);
            using var passphrase = Passphrase.Existing(Words);
            using var random = RandomNumberGenerator.Create();
            return VaultBackup.Restore(backup, Location(into), passphrase, random, TimeProvider.System, actor: null, [], withoutErasures: true).Faults.Count == 0;
        }
        catch (VaultException)
        {
            return false;
        }
    }

    private static IEnumerable<string> Sound(string trial, string folder)
    {
        string? fault;
        try
        {
            using var random = RandomNumberGenerator.Create();
            using var store = VaultStore.Open(Location(Path.Combine(trial, folder)), random, TimeProvider.System);
            fault = VaultVerifier.Verify(store, []).Faults is [var first, ..] ? first : store.Stats().Posts == 0 ? "it is empty" : null;
        }
        catch (VaultException e)
        {
            fault = e.Message;
        }

        if (fault is not null)
        {
            yield return $"{folder}: {fault}";
        }
    }

    private static VaultLocation Location(string folder) => VaultLocation.Resolve(Path.Combine(Path.GetTempPath(), "no-blog"), folder, _ => null);

    private static IEnumerable<WriteCall> Chosen(IReadOnlyList<WriteCall> calls, int most)
    {
        var commits = calls.Where(call => call.Commits).ToList();
        var others = calls.Where(call => !call.Commits).ToList();
        var room = Math.Max(0, most - commits.Count);
        return commits.Take(most).Concat(others.Where((_, at) => room > 0 && at % Math.Max(1, others.Count / room) == 0).Take(room));
    }

    /// <summary>Calls whose failing may be passed over: a leftover that is cleared away later; and SQLite's own fsync of a folder, which the program does as well.</summary>
    private static bool MayCope(WriteCall call) => call.Name is "unlink" or "unlinkat" or "rmdir" || (call.Name == "fsync" && Directory.Exists(call.Path));

    private static void Must(ChildRun run, params int[] codes)
    {
        if (!(codes.Length == 0 ? [0] : codes).Contains(run.ExitCode))
        {
            throw new InvalidOperationException($"The material could not be made: {run.Error}");
        }
    }
}
