using System.CommandLine;
using System.Globalization;
using Blog.Gate;
using Blog.Site;
using Blog.Source;

namespace Blog.Commands;

/// <summary><c>build</c>, the default verb: input/ to output/, checked before it is swapped in.</summary>
internal static class BuildCommand
{
    private static readonly Option<string> BlogOption = CommonOptions.Blog();

    private static readonly Option<string?> VaultOption = CommonOptions.Vault();

    private static readonly Option<string?> AsOfOption = new("--as-of")
    {
        Description = "Build as of this day (2026-11-21); default: today in the site's zone. Later posts and ended texts are left out.",
        HelpName = "DAY",
    };

    private static readonly Option<bool> UnsealedOption = new("--unsealed")
    {
        Description = "Publish without the check against input/redactions.sealed where its key is missing. Refused on a build service.",
    };

    private static readonly Option<bool> FullOption = new("--full")
    {
        Description = "Make, read and check everything anew. Without it, what the last build made of the same is taken over; the result is the same.",
    };

    public static Command Create()
    {
        var command = new Command("build", "Build the site from input/ into output/. Example: dotnet run -- build --blog ../my-blog") { BlogOption, VaultOption, AsOfOption, UnsealedOption, FullOption };
        command.SetAction(RunAsync);
        return command;
    }

    /// <summary>The program without a verb builds too.</summary>
    public static void MakeDefault(RootCommand root)
    {
        root.Add(BlogOption);
        root.Add(VaultOption);
        root.Add(AsOfOption);
        root.Add(UnsealedOption);
        root.Add(FullOption);
        root.SetAction(RunAsync);
    }

    private static async Task<int> RunAsync(ParseResult parse, CancellationToken token)
    {
        var folder = CommonOptions.Folder(parse.GetRequiredValue(BlogOption));
        var settings = new BlogReader(folder).ReadSettings();
        var request = new BuildRequest(folder, settings, Clock.AsOf(parse.GetValue(AsOfOption), settings.TimeZone, TimeProvider.System), Environment.ProcessorCount, Durable: true) { Full = parse.GetValue(FullOption) };
        var report = await StageProgress.RunAsync(progress => CheckedBuild.RunAsync(request, GateInputs.Of(folder, settings, parse.GetValue(VaultOption), Clock.AsOf(null, settings.TimeZone, TimeProvider.System), parse.GetValue(UnsealedOption), publishes: true), progress, token));
        return Print(report, folder, Console.Out, Console.Error, GateReport.IsPrivate(Console.IsErrorRedirected));
    }

    /// <summary>Says what a build did, and gives its exit code.</summary>
    public static int Print(BuildReport report, BlogFolder folder, TextWriter output, TextWriter error, bool isPrivate)
    {
        foreach (var warning in report.Warnings)
        {
            error.WriteLine(warning);
        }

        GateReport.Write(report.Gate, error, isPrivate);
        if (report.Findings.Count > 0)
        {
            error.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"The safety check found {report.Findings.Count:N0} things that must not be published, so nothing was: output/ is as it was."));
            return ExitCode.Findings;
        }

        foreach (var path in report.SetAside)
        {
            error.WriteLine($"output/{path} was put there by hand; it is kept in .build/set-aside. Files to publish belong into input/media.");
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{report.Posts:N0} posts and {report.Comments:N0} comments on {report.Pages:N0} pages; {report.Files:N0} files, {report.Bytes / 1e6:N1} MB, {report.Unchanged:N0} unchanged. Safety check: nothing found."));
        if (report.Waiting is { Count: > 0, Next: { } next })
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.Waiting.Count:N0} {(report.Waiting.Count == 1 ? "post waits for its day" : "posts wait for their days")}; the next is {next:yyyy-MM-dd}. A build on that day or later has it."));
        }

        var blog = Path.GetFullPath(folder.Root) == Path.GetFullPath(".") ? string.Empty : $" --blog {Path.GetRelativePath(".", folder.Root)}";
        output.WriteLine($"The site is in {Path.GetRelativePath(".", folder.Output)}{Path.DirectorySeparatorChar}. Look at it: dotnet run -- serve{blog}");
        return ExitCode.Done;
    }
}
