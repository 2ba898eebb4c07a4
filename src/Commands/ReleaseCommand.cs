using System.CommandLine;
using System.Globalization;
using Blog.Model;
using Blog.Moderate;
using Blog.Release;
using Blog.Site;
using Blog.Source;
using Blog.Vault;

namespace Blog.Commands;

/// <summary><c>release</c>: from the private store to <c>input/</c>, under the policies of <c>site.yml</c>.</summary>
internal static class ReleaseCommand
{
    public static Command Create()
    {
        var blog = CommonOptions.Blog();
        var vault = CommonOptions.Vault();
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what would change, and change nothing." };
        var post = new Option<string?>("--post") { Description = "Release one post only: its id or its address (/2015/12/x.html).", HelpName = "POST" };
        var due = new Option<bool>("--due") { Description = "Release only guests' texts whose day has come, and remove those whose time is over or that were taken back. For a daily job (due --job)." };
        var restore = new Option<bool>("--restore") { Description = "Write files again that were deleted by hand." };
        var ready = new Option<bool>("--ready") { Description = "Publish what is ready or masked, and show what is held as \"being reviewed\". This is what release does anyway; the flag says that you know." };
        var finished = new Option<string?>("--finished") { Description = "Of what was never released, release only finished years (no text of the year waits for you) or finished threads. What was released before goes on.", HelpName = "years|threads" };
        var asItWas = new Option<bool>("--as-it-was") { Description = "Publish everything that is in the private store now as the old blog showed it, but for your decisions; asks once." };
        var yes = new Option<bool>("--yes") { Description = "Answer yes to the question of --as-it-was." };
        var diff = new Option<bool>("--diff") { Description = "With --dry-run: write out new files in full, and every change, however many." };
        var links = new Option<bool>("--links") { Description = "Name the links to pages of the old blog that are not here, with the address each had. What waits in the private store can be read from them." };
        var seal = new Option<bool>("--seal") { Description = "Write input/redactions.sealed too, so that a machine without the private store can check the site; needs BLOG_SEAL_KEY." };
        var actor = Redaction.RedactOptions.Actor();
        var command = new Command("release", "Write to input/ what the old blog showed to everybody, under your decisions and the policies of site.yml. Example: dotnet run -- release --blog ../my-blog --dry-run")
        {
            blog, vault, dryRun, diff, links, post, due, restore, ready, finished, asItWas, yes, seal, actor,
        };
        command.SetAction((parse, token) => RunAsync(
            CommonOptions.Folder(parse.GetRequiredValue(blog)),
            parse.GetValue(vault),
            new ReleaseOptions(parse.GetValue(dryRun), parse.GetValue(post), parse.GetValue(restore), [], UnfinishedOf(parse.GetValue(finished)), parse.GetValue(due)),
            new Asked(parse.GetValue(asItWas), parse.GetValue(ready), parse.GetValue(yes), parse.GetValue(diff), parse.GetValue(links), parse.GetValue(actor), parse.GetValue(seal)),
            token));
        return command;
    }

    private static async Task<int> RunAsync(BlogFolder folder, string? vault, ReleaseOptions options, Asked asked, CancellationToken token)
    {
        SampleGuard.Refuse(folder, "release");
        PrivateRemotes.Require(folder);
        if (asked is { AsItWas: true, Ready: true })
        {
            throw new UsageException("--ready publishes what is safe, --as-it-was publishes everything: give one of them. Nothing was changed.");
        }

        if (options.DueOnly && (options.Post is not null || asked.AsItWas || options.Unfinished != UnfinishedPolicy.Release))
        {
            throw new UsageException("--due releases guests' texts whose day has come and nothing else: give it without --post, --finished and --as-it-was. Nothing was changed.");
        }

        var key = asked.Seal ? SealStep.Key(Environment.GetEnvironmentVariable) : null;
        var settings = new BlogReader(folder).ReadSettings();
        using var store = VaultAccess.Open(folder, vault);
        if (asked.AsItWas)
        {
            options = AsItWas(store, options, asked);
        }

        return await RunAsync(folder, store, settings, options, new ReleaseTelling(asked.Diff, asked.Links), key, new VerbStages(StageProgress.RunAsync, Console.Out, Console.Error), token);
    }

    private static UnfinishedPolicy UnfinishedOf(string? finished) => finished switch
    {
        null => UnfinishedPolicy.Release,
        "years" => UnfinishedPolicy.HoldYears,
        "threads" => UnfinishedPolicy.HoldThreads,
        _ => throw new UsageException("--finished takes years or threads. Nothing was changed."),
    };

    /// <summary>Releases from an open store.</summary>
    public static async Task<int> RunAsync(
        BlogFolder folder, VaultStore store, SiteSettings settings, ReleaseOptions options, ReleaseTelling telling, SealKey? key, VerbStages stages, CancellationToken token)
    {
        if (!options.DryRun)
        {
            DurableFile.RemoveLeftovers(folder.Input); // of a release that was killed; the store's lock keeps a second one out
        }

        if (store.Tagger.Guards)
        {
            await VaultVerbs.TaggerVerb.ReadAsync(store, settings, stages, token); // a text that it has not read is held
        }

        var report = await stages.RunAsync(progress => Task.Run(
            () => Releaser.Run(store, folder, settings, options, (done, total) => progress.Report(new BuildStep("Releasing", done, total)), token), token));
        if (options.Post is not null && report.Posts == 0)
        {
            throw new UsageException($"No post that may be released has the id or address \"{options.Post}\"; one that is held for you (redact list) may not. Nothing was changed.");
        }

        Print(report, options, telling, stages);
        OpenSources.Warn(store, stages.Error);
        if (!options.DryRun)
        {
            if (key is null)
            {
                SealStep.WarnOfOld(folder, stages.Error);
            }
            else
            {
                SealStep.Run(folder, store, key);
            }

            await stages.Output.WriteLineAsync($"Next: dotnet run -- build --blog {Path.GetRelativePath(".", folder.Root)}");
        }

        return report.Conflicts.Count > 0 ? ExitCode.Findings : ExitCode.Done;
    }

    private static ReleaseOptions AsItWas(VaultStore store, ReleaseOptions options, Asked asked)
    {
        var moderation = new Moderation(store, ActorName.Of(asked.Actor, store), TimeProvider.System);
        if (options.DryRun)
        {
            return options with { Supposed = [moderation.PrepareAsItWas()] };
        }

        Console.Error.WriteLine("This publishes every post and comment that the old blog showed, with all names, places, numbers and health matters that stand in them, but for what you redacted. What was findable there will be findable here, and stays so when the old blog is gone. Later imports are held again; \"redact undo\" takes it back.");
        if (!asked.Yes)
        {
            if (Console.IsInputRedirected)
            {
                throw new UsageException("--as-it-was asks a question, and there is no terminal to ask on: add --yes to answer it. Nothing was changed.");
            }

            Console.Error.Write("Type yes to publish it as it was: ");
            if (Console.ReadLine()?.Trim() is not "yes")
            {
                throw new UsageException("Not answered with yes. Nothing was changed.");
            }
        }

        moderation.AcceptAsItWas();
        return options;
    }

    private static void Print(ReleaseReport report, ReleaseOptions options, ReleaseTelling telling, VerbStages stages)
    {
        void Line(FormattableString text) => stages.Output.WriteLine(text.ToString(CultureInfo.InvariantCulture));

        if (options.DryRun)
        {
            DryRunReport.Write(report, telling.Full, stages.Output);
        }

        foreach (var conflict in report.Conflicts)
        {
            stages.Error.WriteLine(conflict);
        }

        var counts = report.Counts;
        Line($"{report.Posts:N0} posts and pages, {counts.Comments:N0} comments, {counts.Removed:N0} removed comments that keep their place.");
        Line($"{counts.Renamed:N0} comments under a pseudonym, {counts.Mentions:N0} mentions of commenters' names replaced, {counts.Masks:N0} masks made neutral, {counts.FreshIds:N0} fresh ids.");
        Line($"{counts.Redactions:N0} redactions by your decisions, {counts.Contacts:N0} contacts and numbers masked without one, {counts.BeingReviewed:N0} comments shown as \"being reviewed\", {counts.Withheld:N0} withheld.");
        Line($"{counts.Resolved + counts.Doubtful + counts.Unresolved:N0} clock-time citations: {counts.Resolved:N0} lead to a comment, {counts.Doubtful:N0} to one of several, {counts.Unresolved:N0} nowhere.");
        if (counts.NamesForAPerson > 0)
        {
            Line($"{counts.NamesForAPerson:N0} commenters' names are also ordinary words or very short: look for them yourself.");
        }

        if (report.LostLinks.Count > 0)
        {
            Line($"{report.LostLinks.Count:N0} links to the old blog lead to nothing that is here; their words stay.{(telling.Links ? string.Empty : " release --dry-run --links names them.")}");
            foreach (var link in telling.Links ? report.LostLinks : [])
            {
                Line($"  {link.Post} links to {link.Address}");
            }
        }

        foreach (var (reason, count) in report.Held)
        {
            Line($"{count:N0} posts and pages stay in the private store: {reason}.");
        }

        if (counts.BeingReviewed > 0 || report.Held.ContainsKey("being reviewed"))
        {
            Line($"What is being reviewed waits for you: dotnet run -- redact list");
        }

        Line($"{report.Written.Count:N0} files {(options.DryRun ? "would be written" : "written")}, {report.Removed.Count:N0} removed, {report.Unchanged:N0} as they were, {report.Conflicts.Count:N0} left to you.");
    }

    /// <summary>What was asked beside the release's own options.</summary>
    private sealed record Asked(bool AsItWas, bool Ready, bool Yes, bool Diff, bool Links, string? Actor, bool Seal);
}
