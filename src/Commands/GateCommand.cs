using System.CommandLine;
using System.Globalization;
using Blog.Gate;
using Blog.Source;

namespace Blog.Commands;

/// <summary><c>gate [folder]</c>: the safety check alone, over a site that is already built.</summary>
internal static class GateCommand
{
    public static Command Create()
    {
        var blog = CommonOptions.Blog();
        var vault = CommonOptions.Vault();
        var stagedOnly = new Option<bool>("--staged") { Description = "Check what is staged in the content repository instead: what the hook before a commit does." };
        var folder = new Argument<string?>("folder")
        {
            Description = "Folder of the built site; default: output/ of the blog.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("gate", "Check a built site for anything that must not be published. Example: dotnet run -- gate output") { folder, blog, vault, stagedOnly, WaiverVerbs.Waive(), WaiverVerbs.List(), WaiverVerbs.TakeBack(), GateVerbs.SealKeyVerb.Create() };
        command.SetAction((parse, token) =>
        {
            var home = CommonOptions.Folder(parse.GetRequiredValue(blog));
            if (parse.GetValue(stagedOnly))
            {
                return Task.FromResult(CheckStaged(home, parse.GetValue(vault), token));
            }

            var site = parse.GetValue(folder) ?? home.Output;
            if (!Directory.Exists(site))
            {
                throw new UsageException($"There is no folder {Path.GetFullPath(site)} to check. Build first: dotnet run -- build");
            }

            var settings = new BlogReader(home).ReadSettings();
            var staged = StagedSite.Open(site, settings.Address);
            var today = Clock.AsOf(null, settings.TimeZone, TimeProvider.System);
            var result = SiteGate.Run(staged, GateInputs.Of(home, settings, parse.GetValue(vault), today), token);
            GateReport.Write(result, Console.Error, GateReport.IsPrivate(Console.IsErrorRedirected));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{result.Files} files checked for {result.Secrets} secrets, {result.Findings.Count} findings, {result.Doubts.Count} to look at"));
            return Task.FromResult(result.Findings.Count == 0 ? ExitCode.Done : ExitCode.Findings);
        });
        return command;
    }

    private static int CheckStaged(BlogFolder home, string? vault, CancellationToken token)
    {
        PrivateRemotes.Require(home);
        var settings = new BlogReader(home).ReadSettings();
        var input = GateInputs.ForCommit(home, settings, vault, Clock.AsOf(null, settings.TimeZone, TimeProvider.System));
        using var files = StagedFiles.Export(home);
        var result = InputGate.Run(files.Folder, input, token);
        GateReport.Write(result, Console.Error, GateReport.IsPrivate(Console.IsErrorRedirected));
        if (result.Findings.Count == 0)
        {
            return ExitCode.Done;
        }

        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{result.Findings.Count:N0} places hold what was redacted, so nothing was committed: git keeps for ever what it once took."));
        return ExitCode.Findings;
    }
}
