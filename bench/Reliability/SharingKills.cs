using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Blog.Bench.Threads;
using Blog.Commands.Sharing;
using Blog.Guests;
using Blog.Jose;
using Blog.Moderate;
using Blog.Source;
using Blog.Vault;
using Blog.Vault.Guests;
using Blog.Vault.Keys;

namespace Blog.Bench.Reliability;

/// <summary>
/// Kills the verbs of keys, packets, the inbox and guests' texts at system calls and at instants, drawn by a seed: whatever is left opens and verifies, is as before or as after and nothing between,
/// what was acknowledged is there, and the same command run again ends as if nothing had happened.
/// </summary>
internal static class SharingKills
{
    /// <summary>The verbs, each in the state that the ones before it left.</summary>
    public static readonly string[] Verbs = ["keys-new", "keys-rotate", "export", "open", "return", "merge", "pull", "publish"];

    private const string Words = "correct horse battery";
    private const string Editor = "Patient Lathe";
    private const string Moderator = "Quiet Harbour";
    private const int Messages = 3;
    private const int Decided = 2;

    private static readonly string[] Stores = ["vault", "own"];

    private static readonly string Day = TimeProvider.System.GetUtcNow().AddDays(7).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The console of an opened packet goes on until it is stopped: this long is enough to unpack and start.</summary>
    private static readonly TimeSpan OpenFor = TimeSpan.FromSeconds(10);

    /// <summary>Runs it from the command line.</summary>
    public static int Run(IReadOnlyList<string> arguments)
    {
        if (Strace.WhyNot() is { } reason)
        {
            Console.Error.WriteLine($"{reason} The campaign stops programs with it.");
            return 2;
        }

        var count = arguments.Count > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 20;
        var seed = arguments.Count > 1 ? ulong.Parse(arguments[1], CultureInfo.InvariantCulture) : 1;
        var (hits, wrong) = Run(["dotnet", "exec", Path.Combine(AppContext.BaseDirectory, "Blog.dll")], arguments.Count > 2 ? [.. arguments.Skip(2)] : Verbs, count, count / 2, seed, Console.Out);
        Console.WriteLine($"{hits} kills, {wrong} left something wrong");
        return wrong == 0 ? 0 : 1;
    }

    /// <summary>Runs the campaign.</summary>
    /// <param name="program">The program's command line without arguments.</param>
    /// <param name="verbs">Of <see cref="Verbs"/>, those that are killed; all are run.</param>
    /// <param name="stops">Kills at system calls, each verb: half of them at commits and renamings.</param>
    /// <param name="instants">Kills at moments, each verb.</param>
    /// <param name="seed">Chooses them.</param>
    /// <param name="output">Told each thing that is wrong, and the counts.</param>
    /// <returns>How many kills happened, and after how many of them something was wrong.</returns>
    public static (int Hits, int Wrong) Run(IReadOnlyList<string> program, IReadOnlyList<string> verbs, int stops, int instants, ulong seed, TextWriter output)
    {
        var work = Directory.CreateTempSubdirectory("subrosa-sharing-").FullName;
        try
        {
            var made = Make(work, program);
            var (hits, wrong) = (0, 0);
            foreach (var verb in Verbs)
            {
                Prepare(verb, made, program);
                var arguments = Arguments(verb, made);
                if (verbs.Contains(verb))
                {
                    var (h, w) = Verb(verb, arguments, made, work, program, stops, instants, seed, output);
                    hits += h;
                    wrong += w;
                }

                do
                {
                    Must(Usual(verb, made, [.. program, .. arguments]), 0, 137);
                }
                while (verb == "open" && !Directory.Exists(Path.Combine(made, "packet.jwe.open"))); // a busy machine may take longer than it is given
            }

            return (hits, wrong);
        }
        finally
        {
            TrialFolder.Clear(work);
        }
    }

    private static string[] Arguments(string verb, string made) => verb switch
    {
        "keys-new" => ["keys", "new", Editor, "--blog", "blog", "--passphrase-file", "pw"],
        "keys-rotate" => ["keys", "rotate", "--blog", "blog", "--passphrase-file", "pw"],
        "export" => ["moderate", "export", "--threads", Look(made, Path.GetDirectoryName(made)!, "vault", store => store.Posts().First(post => store.Comments(post.Row).Count >= Decided).Handle.Hex), "--to", Moderator, "--out", "packet.jwe", "--blog", "blog", "--passphrase-file", "pw"],
        "open" => ["moderate", "open", "packet.jwe", "--blog", "there", "--vault", "own", "--passphrase-file", "pw"],
        "return" => ["moderate", "return", "packet.jwe", "--out", "decisions.jwe", "--blog", "there", "--vault", "own", "--passphrase-file", "pw"],
        "merge" => ["moderate", "merge", "decisions.jwe", "--blog", "blog", "--passphrase-file", "pw"],
        "pull" => ["inbox", "pull", "in", "--blog", "blog", "--passphrase-file", "pw"],
        "publish" => ["guest", "publish", Look(made, Path.GetDirectoryName(made)!, "vault", store => store.Guests.List()[0].Handle.Hex), "--on", Day, "--blog", "blog", "--passphrase-file", "pw"],
        _ => throw new ArgumentException($"No campaign for {verb}.", nameof(verb)),
    };

    /// <summary>What has to be there before a verb, made by other verbs undisturbed.</summary>
    private static void Prepare(string verb, string made, IReadOnlyList<string> program)
    {
        switch (verb)
        {
            case "export":
                Must(ChildRun.Of(made, [.. program, "keys", "new", Moderator, "--blog", "there", "--vault", "own", "--passphrase-file", "pw"]));
                Must(ChildRun.Of(made, [.. program, "keys", "export", "--blog", "blog", "--out", "editor.json"]));
                Must(ChildRun.Of(made, [.. program, "keys", "export", "--blog", "there", "--vault", "own", "--out", "moderator.json"]));
                Accept(made, "vault", "moderator.json");
                Accept(made, "own", "editor.json");
                break;
            case "return":
                Decide(made);
                break;
            case "pull":
                File.AppendAllText(Path.Combine(made, "blog", "input", "site.yml"), "submissions: {endpoint: file}\n");
                Must(ChildRun.Of(made, [.. program, "keys", "new", "--recovery", "--out", "rescue", "--passphrase-file", "pw"]));
                Must(ChildRun.Of(made, [.. program, "keys", "publish", "--recovery", "rescue.public.json", "--blog", "blog"]));
                Submit(made);
                break;
            case "publish":
                using (var random = RandomNumberGenerator.Create())
                using (var store = VaultStore.Open(At(made, "vault"), random, TimeProvider.System))
                {
                    Unlock(store);
                    store.Actor = Editor;
                    var book = new GuestBook(store, TimeProvider.System);
                    var guest = book.Add(new GuestArrival("A night shift", "It was a long night in the office, and nobody came to say that it was over.") { Sender = "Nobody Inparticular" });
                    book.Amend(guest, "A night shift", "It was a long night, and nobody came to say that it was over.");
                    book.Ask(guest);
                    book.Answer(guest, ConsentAnswer.Yes, book.Today, new ConsentTerms(ConsentScope.Whole, null, OpenComments: true, KeepOriginal: false));
                }

                break;
            default:
                break;
        }
    }

    private static (int Hits, int Wrong) Verb(string verb, string[] arguments, string made, string work, IReadOnlyList<string> program, int stops, int instants, ulong seed, TextWriter output)
    {
        var (trial, log) = (Path.Combine(work, "trial"), Path.Combine(work, "log"));
        IReadOnlyList<string> command = [.. program, .. arguments];
        TrialFolder.Copy(made, trial);
        var usual = Usual(verb, trial, command);
        Must(usual, 0, 137);
        TrialFolder.Copy(made, trial);
        Usual(verb, trial, Strace.Trace(log, command));
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
            var length = verb == "open" ? TimeSpan.FromSeconds(2) : usual.Elapsed;
            var run = fault.Kind == FaultKind.Kill ? Usual(verb, trial, Strace.Kill(log, trial, fault, command)) : ChildRun.Of(trial, command, length * fault.Permille / 1000);
            if (run.ExitCode is 0 || (verb == "open" && fault.Kind == FaultKind.Kill && run.Elapsed >= OpenFor))
            {
                continue; // over before it was hit
            }

            hits++;
            List<string> seen = [.. Judge(verb, trial, work, command, run)];
            wrong += seen.Count > 0 ? 1 : 0;
            seen.ForEach(each => output.WriteLine($"{fault.Key} ({fault.Target}): {each}"));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{verb}: {hits} kills of {faults.Count} planned, {calls.Count} calls, {wrong} left something wrong"));
        return (hits, wrong);
    }

    private static IEnumerable<string> Judge(string verb, string trial, string work, IReadOnlyList<string> command, ChildRun run)
    {
        var claimed = run.Output.Contains(verb switch
        {
            "keys-new" or "keys-rotate" => "and out its public part",
            "export" => "packet.jwe",
            "open" => "What you decide is kept in",
            "return" => "decisions, signed by you",
            "merge" => "taken in, 0 left",
            "pull" => " in = ",
            _ => Day,
        }, StringComparison.Ordinal) || (verb == "keys-rotate" && run.Output.Contains("Fingerprint: ", StringComparison.Ordinal));
        var (state, wrong) = State(verb, trial, work);
        foreach (var fault in wrong)
        {
            yield return fault;
        }

        if (claimed && state != Progress.After)
        {
            yield return "it said that it was done, and it is not";
        }

        // What is done is not done twice: a second key, a packet over a packet and a text that is out are refused or another thing.
        if (state == Progress.After && verb is "keys-new" or "keys-rotate" or "export" or "publish")
        {
            yield break;
        }

        var again = Usual(verb, trial, command);
        if (again.ExitCode is not (0 or 137) || (again.ExitCode == 137 && !again.Output.Contains("What you decide is kept in", StringComparison.Ordinal)))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"run again: ends with {again.ExitCode}: {again.Error.Trim()}");
        }

        var (then, still) = State(verb, trial, work);
        foreach (var fault in still)
        {
            yield return "run again: " + fault;
        }

        if (then != Progress.After)
        {
            yield return "run again: it is not done";
        }

        var leftover = Directory.EnumerateFileSystemEntries(trial, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
            .FirstOrDefault(path => path.EndsWith(".tmp", StringComparison.Ordinal) || path.EndsWith(".making", StringComparison.Ordinal));
        if (leftover is not null)
        {
            yield return $"run again: left behind: {Path.GetRelativePath(trial, leftover)}";
        }
    }

    /// <summary>Whether a trial stands before or after the verb, and what is wrong with it: both stores must verify whatever happened.</summary>
    private static (Progress State, IReadOnlyList<string> Wrong) State(string verb, string trial, string work)
    {
        var wrong = new List<string>();
        foreach (var store in Stores.Where(store => File.Exists(Path.Combine(trial, store, "vault.db"))))
        {
            if (Look(trial, work, store, opened => VaultVerifier.Verify(opened, []).Faults is [var first, ..] ? first : null) is { } fault)
            {
                wrong.Add($"{store}: {fault}");
            }
        }

        var after = verb switch
        {
            "keys-new" => Keys(trial, work, 0, wrong),
            "keys-rotate" => Keys(trial, work, 1, wrong),
            "export" => Packet(trial, work, wrong),
            "open" => Opened(trial, work, wrong),
            "return" => Returned(trial, work, wrong),
            "merge" => Merged(trial, work, wrong),
            "pull" => Pulled(trial, work, wrong),
            "publish" => Published(trial, work, wrong),
            _ => throw new ArgumentException($"No state for {verb}.", nameof(verb)),
        };
        return (after ? Progress.After : Progress.Before, wrong);
    }

    private static bool Keys(string trial, string work, int before, List<string> wrong) => Look(trial, work, "vault", store =>
    {
        var own = store.Keys.List().Where(key => key.IsOwn).ToList();
        if (own.Count != before && own.Count != before + 1)
        {
            wrong.Add($"{own.Count} keys");
        }

        if (own.Count > 0 && own.Count(key => key.Retired is null) != 1)
        {
            wrong.Add($"{own.Count(key => key.Retired is null)} keys hold");
        }

        if (own.Count > 0)
        {
            Unlock(store);
            own.ForEach(key => store.Keys.Open(key).Dispose()); // throws where a half is missing
        }

        return own.Count == before + 1;
    });

    private static bool Packet(string trial, string work, List<string> wrong)
    {
        if (!File.Exists(Path.Combine(trial, "packet.jwe")))
        {
            return false;
        }

        if (Look(trial, work, "vault", store => store.Packets.List().Count) == 0)
        {
            wrong.Add("there is a packet that the store does not know of");
        }

        Look(trial, work, "own", store =>
        {
            Unlock(store);
            return new PacketFile(Path.Combine(trial, "packet.jwe")).Read(store).Packet.Threads.Count; // throws where it is not whole
        });
        return true;
    }

    private static bool Opened(string trial, string work, List<string> wrong)
    {
        if (!Directory.Exists(Path.Combine(trial, "packet.jwe.open")))
        {
            return false;
        }

        var texts = Look(trial, work, Path.Combine("packet.jwe.open", "store"), store => VaultVerifier.Verify(store, []).Faults.Count > 0 ? -1 : store.Units().Count);
        var expected = Look(trial, work, "own", store =>
        {
            Unlock(store);
            return new PacketFile(Path.Combine(trial, "packet.jwe")).Read(store).Packet.Threads.Sum(thread => thread.Comments.Count + 1);
        });
        if (texts != expected)
        {
            wrong.Add(texts < 0 ? "the opened packet's store does not verify" : $"the opened packet has {texts} texts of {expected}");
        }

        return true;
    }

    private static bool Returned(string trial, string work, List<string> wrong)
    {
        if (!File.Exists(Path.Combine(trial, "decisions.jwe")))
        {
            return false;
        }

        var state = Look(trial, work, "vault", store =>
        {
            Unlock(store);
            var own = store.Keys.List().Where(key => key.IsOwn).Select(store.Keys.Open).ToList();
            var opened = Letter.TryOpen(File.ReadAllBytes(Path.Combine(trial, "decisions.jwe")), Blog.Moderate.Sharing.ReturnedDecisions.Purpose, own, store.Keys.List(), out _);
            own.ForEach(key => key.Dispose());
            return opened;
        });
        if (state != LetterState.Good)
        {
            wrong.Add($"what was returned does not open: {state}");
        }

        return true;
    }

    private static bool Merged(string trial, string work, List<string> wrong) => Look(trial, work, "vault", store =>
    {
        var taken = store.Decisions.List().Count(decision => decision.Actor == Moderator);
        var merges = store.Packets.Merges().Count;
        if (taken is not (0 or Decided) || merges > 0 != taken > 0)
        {
            wrong.Add($"{taken} of {Decided} decisions in {merges} merges");
        }

        return taken == Decided;
    });

    private static bool Pulled(string trial, string work, List<string> wrong) => Look(trial, work, "vault", store =>
    {
        Unlock(store);
        var inbox = new Blog.Guests.Submissions.Inbox(store);
        var kept = inbox.List();
        if (kept.Count > Messages)
        {
            wrong.Add($"{kept.Count} of {Messages} messages");
        }

        foreach (var row in kept)
        {
            inbox.Open(row.Number); // throws where its sealed row is missing
        }

        return kept.Count == Messages;
    });

    private static bool Published(string trial, string work, List<string> wrong) => Look(trial, work, "vault", store =>
    {
        Unlock(store);
        var book = new GuestBook(store, TimeProvider.System);
        var guest = book.List()[0];
        var isOut = guest.State == GuestState.Published;
        if (isOut && (guest.PostRow is null || guest.Agreed is null))
        {
            wrong.Add("it is published without a post or without what was agreed to");
        }

        if (isOut && book.Original(guest.Handle) is not null)
        {
            wrong.Add("it is published, and the original that was to be destroyed is there");
        }

        if (!isOut && book.Original(guest.Handle) is null)
        {
            wrong.Add("it is not published, and the original is gone");
        }

        if (!isOut && store.Posts().FirstOrDefault(post => post.SourceFormat == GuestTable.Source) is { } waiting &&
            new Blog.Release.ReleasedGuests(store, new Blog.Release.PublicClock("Europe/London", Blog.Model.DatePrecision.Day)).WhyUnpublished(waiting) is null)
        {
            wrong.Add("it is not published, and a release would write it");
        }

        return isOut;
    });

    /// <summary>Reads a store of a trial in a copy: opening the store itself would clear up what the next run must cope with.</summary>
    private static T Look<T>(string trial, string work, string folder, Func<VaultStore, T> read)
    {
        var copy = Path.Combine(work, "looked-at");
        TrialFolder.Copy(Path.Combine(trial, folder), copy);
        using var random = RandomNumberGenerator.Create();
        using (var store = VaultStore.Open(VaultLocation.Resolve(Path.Combine(work, "no-blog"), copy, _ => null), random, TimeProvider.System))
        {
            return read(store);
        }
    }

    private static VaultLocation At(string made, string folder) => VaultLocation.Resolve(Path.Combine(made, "blog"), Path.Combine(made, folder), _ => null);

    private static void Unlock(VaultStore store)
    {
        using var passphrase = Passphrase.Existing(Words);
        store.Sealed.Unlock(passphrase, keep: false); // throws where it does not open
    }

    private static void Accept(string made, string folder, string file)
    {
        using var random = RandomNumberGenerator.Create();
        using var store = VaultStore.Open(At(made, folder), random, TimeProvider.System);
        if (!KeyCard.TryRead(File.ReadAllBytes(Path.Combine(made, file)), out var card))
        {
            throw new InvalidOperationException("The key could not be read.");
        }

        using var transaction = store.BeginTransaction();
        store.Keys.Accept(card);
        transaction.Commit();
    }

    /// <summary>The moderator's evening: two decisions in the opened packet.</summary>
    private static void Decide(string made)
    {
        var packet = new PacketFile(Path.Combine(made, "packet.jwe"));
        using var random = RandomNumberGenerator.Create();
        using var store = VaultStore.Open(packet.Store, random, TimeProvider.System);
        store.Actor = Moderator;
        var post = store.Posts().First();
        var moderation = new Moderation(store, Moderator, TimeProvider.System);
        var places = store.Comments(post.Row).Take(Decided).Select(comment => new UnitPlace(post, comment)).ToList();
        places.ForEach(place => moderation.Withhold(place, DecisionScope.Text, null));
    }

    private static void Submit(string made)
    {
        var keys = SubmissionKeys.Read(File.ReadAllBytes(Path.Combine(made, "blog", "input", "submission-keys.json")), "submission-keys.json");
        var recipients = keys.Keys.Select(key => EcPublicKey.TryRead(JsonDocument.Parse($$"""{"kty":"EC","crv":"P-256","x":"{{key.X}}","y":"{{key.Y}}"}""").RootElement, out var read) ? read : throw new InvalidOperationException("No key.")).ToList();
        using var random = RandomNumberGenerator.Create();
        Directory.CreateDirectory(Path.Combine(made, "in"));
        for (var i = 0; i < Messages; i++)
        {
            var content = Encoding.UTF8.GetBytes($$"""{"format":1,"kind":"post","text":"Text number {{i}} of nobody."}""");
            File.WriteAllBytes(Path.Combine(made, "in", $"{i}.jwe"), EncryptedMessage.Seal(PaddedContent.Pad(content), recipients, random));
        }
    }

    private static string Make(string work, IReadOnlyList<string> program)
    {
        var made = Directory.CreateDirectory(Path.Combine(work, "made")).FullName;
        File.WriteAllText(Path.Combine(work, Steps.FirstExport), InventedArchive.First());
        var password = Path.Combine(made, "pw");
        File.WriteAllText(password, Words);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(password, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        Directory.CreateDirectory(Path.Combine(made, "there")); // where the moderator sits: no blog
        Must(ChildRun.Of(made, [.. program, .. Steps.Init]));
        Must(ChildRun.Of(made, [.. program, "import", Path.Combine("..", Steps.FirstExport), "--blog", "blog"]), 0, 1);
        return made;
    }

    /// <summary>A run to its end; the console of an opened packet has none, and is stopped.</summary>
    private static ChildRun Usual(string verb, string trial, IReadOnlyList<string> command) => ChildRun.Of(trial, command, verb == "open" ? OpenFor : null);

    private static void Must(ChildRun run, params int[] codes)
    {
        if (!(codes.Length == 0 ? [0] : codes).Contains(run.ExitCode))
        {
            throw new InvalidOperationException($"The material could not be made: {run.Output} {run.Error}");
        }
    }

    /// <summary>Where a trial stands: there is nothing between.</summary>
    private enum Progress
    {
        /// <summary>As if the verb had not been called, but for what no reader sees.</summary>
        Before,

        /// <summary>The verb is done.</summary>
        After,
    }
}
