using System.CommandLine;
using System.Globalization;
using Blog.Commands.Checks;
using Blog.Source;

namespace Blog.Commands;

/// <summary><c>check</c>: reads every file of <c>input/</c> and names what is wrong with it.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var blog = CommonOptions.Blog();
        var fix = new Option<bool>("--fix") { Description = "Write files in their canonical form where nothing is lost by it." };
        var external = new Option<bool>("--external")
        {
            Description = "Ask other sites whether the pages that texts link to are still there: public hosts only, slowly, as their robots.txt asks. They see this machine's address.",
        };
        var wayback = new Option<bool>("--wayback")
        {
            Description = "With --external: ask the Internet Archive where a copy of each dead link is. It sees this machine's address and those links.",
        };
        var command = new Command("check", "Read every file of input/ and name what is wrong, with file and line. Example: dotnet run -- check --fix") { blog, fix, external, wayback };
        command.SetAction((parse, token) => RunAsync(CommonOptions.Folder(parse.GetRequiredValue(blog)), parse.GetValue(fix), parse.GetValue(external) || parse.GetValue(wayback), parse.GetValue(wayback), token));
        return command;
    }

    private static async Task<int> RunAsync(BlogFolder folder, bool fix, bool external, bool wayback, CancellationToken token)
    {
        if (fix)
        {
            foreach (var path in BlogCanonicalizer.Fix(folder))
            {
                await Console.Error.WriteLineAsync($"{path}: written in its canonical form");
            }
        }

        var found = BlogChecker.Check(folder);
        var texts = TextCheck.Run(new BlogReader(folder), Today(folder));
        var findings = found.Concat(texts?.Findings ?? []).ToList();
        foreach (var finding in findings.Order(Comparer<SourceFinding>.Create(SourceFinding.Compare)))
        {
            await Console.Error.WriteLineAsync(finding.ToString());
        }

        // No findings: a name may be another name, and a build is not held up by it.
        foreach (var warning in SubmissionWarnings(folder).Concat(texts?.Doubts.Select(doubt => doubt.ToString()) ?? []))
        {
            await Console.Error.WriteLineAsync(warning);
        }

        var dead = external && texts is not null ? await AskOthersAsync(texts, wayback, token) : 0;
        var fixable = findings.Count(finding => finding.Fixable);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{findings.Count:N0} findings{(fixable > 0 ? $", {fixable:N0} of them go away with --fix" : string.Empty)}{(texts is { Doubts.Count: > 0 } ? $", {texts.Doubts.Count:N0} names to look at" : string.Empty)}"));
        return findings.Count == 0 && dead == 0 ? ExitCode.Done : ExitCode.Findings;
    }

    private static async Task<int> AskOthersAsync(TextCheck texts, bool wayback, CancellationToken token)
    {
        using var fetcher = OutsideLinkCheck.OfTheWeb();
        using var copies = OutsideLinkCheck.OfTheArchive();
        Func<OutsideLink, CancellationToken, Task<string>>? archive = wayback ? async (link, cancellation) => await ArchivedCopy.LookAsync(link, ArchivedCopy.Address, copies, cancellation) : null;
        var links = texts.Links;
        return await StageProgress.RunAsync(progress => new OutsideLinkCheck(fetcher, Console.Out, archive).RunAsync(links, progress, token));
    }

    private static DateOnly Today(BlogFolder folder)
    {
        try
        {
            return Clock.AsOf(null, new BlogReader(folder).ReadSettings().TimeZone, TimeProvider.System);
        }
        catch (SourceException)
        {
            return DateOnly.MinValue; // a finding already, and no text is read
        }
    }

    private static IReadOnlyList<string> SubmissionWarnings(BlogFolder folder)
    {
        try
        {
            var reader = new BlogReader(folder);
            return reader.ReadSubmissionKeys()?.Warnings(Clock.AsOf(null, reader.ReadSettings().TimeZone, TimeProvider.System)) ?? [];
        }
        catch (SourceException)
        {
            return []; // a finding already
        }
    }
}
