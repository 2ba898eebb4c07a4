using System.CommandLine;
using System.Globalization;
using Blog.Content;
using Blog.Desk;
using Blog.Gate;
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
        var asOf = new Option<string?>("--as-of") { Description = "Build as of this day (2026-11-21).", HelpName = "DAY" };
        var command = new Command("serve", "Build the site, serve it on this machine only, and build again on every change. Example: dotnet run -- serve --port 8080") { blog, vault, port, asOf };
        command.SetAction((parse, token) => RunAsync(CommonOptions.Folder(parse.GetRequiredValue(blog)), parse.GetValue(vault), parse.GetValue(port), parse.GetValue(asOf), token));
        return command;
    }

    private static async Task<int> RunAsync(BlogFolder folder, string? vault, int port, string? asOf, CancellationToken token)
    {
        var first = await BuildAsync(folder, vault, asOf, token);
        if (!first.Built && !Directory.Exists(folder.Output))
        {
            return ExitCode.Findings; // the reason is on the screen, and there is no older site to show
        }

        using var watcher = new InputWatcher(folder.Input);
        await using var server = await StartAsync(folder, first.BasePath, port, token);
        Console.WriteLine($"Serving {server.Address} (this machine only). Change a file in input/ and the page reloads. Ctrl-C ends it.");
        try
        {
            while (true)
            {
                await watcher.NextAsync(token);
                var (built, message, _) = await BuildAsync(folder, vault, asOf, token);
                if (built)
                {
                    server.Built();
                }
                else
                {
                    server.Failed(message);
                }
            }
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Ended. The last good site is in output/.");
            return ExitCode.Done;
        }
    }

    private static async Task<PreviewServer> StartAsync(BlogFolder folder, string basePath, int port, CancellationToken token)
    {
        try
        {
            return await PreviewServer.StartAsync(folder.Output, basePath, port, token);
        }
        catch (IOException)
        {
            throw new UsageException($"Port {port} on 127.0.0.1 is in use. Take another with --port N, or --port 0 for a free one.");
        }
    }

    private static async Task<(bool Built, string Message, string BasePath)> BuildAsync(BlogFolder folder, string? vault, string? asOf, CancellationToken token)
    {
        try
        {
            var settings = new BlogReader(folder).ReadSettings();
            var request = new BuildRequest(folder, settings, Clock.AsOf(asOf, settings.TimeZone, TimeProvider.System), Environment.ProcessorCount, Durable: false);
            var started = TimeProvider.System.GetTimestamp();
            var report = await StageProgress.RunAsync(progress => CheckedBuild.RunAsync(request, GateInputs.Of(folder, settings, vault, Clock.AsOf(null, settings.TimeZone, TimeProvider.System)), progress, token));
            var basePath = new SiteAddress(settings.Address).BasePath + "/";
            if (report.Findings.Count > 0)
            {
                GateReport.Write(report.Gate, Console.Error, GateReport.IsPrivate(Console.IsErrorRedirected));
                return (false, $"Not built: the safety check found {report.Findings.Count}. The terminal has the list.", basePath);
            }

            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"Built {report.Pages:N0} pages in {TimeProvider.System.GetElapsedTime(started).TotalSeconds:N2} s, {report.Files - report.Unchanged:N0} files changed."));
            return (true, string.Empty, basePath);
        }
        catch (Exception e) when (e is SourceException or OutputException or UsageException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return (false, "Not built: " + e.Message, "/");
        }
    }
}
