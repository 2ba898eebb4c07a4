using System.Diagnostics;
using System.Globalization;
using System.Text;
using Blog.Release.Erasure;
using Blog.Source;

namespace Blog.Tests.Release.Erasure;

/// <summary>Repositories made with the machine's own git: whether a text is found wherever git keeps it, and whether nothing of it is left after a rewriting.</summary>
public sealed class GitHistoryTests : IDisposable
{
    private const string Secret = "The zorvintha ledger was quellimond altered before brackenfoyle inspection, and everybody on that landing knew.";

    private static readonly byte[] Key = [.. Enumerable.Range(0, PassageFinder.KeyLength).Select(i => (byte)i)];

    private readonly TemporaryFolder _temporary = new();
    private readonly GitSearch _search = new(new PassageFinder(Key, new PassageFinder(Key, []).NumbersOf(Secret)), [Secret[..48]]);

    public void Dispose() => _temporary.Dispose();

    public static TheoryData<string> Hidings() =>
        ["an earlier commit", "packed", "an amended commit", "a stash", "a dropped stash", "another branch", "a tag's message", "a commit's message", "a note", "only staged once", "UTF-16", "other spacing", "a remote's branch", "an unfinished message", "a remembered merge"];

    [GitFact]
    public void A_clean_repository_holds_nothing_and_a_foreign_folder_is_none()
    {
        Make();
        var report = Look();
        Assert.True(report.IsClean);
        Assert.True(report.Objects >= 3 && report.Bytes > 0 && report.Files > 3, report.ToString());
        Assert.Null(GitRepository.Of(_temporary.Root));
    }

    [GitTheory]
    [MemberData(nameof(Hidings))]
    public void It_is_found_wherever_git_keeps_it_and_gone_after_a_rewriting(string hiding)
    {
        Make();
        Hide(hiding);
        Assert.False(Look().IsClean, hiding);
        Assert.Equal(0, Look().Now);
        var tree = Git("rev-parse", "HEAD^{tree}");
        var content = File.ReadAllText(_temporary.File("blog", "post.md"));

        Confirm();
        var rewriter = new GitRewriter(Repository(), _temporary.File("blog"));
        Assert.Empty(rewriter.Plan().Obstacles);
        Assert.True(!Look().IsClean, "a plan changes nothing");
        rewriter.Run(new DateOnly(2026, 11, 22));

        var left = Look();
        Assert.True(left.IsClean, $"{hiding}: {string.Join(' ', left.Found)} {string.Join(' ', left.FoundFiles)}");
        Assert.Equal(tree, Git("rev-parse", "HEAD^{tree}"));
        Assert.Equal(content, File.ReadAllText(_temporary.File("blog", "post.md")));
        Assert.Equal("1", Git("rev-list", "--count", "--all"));
        Assert.Equal("refs/heads/main", Git("for-each-ref", "--format=%(refname)"));
        Assert.Equal(string.Empty, Git("status", "--porcelain"));
        Assert.Equal("A blog <noreply@blog.example> 1795348800 +0000", Git("log", "-1", "--date=raw", "--format=%an <%ae> %ad"));
        Git("fsck", "--strict", "--full");
        Assert.False(File.Exists(_temporary.File("blog", ".git", "subrosa-rewrite")));

        // The bytes of the whole folder, packs unpacked by git itself: no object but the three that stand now.
        Assert.Equal(3, left.Objects);
        Commit("later", "Something new.\n");
        Assert.Equal("2", Git("rev-list", "--count", "HEAD"));
    }

    [GitFact]
    public void What_stands_now_is_told_apart_and_commits_are_named()
    {
        Make();
        Commit("with it", Secret + "\n");
        Commit("without", "Clean.\n");
        var report = Look();
        Assert.Equal(2, report.Commits.Count);
        Assert.Equal((1, 0, 0), (report.Found.Count, report.Loose, report.Now));
        Commit("again", Secret + "\n");
        Assert.Equal(1, Look().Now);
    }

    [GitTheory]
    [InlineData("not confirmed", "Nobody has said")]
    [InlineData("a change", "not clean")]
    [InlineData("an untracked file", "not clean")]
    [InlineData("a folder further in", "holds other things")]
    [InlineData("no branch", "No branch")]
    [InlineData("a merge", "not finished")]
    [InlineData("a second working tree", "other working trees")]
    [InlineData("borrowed objects", "borrows objects")]
    [InlineData("a kept pack", "marked to be kept")]
    public void A_rewriting_refuses_and_changes_nothing(string state, string says)
    {
        Make();
        Hide("an earlier commit");
        var blog = _temporary.File("blog");
        if (state != "not confirmed")
        {
            Confirm();
        }

        switch (state)
        {
            case "not confirmed": break;
            case "a change": File.AppendAllText(_temporary.File("blog", "post.md"), "x\n"); break;
            case "an untracked file": _temporary.Put("blog/new.md", "x\n"); break;
            case "a folder further in":
                _temporary.Put("blog/inner/a.md", "x\n");
                Git("add", ".");
                Git("commit", "-qm", "inner");
                blog = _temporary.File("blog", "inner");
                break;
            case "no branch": Git("checkout", "-q", "--detach"); break;
            case "a merge": _temporary.Put("blog/.git/MERGE_HEAD", Git("rev-parse", "HEAD") + "\n"); break;
            case "a second working tree": Git("worktree", "add", "-q", _temporary.File("second"), "-b", "second"); break;
            case "borrowed objects": _temporary.Put("blog/.git/objects/info/alternates", "/nowhere\n"); break;
            case "a kept pack":
                Git("gc", "-q");
                var pack = Directory.EnumerateFiles(_temporary.File("blog", ".git", "objects", "pack"), "*.pack").Single();
                File.WriteAllText(Path.ChangeExtension(pack, ".keep"), string.Empty);
                break;
            default: throw new InvalidOperationException(state);
        }

        var before = Git("for-each-ref") + Git("rev-parse", "HEAD");
        var rewriter = new GitRewriter(Repository(), blog);
        Assert.Contains(rewriter.Plan().Obstacles, obstacle => obstacle.Contains(says, StringComparison.Ordinal));
        Assert.Throws<InvalidOperationException>(() => rewriter.Run(new DateOnly(2026, 11, 22)));
        Assert.Equal(before, Git("for-each-ref") + Git("rev-parse", "HEAD"));
    }

    [GitTheory]
    [InlineData("note")]
    [InlineData("commit")]
    [InlineData("branch")]
    [InlineData("refs")]
    [InlineData("reflogs")]
    [InlineData("gc")]
    public void Cut_off_after_any_step_the_branch_is_old_or_new_and_the_next_run_completes(string step)
    {
        Make();
        Hide("a stash");
        Hide("another branch");
        Hide("an earlier commit");
        Confirm();
        var old = Git("rev-parse", "HEAD");
        var tree = Git("rev-parse", "HEAD^{tree}");
        Assert.Throws<OperationCanceledException>(() => new GitRewriter(Repository(), _temporary.File("blog"), after => { if (after == step) { throw new OperationCanceledException(); } }).Run(new DateOnly(2026, 11, 22)));

        var now = Git("rev-parse", "HEAD");
        Assert.True(now == old || Git("rev-list", "--count", now) == "1");
        Assert.Equal(tree, Git("rev-parse", "HEAD^{tree}"));
        Git("fsck", "--full");

        // A git that was killed with it leaves its locks.
        foreach (var name in new[] { "HEAD.lock", "refs/heads/main.lock", "packed-refs.lock", "gc.pid" })
        {
            _temporary.Put("blog/.git/" + name, "killed\n");
        }

        File.WriteAllText(_temporary.File("blog", ".git", "subrosa-rewrite"), "2147483646\n"); // no process has this number
        File.SetLastWriteTimeUtc(_temporary.File("blog", ".git", "subrosa-rewrite"), DateTime.UtcNow.AddMinutes(-1));
        new GitRewriter(Repository(), _temporary.File("blog")).Run(new DateOnly(2026, 11, 22));
        Assert.True(Look().IsClean);
        Assert.Equal("1", Git("rev-list", "--count", "--all"));
        Assert.Equal(tree, Git("rev-parse", "HEAD^{tree}"));
        Git("fsck", "--full", "--strict");
    }

    [GitFact]
    public void An_object_that_git_cannot_read_is_no_clean_search()
    {
        Make();
        Commit("one", string.Concat(Enumerable.Range(0, 500).Select(i => $"line {i}\n")));
        var id = Git("rev-parse", "HEAD:post.md");
        var file = _temporary.File("blog", ".git", "objects", id[..2], id[2..]);
        File.SetAttributes(file, FileAttributes.Normal);
        File.WriteAllBytes(file, File.ReadAllBytes(file)[..40]);
        Assert.ThrowsAny<IOException>(Look);
    }

    private void Make()
    {
        Directory.CreateDirectory(_temporary.File("blog"));
        Git("init", "-q", "-b", "main");
        Git("config", "user.name", "A blog");
        Git("config", "user.email", "noreply@blog.example");
        Commit("first", "Clean words, and more of them for a post of some length.\n");
    }

    private void Confirm() => Git("config", "--local", GitRewriter.Setting, "true");

    private void Hide(string hiding)
    {
        switch (hiding)
        {
            case "an earlier commit":
                Commit("one", Secret + "\n");
                Commit("two", "Clean again.\n");
                break;
            case "packed":
                Commit("one", string.Concat(Enumerable.Range(0, 200).Select(i => $"line {i}\n")) + Secret + "\n");
                Commit("two", string.Concat(Enumerable.Range(0, 200).Select(i => $"line {i}\n")));
                Git("gc", "-q", "--aggressive");
                break;
            case "an amended commit":
                Commit("one", Secret + "\n");
                _temporary.Put("blog/post.md", "Clean.\n");
                Git("commit", "-qa", "--amend", "-m", "one");
                break;
            case "a stash":
                _temporary.Put("blog/post.md", Secret + "\n");
                Git("stash", "-q");
                break;
            case "a dropped stash":
                Hide("a stash");
                Git("stash", "drop", "-q");
                break;
            case "another branch":
                Git("checkout", "-q", "-b", "other");
                Commit("other", Secret + "\n");
                Git("checkout", "-q", "main");
                break;
            case "a tag's message":
                Git("tag", "-a", "v1", "-m", Secret);
                break;
            case "a commit's message":
                Git("commit", "-q", "--allow-empty", "-m", Secret);
                Commit("two", "Clean again.\n");
                break;
            case "a note":
                Git("notes", "add", "-m", Secret);
                break;
            case "only staged once":
                _temporary.Put("blog/post.md", Secret + "\n");
                Git("add", "post.md");
                Git("reset", "-q", "--hard");
                break;
            case "UTF-16":
                File.WriteAllBytes(_temporary.File("blog", "post.md"), Encoding.Unicode.GetBytes(Secret));
                Git("add", ".");
                Git("commit", "-qm", "one");
                Commit("two", "Clean again.\n");
                break;
            case "other spacing":
                Commit("one", "> " + Secret.ToUpperInvariant().Replace(" ", "\n> ", StringComparison.Ordinal) + "\n");
                Commit("two", "Clean again.\n");
                break;
            case "a remote's branch":
                Hide("another branch");
                Git("update-ref", "refs/remotes/origin/other", "other");
                Git("branch", "-q", "-D", "other");
                Git("pack-refs", "--all");
                break;
            case "an unfinished message":
                _temporary.Put("blog/.git/COMMIT_EDITMSG", Secret + "\n");
                break;
            case "a remembered merge":
                _temporary.Put("blog/.git/rr-cache/ab/preimage", Secret + "\n");
                break;
            default:
                throw new InvalidOperationException(hiding);
        }
    }

    private void Commit(string message, string text)
    {
        _temporary.Put("blog/post.md", text);
        Git("add", "post.md");
        Git("commit", "-q", "-m", message);
    }

    private GitRepository Repository() => GitRepository.Of(_temporary.File("blog")) ?? throw new InvalidOperationException("no repository");

    private GitSearchReport Look() => _search.Look(Repository(), CancellationToken.None);

    private string Git(params string[] arguments)
    {
        var start = new ProcessStartInfo("git") { WorkingDirectory = _temporary.File("blog"), UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
        start.Environment["GIT_AUTHOR_DATE"] = start.Environment["GIT_COMMITTER_DATE"] = "2026-03-04T12:00:00+0000";
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var git = Process.Start(start)!; // not null: a new process is started
        var errors = git.StandardError.ReadToEndAsync();
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        return git.ExitCode == 0 ? output.Trim() : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"git {string.Join(' ', arguments)}: {git.ExitCode} {errors.GetAwaiter().GetResult()}"));
    }
}
