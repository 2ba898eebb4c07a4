using System.CommandLine;
using System.Globalization;
using Blog.Commands.Pictures;
using Blog.Import;
using Blog.Model;
using Blog.Moderate;
using Blog.Site;
using Blog.Source;
using Blog.Vault;
using NodaTime;

namespace Blog.Commands;

/// <summary><c>import</c>: an export or captures into the private store. It publishes nothing.</summary>
internal static class ImportCommand
{
    /// <summary>Files without an archive, and texts that stay, that are named one by one; a Takeout has thousands of pictures.</summary>
    private const int MostNamed = 12;

    public static Command Create()
    {
        var source = new Argument<string>("file") { Description = "An export (Blogger, Google Takeout, WordPress, Disqus, BlogML, Movable Type, Ghost, Substack, Medium), saved pages of a Blogger blog, a plain-text capture of a page, or a folder of them." };
        var blog = CommonOptions.Blog();
        var vault = CommonOptions.Vault();
        var review = new Option<bool?>("--review-first") { Description = "Hold everything of this archive back from release until it was reviewed; stays until --review-first false.", Arity = ArgumentArity.ZeroOrOne };
        var newer = new Option<bool>("--newer") { Description = "This is a newer export of an archive that is here: take what is new since. Texts that somebody has decided on stay as they are, even where the old blog has changed them; what it took away goes." };
        var media = new Option<string[]>("--media") { Description = "Pictures of the archive, files or folders: those that its texts show are taken in, by their names, and wait for you. A Takeout's folder Albums is found by itself.", HelpName = "PATH", AllowMultipleArgumentsPerToken = true };
        var fetch = new Option<bool>("--fetch") { Description = "Fetch the pictures that public texts show and that were found neither in Albums nor with --media from the hosts they name: slowly, as robots.txt asks, from public hosts only. Those hosts see it. What was fetched is not fetched again." };
        var command = new Command("import", "Take an archive into the private store; nothing is published. Example: dotnet run -- import blog-12-01-2024.xml --blog ../my-blog")
        {
            source, blog, vault, review, newer, media, fetch,
        };
        command.SetAction((parse, token) => RunAsync(
            CommonOptions.Folder(parse.GetRequiredValue(blog)), parse.GetRequiredValue(source), parse.GetValue(vault), new ImportAsked(ReviewFirst(parse, review), parse.GetValue(newer), parse.GetValue(media) ?? [], parse.GetValue(fetch) ? PictureFetch.OfTheWeb : null), token));
        return command;
    }

    /// <summary>The bare word means yes; absent, the archive stays as an earlier import said.</summary>
    private static bool? ReviewFirst(ParseResult parse, Option<bool?> option) =>
        parse.GetResult(option) is null ? null : parse.GetValue(option) ?? true;

    private static async Task<int> RunAsync(BlogFolder folder, string path, string? vault, ImportAsked asked, CancellationToken token)
    {
        SampleGuard.Refuse(folder, "import");
        var settings = new BlogReader(folder).ReadSettings();
        var sources = Importers.Open(path, DateTimeZoneProviders.Tzdb[settings.TimeZone]);
        using var store = VaultAccess.OpenOrCreate(folder, vault);
        return await RunAsync(folder, store, sources, settings, new VerbStages(StageProgress.RunAsync, Console.Out, Console.Error), asked, token);
    }

    /// <summary>Takes sources into an open store.</summary>
    public static async Task<int> RunAsync(BlogFolder folder, VaultStore store, ImportSources sources, SiteSettings settings, VerbStages stages, ImportAsked asked, CancellationToken token)
    {
        foreach (var refused in sources.Refused)
        {
            await stages.Error.WriteLineAsync(refused);
        }

        foreach (var other in sources.PassedOver.Take(MostNamed))
        {
            await stages.Error.WriteLineAsync($"{other}: no archive, passed over.");
        }

        if (sources.PassedOver.Count > MostNamed)
        {
            await stages.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{sources.PassedOver.Count - MostNamed:N0} more files that are no archive were passed over."));
        }

        var files = asked.Media.Count == 0 && sources.Albums.Count > 0 ? sources.Albums
            : MediaIntake.FilesOf(asked.Media.Count > 0 ? asked.Media : sources.Jobs.Select(job => MediaIntake.AlbumsOf(job.Place)).OfType<string>().Distinct(StringComparer.Ordinal));
        var decided = asked.IsNewer ? DecisionBook.Of(store.Decisions.List()).InForce.Select(decision => decision.Unit).OfType<VaultHandle>().ToHashSet() : null;
        var exit = sources.Refused.Count > 0 ? ExitCode.Findings : ExitCode.Done;
        var taken = 0;
        var pictures = new EmbeddedPictures(store);
        var total = new Totals();
        foreach (var job in sources.Jobs)
        {
            try
            {
                var outcome = await stages.RunAsync(progress => Task.Run(
                    () => TakeIn(store, job, asked.ReviewFirst, decided, pictures, progress, token), token));
                taken++;
                total.Add(outcome);
                Print(job, outcome, stages.Output);
                exit = Math.Max(exit, job.Ledger.ExitCode);
                exit = outcome.Balances ? exit : ExitCode.Findings;
            }
            catch (ImportException e)
            {
                // One unreadable file of a folder must not hide the others; alone it is wrong use.
                await stages.Error.WriteLineAsync(e.Message);
                exit = ExitCode.Findings;
            }
        }

        if (taken == 0)
        {
            return ExitCode.Usage;
        }

        if (total.Waiting > 0)
        {
            exit = Math.Max(exit, ExitCode.Findings); // nothing of them can be shown: that is no success
        }

        var counts = store.Stats();
        await stages.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"{total.New:N0} new, {total.Updated:N0} changed, {total.Unchanged:N0} as before{(asked.IsNewer ? $", {total.Kept:N0} changed there and left as decided on here" : string.Empty)}. The private store holds {counts.PublicPosts:N0} public posts and pages and {counts.PublicComments:N0} public comments; nothing of it is published."));
        pictures.Report(stages.Output);
        if (files.Count > 0)
        {
            exit = Math.Max(exit, await stages.RunAsync(progress => Task.Run(
                () =>
                {
                    progress.Report(new BuildStep("Taking pictures in", 0, files.Count));
                    return MediaIntake.Run(store, files, null, stages.Output, stages.Error, token);
                },
                token)));
        }

        if (asked.Fetcher is not null)
        {
            exit = Math.Max(exit, await stages.RunAsync(progress => Task.Run(
                async () =>
                {
                    using var fetcher = asked.Fetcher();
                    return await new PictureFetch(store, fetcher, stages.Output).RunAsync(progress, token);
                },
                token)));
        }

        var tally = await stages.RunAsync(progress => Task.Run(() => ReadyReport.Count(store, settings, progress, token), token));
        OpenSources.Warn(store, stages.Error);
        ReadyReport.Write(tally, new TaggerPass(store, settings).Remaining, store.Tagger.Guards, stages.Output);
        ReadyReport.WriteNext(asked.ReviewFirst == true, Path.GetRelativePath(".", folder.Root), stages.Output);
        return exit;
    }

    private static ImportOutcome TakeIn(VaultStore store, ImportJob job, bool? reviewFirst, HashSet<VaultHandle>? decided, EmbeddedPictures pictures, IProgress<BuildStep> progress, CancellationToken token)
    {
        var stage = "Importing " + Path.GetFileName(job.Name);
        progress.Report(new BuildStep(stage, 0, 0));
        return new VaultImporter(store) { Place = Path.GetFullPath(job.Place), Decided = decided, TakePicture = pictures.Take }.TakeIn(job.Read(), reviewFirst, done => progress.Report(new BuildStep(stage, (int)done, 0)), token);
    }

    private static void Print(ImportJob job, ImportOutcome outcome, TextWriter output)
    {
        output.WriteLine(job.Name);
        new LossLedgerReport(job.Ledger).Write(output);
        if (outcome.ParentsLost > 0)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{outcome.ParentsLost:N0} replies name a comment that is not in the archive; each keeps its place under a removed comment."));
        }

        if (outcome.MergedPosts + outcome.MergedComments > 0)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{outcome.MergedPosts:N0} posts and {outcome.MergedComments:N0} comments in the private store came with another archive too; each stands once."));
        }

        if (outcome.WaitingComments > 0)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{outcome.WaitingComments:N0} comments stand on pages whose posts no archive has brought yet: they wait in the private store. Import the archive with the posts, too, before or after."));
        }

        if (outcome.KeptTexts.Count > 0)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{outcome.KeptTexts.Count:N0} texts that somebody has decided on were changed by the old blog since, and stay as they are here: {string.Join(", ", outcome.KeptTexts.Take(MostNamed).Select(text => text.Hex[..VaultHandle.ShownDigits]))}{(outcome.KeptTexts.Count > MostNamed ? ", ..." : string.Empty)}. To take the old blog's words instead: import without --newer, and decide again."));
        }

        if (outcome.NotInThisImport > 0)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{outcome.NotInThisImport:N0} entries of this source came with an earlier import and are not in this one; they stay."));
        }
    }

    private sealed class Totals
    {
        public int New { get; private set; }

        public int Updated { get; private set; }

        public int Unchanged { get; private set; }

        public int Kept { get; private set; }

        /// <summary>Comments of the whole store that wait for their post, after the last import.</summary>
        public int Waiting { get; private set; }

        public void Add(ImportOutcome outcome)
        {
            New += outcome.New;
            Updated += outcome.Updated;
            Unchanged += outcome.Unchanged;
            Kept += outcome.Kept;
            Waiting = outcome.WaitingComments;
        }
    }
}
