using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Blog.Gate.Removal;
using Blog.Model;
using Blog.Moderate;
using Blog.Release.Erasure;
using Blog.Source;
using Blog.Vault;

namespace Blog.Commands.TakedownVerbs;

/// <summary><c>takedown erase</c>: erases posts and comments for good, and proves it.</summary>
internal static class EraseVerb
{
    private const int ShownUnits = 20;

    public static Command Create()
    {
        var blog = CommonOptions.Blog();
        var vault = CommonOptions.Vault();
        var actor = CommonOptions.Actor();
        var units = new Argument<string[]>("units") { Description = "Posts and comments: addresses, or their names in the private store.", Arity = ArgumentArity.ZeroOrMore };
        var phrase = new Option<string[]>("--phrase") { Description = "Everything in which these words stand; may be given several times.", HelpName = "WORDS" };
        var signed = new Option<string[]>("--signed") { Description = "Everything under this name, or signed with it; may be given several times.", HelpName = "NAME" };
        var passphrase = CommonOptions.PassphraseFile();
        var keep = new Option<bool>("--keep-quotes") { Description = "Leave quotes and mentions in other people's texts of the private store. The safety check finds quotes all the same." };
        var yes = new Option<bool>("--yes") { Description = "Do it. Without this word it is rehearsed." };
        var command = new Command("erase", "Erase posts and comments for good: the private store, input/, output/; a tombstone keeps the thread. Rehearses without --yes. Example: dotnet run -- takedown erase /2016/03/x.html#c123")
        {
            units, phrase, signed, blog, vault, keep, yes, actor, passphrase,
        };
        command.SetAction(async (parse, token) =>
        {
            var folder = CommonOptions.Folder(parse.GetRequiredValue(blog));
            SampleGuard.Refuse(folder, "takedown erase");
            var settings = new BlogReader(folder).ReadSettings();
            using var store = VaultAccess.Open(folder, parse.GetValue(vault), parse.GetValue(actor));
            var meant = TakedownUnits.Of(store, folder, settings.Address, parse.GetValue(units) ?? [], parse.GetValue(phrase) ?? [], parse.GetValue(signed) ?? [], new Eraser(store, folder, settings).Begun);
            if (parse.GetValue(yes) && store.Guests.List().Any(guest => meant.Any(unit => unit.CommentRow is null && unit.PostRow == guest.PostRow)))
            {
                VaultAccess.RequireUnlocked(store, parse.GetValue(passphrase)); // what is sealed of a guest's text goes with it
            }

            return await RunAsync(folder, store, settings, meant, parse.GetValue(keep), parse.GetValue(yes), new VerbStages(StageProgress.RunAsync, Console.Out, Console.Error), token);
        });
        return command;
    }

    /// <summary>Rehearses an erasure, or does it.</summary>
    /// <param name="folder">The blog.</param>
    /// <param name="store">The open private store.</param>
    /// <param name="settings">The blog's settings.</param>
    /// <param name="meant">Posts and comments.</param>
    /// <param name="keepQuotes">Leaves quotes in other people's texts.</param>
    /// <param name="isMeant">Whether to do it; otherwise nothing is changed.</param>
    /// <param name="stages">Where it says what it does.</param>
    /// <param name="token">Stops it before the site is exchanged.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(BlogFolder folder, VaultStore store, SiteSettings settings, IReadOnlyList<VaultUnit> meant, bool keepQuotes, bool isMeant, VerbStages stages, CancellationToken token)
    {
        var eraser = new Eraser(store, folder, settings);
        var begun = eraser.Begun;
        meant = begun.Count == 0 ? meant : [.. store.Units().Where(unit => begun.Contains(unit.Handle) || meant.Any(each => each.Handle == unit.Handle))];
        var plan = eraser.Plan(meant);
        Print(plan, stages);
        if (begun.Count > 0)
        {
            Line(stages, $"An erasure of {begun.Count:N0} of them was cut off; it is completed with this one.");
        }

        if (!isMeant)
        {
            await stages.Output.WriteLineAsync("Nothing was changed. To erase: the same again with --yes. There is no way back but from a copy, and this program will not take it in again.");
            return ExitCode.Done;
        }

        var pieces = TakedownUnits.Pieces(store, eraser, meant);
        var proof = Proof(store, meant);
        var done = eraser.Erase(meant, keepQuotes);
        RemovalReport? site = null;
        if (Directory.Exists(folder.Output))
        {
            var ids = new HashSet<string>(meant.SelectMany(unit => new[] { unit.PublicId, unit.FreshId }).OfType<string>(), StringComparer.Ordinal);
            var request = new RemovalRequest(folder, settings.Address, ids, eraser.List.Passages, Clock.AsOf(null, settings.TimeZone, TimeProvider.System), Environment.ProcessorCount, Durable: true);
            site = await stages.RunAsync(progress => Task.Run(() => CheckedRemoval.Run(request, progress, token), token));
        }

        eraser.Finish();
        var search = new RawSearch(pieces, eraser.List.Passages);
        foreach (var place in new[] { store.Location.Folder, folder.Input, folder.Output, folder.Build })
        {
            search.In(place);
        }

        var exit = Report(store, plan, done, site, search, proof, keepQuotes, stages);
        if (exit == ExitCode.Done)
        {
            eraser.Complete();
            if (GitRepository.Of(folder.Root) is not null)
            {
                await stages.Output.WriteLineAsync("The blog lies in a git repository, whose history may hold it: dotnet run -- takedown git");
            }
        }

        return exit;
    }

    private static void Print(ErasurePlan plan, VerbStages stages)
    {
        Line(stages, $"{plan.Units.Count:N0} posts and comments, {plan.WithWords:N0} of them with words in the private store:");
        foreach (var unit in plan.Units.Take(ShownUnits))
        {
            Line(stages, $"  {(unit.CommentRow is null ? "post" : "comment")} {unit.Handle.Hex[..VaultHandle.ShownDigits]}");
        }

        if (plan.Units.Count > ShownUnits)
        {
            Line(stages, $"  and {plan.Units.Count - ShownUnits:N0} more");
        }

        Line(stages, $"{plan.Quoting.Count:N0} other texts quote them or name their writer{Names(plan.Quoting)}; {plan.Files.Count:N0} files of input/ change.");
        if (plan.Units.Any(unit => unit.CommentRow is null))
        {
            Line(stages, $"An erased post is not published any more, and its discussion neither; the comments stay in the private store.");
        }

        if (plan.Unknowable > 0)
        {
            Line(stages, $"{plan.Unknowable:N0} have no passage long enough to be known again ({PassageFinder.Letters} letters that nobody wrote before): they go from their own places, and quotes of them are yours to look for.");
        }
    }

    private static string Names(IReadOnlyList<VaultHandle> handles) => handles.Count == 0 ? string.Empty
        : $" ({string.Join(", ", handles.Take(ShownUnits).Select(handle => handle.Hex[..VaultHandle.ShownDigits]))}{(handles.Count > ShownUnits ? ", …" : string.Empty)})";

    /// <summary>A keyed hash of what goes, so that somebody who has the text and is given the key can see that it was this; without the key it says nothing.</summary>
    private static (string Key, string Hash)? Proof(VaultStore store, IReadOnlyList<VaultUnit> units)
    {
        var eraser = new VaultEraser(store, ErasureList.Of(store));
        var texts = units.Where(eraser.HasWords).Select(eraser.Text).ToList();
        if (texts.Count == 0)
        {
            return null;
        }

        var key = RandomNumberGenerator.GetBytes(32);
        var hash = Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(string.Join("\n\n", texts))));
        var shown = Convert.ToBase64String(key);
        CryptographicOperations.ZeroMemory(key);
        return (shown, hash);
    }

    private static int Report(VaultStore store, ErasurePlan plan, VaultErasure done, RemovalReport? site, RawSearch search, (string Key, string Hash)? proof, bool keptQuotes, VerbStages stages)
    {
        var isWhole = search.Found.Count == 0 && site is not { Findings.Count: > 0 };
        var evidence = new StringBuilder();
        Add($"Erasure, {TimeProvider.System.GetUtcNow():yyyy-MM-dd}, by {store.Actor}");
        Add($"private store: {done.Texts:N0} texts, {done.People:N0} writers, {done.Decisions:N0} decisions' words, {done.Pictures:N0} pictures; quotes and names taken out of {done.Masked:N0} other texts{(keptQuotes ? " (quotes were to be kept)" : string.Empty)}");
        Add($"input/: {plan.Files.Count:N0} files");
        Add($"output/: {(site is null ? "none" : string.Create(CultureInfo.InvariantCulture, $"{site.Changed.Count:N0} files changed, {site.Gone.Count:N0} gone, quotes in {site.Quoting.Count:N0}"))}");
        Add($"raw bytes: {(search.Pieces > 0 ? string.Create(CultureInfo.InvariantCulture, $"{search.Pieces:N0} pieces, as UTF-8 and UTF-16,") : "passages by the erasure list's keyed numbers, since the words were gone before this run,")} looked for in {search.Files:N0} files ({search.Bytes:N0} bytes) of the private store, input/, output/ and .build: found in {search.Found.Count:N0}");
        Add($"keyed hash of the text (HMAC-SHA-256): {proof?.Hash ?? "none; the words were gone before this run"}");
        foreach (var copy in plan.Copies)
        {
            Add($"not reached from here: {copy.Kind} of {copy.Made:yyyy-MM-dd}, {(copy.Expires is { } day ? $"to be deleted by {day:yyyy-MM-dd}" : "no day to delete it")}");
        }

        Add($"{(isWhole ? "complete" : "NOT COMPLETE")}");
        var folder = Path.Combine(store.Location.Folder, "evidence");
        PrivateFolder.Create(folder);
        DurableFile.RemoveLeftovers(folder);
        var file = Path.Combine(folder, $"erasure-{TimeProvider.System.GetUtcNow():yyyyMMdd}-{plan.Units[0].Handle.Hex[..VaultHandle.ShownDigits]}.txt");
        DurableFile.Write(file, Encoding.UTF8.GetBytes(evidence.ToString()), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        stages.Output.Write(evidence);
        foreach (var copy in plan.Copies)
        {
            stages.Output.WriteLine($"  {copy.Handle.Hex[..VaultHandle.ShownDigits]}  {copy.Kind}  {copy.Place}");
        }

        if (proof is { } made)
        {
            stages.Output.WriteLine($"Key of that hash, shown once and kept nowhere: {made.Key}");
        }

        stages.Output.WriteLine($"Evidence: {file}");
        if (!isWhole)
        {
            foreach (var left in search.Found.Concat(site?.Findings ?? []))
            {
                stages.Error.WriteLine($"Still there: {left}");
            }

            stages.Error.WriteLine("The erasure is not complete. See to these files, and run the same command again.");
            return ExitCode.Findings;
        }

        stages.Output.WriteLine("Erased. Now hand output/ to the host, release and build when you can, and see to the copies: dotnet run -- takedown copies");
        return ExitCode.Done;

        void Add(FormattableString line) => evidence.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }

    private static void Line(VerbStages stages, FormattableString text) => stages.Output.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
