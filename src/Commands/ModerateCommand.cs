using System.CommandLine;
using System.Globalization;
using Blog.Desk;
using Blog.Desk.Access;
using Blog.Desk.Review;
using Blog.Gate;
using Blog.Import;
using Blog.Model;
using Blog.Release;
using Blog.Site;
using Blog.Source;
using Blog.Vault;
using NodaTime;

namespace Blog.Commands;

/// <summary><c>moderate</c>: the console on 127.0.0.1, over the private store.</summary>
internal static class ModerateCommand
{
    private static readonly TimeSpan IdleEnd = TimeSpan.FromHours(3);

    public static Command Create()
    {
        var blog = CommonOptions.Blog();
        var vault = CommonOptions.Vault();
        var actor = CommonOptions.Actor();
        var port = new Option<int>("--port") { Description = "Port on 127.0.0.1; 0 (the default) takes a free one.", HelpName = "N" };
        var also = new Option<string[]>("--also") { Description = "One more link, for somebody beside you: \"read-only\" lets them look and change nothing; a pen name lets them decide under it, as far as its role reaches.", HelpName = "WHO" };
        var browser = new Option<bool>("--browser") { Description = "Open your browser at it; without a terminal it then ends by itself after three hours in which nobody asked it anything." };
        var command = new Command("moderate", "Open the moderation console in your browser: bring in, review, look at, check and publish. It answers to this machine and user only. Example: dotnet run -- moderate --blog ../my-blog")
        {
            blog, vault, actor, port, also, browser,
            Sharing.ExportVerb.Create(), Sharing.OpenVerb.Create(), Sharing.ReturnVerb.Create(), Sharing.MergeVerb.Create(), Sharing.PacketsVerb.Create(),
        };
        command.SetAction((parse, token) => RunAsync(CommonOptions.Folder(parse.GetRequiredValue(blog)), parse.GetValue(vault), parse.GetValue(actor), new ConsoleAsked(parse.GetValue(port), parse.GetValue(also) ?? [], parse.GetValue(browser)), token));
        return command;
    }

    private static async Task<int> RunAsync(BlogFolder folder, string? vault, string? actor, ConsoleAsked asked, CancellationToken token)
    {
        SampleGuard.Refuse(folder, "moderate");
        using var store = VaultAccess.OpenOrCreate(folder, vault, actor);
        if (store.Audit.FirstFault() is { } fault)
        {
            throw new VaultException(VaultFault.Damaged, fault + " The console does not open on an audit that is not whole. Run \"vault verify\", and bring back a copy from before.");
        }

        KeyVerbs.KeyText.WarnOfEnds(store, Console.Error);
        return await ServeAsync(store, folder, VerbsOf(folder), asked, token);
    }

    /// <summary>Runs the console until it is stopped.</summary>
    /// <param name="store">The open store.</param>
    /// <param name="folder">The blog.</param>
    /// <param name="verbs">The verbs that it runs.</param>
    /// <param name="asked">What was asked for.</param>
    /// <param name="token">Stops it.</param>
    internal static async Task<int> ServeAsync(VaultStore store, BlogFolder folder, DeskVerbs verbs, ConsoleAsked asked, CancellationToken token)
    {
        IReadOnlyList<SessionRights> also = [.. asked.Also.Select(who => RightsOf(who, store))];
        await using var server = await StartAsync(store, folder, verbs, asked.Port, token);
        Say(server, also);
        if (asked.Browser)
        {
            Desktop.Browser.Open(server.NewLink());
        }

        using var keys = CancellationTokenSource.CreateLinkedTokenSource(token);
        try
        {
            await (!Console.IsInputRedirected ? GiveLinksAsync(server, also, keys.Token)
                : asked.Browser ? server.WaitUntilIdleAsync(IdleEnd, keys.Token) // nobody sees a terminal in which it could be ended
                : Task.Delay(Timeout.Infinite, keys.Token));
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Ended. Every decision that was answered is in the private store.");
        }

        return ExitCode.Done;
    }

    private static async Task<ConsoleServer> StartAsync(VaultStore store, BlogFolder folder, DeskVerbs verbs, int port, CancellationToken token)
    {
        try
        {
            return await ConsoleServer.StartAsync(store, folder, verbs, port, VaultAccess.Random, TimeProvider.System, token);
        }
        catch (IOException)
        {
            throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"Port {port} on 127.0.0.1 is in use. Take another with --port N, or leave it out for a free one."));
        }
    }

    private static void Say(ConsoleServer server, IReadOnlyList<SessionRights> also)
    {
        Console.WriteLine($"Open {server.NewLink()} in your browser. The link works once, within ten minutes, on this machine only; press Enter for a new one, Ctrl-C to end.");
        foreach (var rights in also)
        {
            Console.WriteLine($"{(rights.IsReadOnly ? "To look on, without changing anything" : $"For {rights.Actor}")}: {server.NewLink(rights)}  Open it in another browser or profile: one browser is one person.");
        }
    }

    private static SessionRights RightsOf(string who, VaultStore store) => who == "read-only" ? SessionRights.ReadOnly : new SessionRights(ActorName.Of(who, store), false);

    private static async Task GiveLinksAsync(ConsoleServer server, IReadOnlyList<SessionRights> also, CancellationToken token)
    {
        while (await Task.Run(Console.In.ReadLine, token).WaitAsync(token) is not null)
        {
            Say(server, also);
        }

        await Task.Delay(Timeout.Infinite, token); // the terminal's end of input is no order to end
    }

    /// <summary>The verbs as the console runs them: the same code, its lines on the console's screen.</summary>
    internal static DeskVerbs VerbsOf(BlogFolder folder) => new()
    {
        Import = (path, reviewFirst) => (store, output, progress, token) =>
        {
            var settings = new BlogReader(folder).ReadSettings();
            return ImportCommand.RunAsync(folder, store, Importers.Open(path, DateTimeZoneProviders.Tzdb[settings.TimeZone]), settings, Stages(output, progress), new ImportAsked(reviewFirst ? true : null, IsNewer: false, [], Fetcher: null), token);
        },
        Release = unfinished => (store, output, progress, token) =>
        {
            PrivateRemotes.Require(folder);
            return ReleaseCommand.RunAsync(folder, store, new BlogReader(folder).ReadSettings(), new ReleaseOptions(false, null, false, [], unfinished), new ReleaseTelling(Full: false, Links: false), null, Stages(output, progress), token);
        },
        Stage = async (store, output, progress, token) =>
        {
            var settings = new BlogReader(folder).ReadSettings();
            var today = Clock.AsOf(null, settings.TimeZone, TimeProvider.System);
            var staged = await CheckedBuild.StageAsync(new BuildRequest(folder, settings, today, Environment.ProcessorCount, Durable: true), GateInputs.OfOpen(store, settings, today), progress, token);
            foreach (var warning in staged.Report.Warnings)
            {
                await output.WriteLineAsync(warning);
            }

            GateReport.Write(staged.Gate, output, isPrivate: true);
            return staged;
        },
        Publish = (staged, output) => BuildCommand.Print(staged.Publish(), folder, output, output, isPrivate: true),
        TakeDown = units => (store, output, progress, token) =>
            TakedownVerbs.NowVerb.RunAsync(folder, store, new BlogReader(folder).ReadSettings(), [.. units.Select(unit => unit.Hex)], null, Stages(output, progress), token),
        FindCopies = units => (store, output, _, token) =>
        {
            var meant = store.Units().Where(unit => units.Contains(unit.Handle)).ToList();
            TakedownVerbs.FindVerb.Write(TakedownVerbs.CopySearch.Run(folder, store, new BlogReader(folder).ReadSettings(), meant, withGit: true, token), meant, null, output);
            return Task.FromResult(ExitCode.Done);
        },
        Erase = (units, isMeant) => (store, output, progress, token) =>
            TakedownVerbs.EraseVerb.RunAsync(folder, store, new BlogReader(folder).ReadSettings(), [.. store.Units().Where(unit => units.Contains(unit.Handle))], keepQuotes: false, isMeant, Stages(output, progress), token),
        Explain = Faults.Explain,
    };

    private static VerbStages Stages(TextWriter output, IProgress<BuildStep> progress) => new(stage => stage(progress), output, output);
}
