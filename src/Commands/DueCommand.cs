using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using Blog.Release;
using Blog.Requests;

namespace Blog.Commands;

/// <summary><c>due</c>: what must leave, appear or be answered, and by when; and a job that builds daily, so that days are kept without anybody at hand.</summary>
internal static class DueCommand
{
    private const string Cron = "cron";
    private const string Workflow = "workflow";

    public static Command Create()
    {
        var blog = CommonOptions.Blog();
        var vault = CommonOptions.Vault();
        var job = new Option<string?>("--job") { Description = $"Print a job that builds daily at a minute drawn at random: {Cron} (a line for crontab, with release --due) or {Workflow} (a CI workflow, which has input/ alone).", HelpName = "KIND" };
        job.AcceptOnlyFromAmong(Cron, Workflow);
        var command = new Command("due", "List what must leave, appear or be answered, and by when. Exit code 1 where something is overdue. Example: dotnet run -- due") { blog, vault, job };
        command.SetAction(parse =>
        {
            var folder = CommonOptions.Folder(parse.GetRequiredValue(blog));
            if (parse.GetValue(job) is { } kind)
            {
                Console.Write(kind == Cron ? CronLine(folder.Root, parse.GetValue(vault)) : WorkflowText());
                return ExitCode.Done;
            }

            using var store = VaultAccess.Open(folder, parse.GetValue(vault));
            var due = DueList.Of(store, ReleasedPosts.Standing(store), TimeProvider.System);
            foreach (var item in due)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{item.Day:yyyy-MM-dd}  {(item.IsOverdue ? "OVERDUE  " : string.Empty)}{item.What} Next: {item.Do}"));
            }

            Console.Error.WriteLine(due.Count == 0 ? string.Create(CultureInfo.InvariantCulture, $"Nothing is due within {DueList.Ahead} days.") : string.Create(CultureInfo.InvariantCulture, $"{due.Count:N0} due within {DueList.Ahead} days, {due.Count(item => item.IsOverdue):N0} of them overdue."));
            return due.Any(item => item.IsOverdue) ? ExitCode.Findings : ExitCode.Done;
        });
        return command;
    }

    /// <summary>A line for crontab. The minute is drawn, so that the time of a build tells nothing of when anything was decided.</summary>
    private static string CronLine(string root, string? vault) => string.Create(
        CultureInfo.InvariantCulture,
        $"# Daily at a minute that was drawn once: texts of guests appear on their day and leave on theirs; nothing else is released. Standard output goes to a file, errors to your mail.\n{RandomNumberGenerator.GetInt32(60)} {RandomNumberGenerator.GetInt32(1, 6)} * * * cd '{Environment.CurrentDirectory}' && dotnet run -c Release -- release --due --blog '{root}'{(vault is null ? string.Empty : $" --vault '{vault}'")} && dotnet run -c Release -- build --blog '{root}' > /dev/null\n");

    private static string WorkflowText() => string.Create(
        CultureInfo.InvariantCulture,
        $$"""
        # .github/workflows/daily.yml (also read by Forgejo and Gitea). Builds input/ daily at a minute that was drawn once: what has ended leaves the site, what is
        # scheduled appears. New texts come only with a release, which needs the private store and runs on your own machine.
        name: daily
        on:
          schedule:
            - cron: "{{RandomNumberGenerator.GetInt32(60)}} {{RandomNumberGenerator.GetInt32(1, 6)}} * * *"
          workflow_dispatch:
        permissions:
          contents: read
        jobs:
          build:
            runs-on: ubuntu-latest
            steps:
              - uses: actions/checkout@v4
              - uses: actions/setup-dotnet@v4
                with:
                  dotnet-version: "10.0.x"
              - run: dotnet run -c Release -- build
              # Hand output/ to your host here.

        """);
}
