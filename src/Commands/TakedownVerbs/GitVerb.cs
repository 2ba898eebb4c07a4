using System.CommandLine;
using System.Globalization;
using Blog.Release.Erasure;
using Blog.Source;
using Blog.Vault;

namespace Blog.Commands.TakedownVerbs;

/// <summary><c>takedown git</c>: looks for texts in the history of the content's repository, and rewrites that history.</summary>
internal static class GitVerb
{
    public static Command Create()
    {
        var units = new Argument<string[]>("units") { Description = "Posts and comments to look for as well: addresses, or their names in the private store. What was erased is always looked for, by the erasure list.", Arity = ArgumentArity.ZeroOrMore };
        var phrase = new Option<string[]>("--phrase") { Description = "Everything in which these words stand; may be given several times.", HelpName = "WORDS" };
        var rewrite = new Option<bool>("--rewrite") { Description = "Make the history one commit of what stands now, and clear all else away. Rehearses without --yes." };
        var yes = new Option<bool>("--yes") { Description = "Do it. There is no way back." };
        var blog = CommonOptions.Blog();
        var vault = CommonOptions.Vault();
        var actor = CommonOptions.Actor();
        var command = new Command("git", "Look for taken down texts in every object of the content's git repository, reachable or not, and with --rewrite make its history one commit. Counts and commits, never words. Exit code 1 where something is found. Example: dotnet run -- takedown git --rewrite")
        {
            units, phrase, rewrite, yes, blog, vault, actor,
        };
        command.SetAction((parse, token) =>
        {
            var folder = CommonOptions.Folder(parse.GetRequiredValue(blog));
            SampleGuard.Refuse(folder, "takedown git");
            var settings = new BlogReader(folder).ReadSettings();
            var repository = GitRepository.Of(folder.Root) ?? throw new UsageException("The blog lies in no git repository, or git is not installed. There is no history to look at.");
            using var store = VaultAccess.Open(folder, parse.GetValue(vault), parse.GetValue(actor));
            var eraser = new Eraser(store, folder, settings);
            var (named, phrases) = (parse.GetValue(units) ?? [], parse.GetValue(phrase) ?? []);
            IReadOnlyList<VaultUnit> meant = named.Length + phrases.Length == 0 ? [] : TakedownUnits.Of(store, folder, settings.Address, named, phrases, []);
            eraser.Plan(meant);
            var search = new GitSearch(eraser.List.Passages, TakedownUnits.Pieces(store, eraser, meant));
            if (search.IsEmpty && !parse.GetValue(rewrite))
            {
                throw new UsageException("Nothing was erased yet, and nothing is named, so there is nothing to look for. Name a post or comment.");
            }

            var found = search.Look(repository, token);
            Print(found, Console.Out);
            if (!parse.GetValue(rewrite))
            {
                return Task.FromResult(found.IsClean ? ExitCode.Done : ExitCode.Findings);
            }

            return Task.FromResult(Rewrite(folder, settings.TimeZone, store, repository, search, found, parse.GetValue(yes), token));
        });
        return command;
    }

    private static int Rewrite(BlogFolder folder, string zone, VaultStore store, GitRepository repository, GitSearch search, GitSearchReport found, bool yes, CancellationToken token)
    {
        var rewriter = new GitRewriter(repository, folder.Root);
        var plan = rewriter.Plan();
        foreach (var obstacle in plan.Obstacles)
        {
            Console.Error.WriteLine(obstacle);
        }

        if (found.Now > 0)
        {
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{found.Now:N0} of these objects stand in what is checked out now, so a rewriting would keep them: takedown erase (or takedown now and release) first, then commit."));
        }

        if (plan.Obstacles.Count > 0 || found.Now > 0)
        {
            Console.Error.WriteLine("The history was not rewritten. Nothing was changed.");
            return ExitCode.Usage;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"A rewriting makes one commit of {plan.Commits:N0} on the branch {plan.Branch}, of the files as they stand. What goes: every earlier state of every file, all reflogs, and {plan.Going.Count:N0} other refs{(plan.Going.Count == 0 ? string.Empty : ": " + string.Join(' ', plan.Going))}."));
        if (!yes)
        {
            Console.WriteLine("Nothing was changed. To do it: the same command with --yes. There is no way back but from a copy.");
            return ExitCode.Done;
        }

        store.Roles.Require(EditorTask.Erase);
        rewriter.Run(Clock.AsOf(null, zone, TimeProvider.System));
        var left = search.Look(repository, token);
        using (var transaction = store.BeginTransaction())
        {
            store.Audit.Append(AuditVerb.GitRewritten, null);
            transaction.Commit();
        }

        Console.WriteLine("The history is one commit. Looked for again in every object:");
        Print(left, Console.Out);
        Console.WriteLine(plan.Remotes.Count == 0
            ? "No remote is known here. Clones and forks that others made, and copies of this folder, keep the old history."
            : $"Remotes keep the old history until you push with force ({string.Join(", ", plan.Remotes.Select(remote => $"git push --force --prune {remote}"))}), and their hosts longer: ask them to drop unreachable commits. Clones and forks keep it until they are made anew.");
        Console.WriteLine("Deleted objects are gone from the repository, not from the disk's free space: encrypt the disk, or overwrite its free space.");
        return left.IsClean ? ExitCode.Done : ExitCode.Findings;
    }

    private static void Print(GitSearchReport report, TextWriter output)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.Found.Count:N0} of {report.Objects:N0} objects ({report.Bytes:N0} bytes) hold some of it, and {report.FoundFiles.Count:N0} of {report.Files:N0} other files of .git."));
        if (!report.IsClean)
        {
            foreach (var place in CopySearch.GitPlaces(report).Skip(report.Found.Count == 0 ? 1 : 0))
            {
                output.WriteLine("  " + place);
            }
        }
    }
}
