using System.CommandLine;
using System.Globalization;
using Blog.Desk;
using Blog.Gate;
using Blog.Model;
using Blog.Site;
using Blog.Source;

namespace Blog.Commands;

/// <summary><c>serve</c>: builds, serves on 127.0.0.1, and builds again and reloads on every change.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var blog = CommonOptions.Blog();
        var vault = CommonOptions.Vault();
        var port = new Option<int>("--port") { Description = "Port on 127.0.0.1; 0 takes a free one.", HelpName = "N", DefaultValueFactory = _ => 8080 };
        var drafts = new Option<bool>("--drafts") { Description = "Show drafts and posts of days to come too: built into .build/preview, never into output/." };
        var asOf = new Option<string?>("--as-of") { Description = "Build as of this day (2026-11-21).", HelpName = "DAY" };
        var command = new Command("serve", "Build the site, serve it on this machine only, and build again on every change. Example: dotnet run -- serve --port 8080") { blog, vault, port, asOf, drafts };
        command.SetAction((parse, token) => RunAsync(FolderOf(CommonOptions.Folder(parse.GetRequiredValue(blog)), parse.GetValue(drafts)), new ServeAsked(parse.GetValue(vault), parse.GetValue(port), parse.GetValue(asOf), parse.GetValue(drafts)), token));
        return command;
    }

    private static BlogFolder FolderOf(BlogFolder blog, bool drafts) => drafts ? blog.ForPreview() : blog;

    private static async Task<int> RunAsync(BlogFolder folder, ServeAsked asked, CancellationToken token)
    {
        var first = await BuildAsync(folder, asked, token);
        if (!first.Built && !Directory.Exists(folder.Output))
        {
            return ExitCode.Findings; // the reason is on the screen, and there is no older site to show
        }

        using var watcher = new InputWatcher(folder.Input);
        await using var server = await StartAsync(folder, first.Settings, asked.Port, token);
        Console.WriteLine($"Serving {server.Address} (this machine only). Change a file in input/ and the page reloads. Ctrl-C ends it.");
        Tell(server, first);
        try
        {
            while (true)
            {
                await watcher.NextAsync(token);
                Tell(server, await BuildAsync(folder, asked, token));
            }
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Ended. The last good site is in output/.");
            return ExitCode.Done;
        }
    }

    private static void Tell(PreviewServer server, ServedBuild build)
    {
        if (build.Built)
        {
            server.Built(build.Notes);
        }
        else
        {
            server.Failed(build.Notes);
        }
    }

    private static async Task<PreviewServer> StartAsync(BlogFolder folder, SiteSettings settings, int port, CancellationToken token)
    {
        try
        {
            return await PreviewServer.StartAsync(folder.Output, settings, port, token);
        }
        catch (IOException)
        {
            throw new UsageException($"Port {port} on 127.0.0.1 is in use. Take another with --port N, or --port 0 for a free one.");
        }
    }

    private static async Task<ServedBuild> BuildAsync(BlogFolder folder, ServeAsked asked, CancellationToken token)
    {
        try
        {
            var settings = new BlogReader(folder).ReadSettings();
            var request = new BuildRequest(folder, settings, Clock.AsOf(asked.AsOf, settings.TimeZone, TimeProvider.System), Environment.ProcessorCount, Durable: false) { WithUnfinished = asked.Drafts };
            var started = TimeProvider.System.GetTimestamp();
            var report = await StageProgress.RunAsync(progress => CheckedBuild.RunAsync(request, GateInputs.Of(folder, settings, asked.Vault, Clock.AsOf(null, settings.TimeZone, TimeProvider.System)), progress, token));
            if (report.Findings.Count > 0)
            {
                GateReport.Write(report.Gate, Console.Error, GateReport.IsPrivate(Console.IsErrorRedirected));
                return new ServedBuild(false, [$"Not built: the safety check found {report.Findings.Count}. The terminal has the list."], settings);
            }

            foreach (var warning in report.Warnings)
            {
                await Console.Error.WriteLineAsync(warning);
            }

            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"Built {report.Pages:N0} pages in {TimeProvider.System.GetElapsedTime(started).TotalSeconds:N2} s, {report.Files - report.Unchanged:N0} files changed."));
            return new ServedBuild(true, report.Warnings, settings);
        }
        catch (Exception e) when (e is SourceException or OutputException or UsageException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return new ServedBuild(false, ["Not built:", .. e.Message.Split('\n')], new SiteSettings { Title = "Blog", Address = "https://localhost" }); // of the older site that is shown
        }
    }
}
