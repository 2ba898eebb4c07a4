using System.CommandLine;
using System.Globalization;
using Blog.Release;
using Blog.Site;
using Blog.Source;

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
        var restore = new Option<bool>("--restore") { Description = "Write files again that were deleted by hand." };
        var command = new Command("release", "Write to input/ what the old blog showed to everybody, under the policies of site.yml. Example: dotnet run -- release --blog ../my-blog --dry-run")
        {
            blog, vault, dryRun, post, restore,
        };
        command.SetAction((parse, token) => RunAsync(
            CommonOptions.Folder(parse.GetRequiredValue(blog)),
            parse.GetValue(vault),
            new ReleaseOptions(parse.GetValue(dryRun), parse.GetValue(post), parse.GetValue(restore)),
            token));
        return command;
    }

    private static async Task<int> RunAsync(BlogFolder folder, string? vault, ReleaseOptions options, CancellationToken token)
    {
        SampleGuard.Refuse(folder, "release");
        var settings = new BlogReader(folder).ReadSettings();
        using var store = VaultAccess.Open(folder, vault);
        var report = await StageProgress.RunAsync(progress => Task.Run(
            () => Releaser.Run(store, folder, settings, options, (done, total) => progress.Report(new BuildStep("Releasing", done, total)), token), token));
        if (options.Post is not null && report.Posts == 0)
        {
            throw new UsageException($"No post that may be released has the id or address \"{options.Post}\". Nothing was changed.");
        }

        Print(report, options);
        if (!options.DryRun)
        {
            Console.WriteLine($"Next: dotnet run -- build --blog {Path.GetRelativePath(".", folder.Root)}");
        }

        return report.Conflicts.Count > 0 ? ExitCode.Findings : ExitCode.Done;
    }

    private static void Print(ReleaseReport report, ReleaseOptions options)
    {
        if (options.DryRun)
        {
            foreach (var path in report.Written)
            {
                Console.WriteLine($"would write input/{path}");
            }

            foreach (var path in report.Removed)
            {
                Console.WriteLine($"would remove input/{path}");
            }
        }

        foreach (var conflict in report.Conflicts)
        {
            Console.Error.WriteLine(conflict);
        }

        var counts = report.Counts;
        Line($"{report.Posts:N0} posts and pages, {counts.Comments:N0} comments, {counts.Removed:N0} removed comments that keep their place.");
        Line($"{counts.Renamed:N0} comments under a pseudonym, {counts.Mentions:N0} mentions of commenters' names replaced, {counts.Masks:N0} masks made neutral, {counts.FreshIds:N0} fresh ids.");
        Line($"{counts.Resolved + counts.Doubtful + counts.Unresolved:N0} clock-time citations: {counts.Resolved:N0} lead to a comment, {counts.Doubtful:N0} to one of several, {counts.Unresolved:N0} nowhere.");
        if (counts.NamesForAPerson > 0)
        {
            Line($"{counts.NamesForAPerson:N0} commenters' names are also ordinary words or very short: look for them yourself.");
        }

        foreach (var (reason, count) in report.Held)
        {
            Line($"{count:N0} stay in the private store: {reason}.");
        }

        Line($"{report.Written.Count:N0} files {(options.DryRun ? "would be written" : "written")}, {report.Removed.Count:N0} removed, {report.Unchanged:N0} as they were, {report.Conflicts.Count:N0} left to you.");
    }

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
