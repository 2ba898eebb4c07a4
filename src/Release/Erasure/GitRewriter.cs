using System.Diagnostics;
using System.Globalization;
using System.Text;
using Blog.Source;

namespace Blog.Release.Erasure;

/// <summary>Makes the history of a content repository one commit of what stands now, and clears away everything else.</summary>
/// <remarks>
/// The order: the new commit is made beside the old history; the branch goes over to it in one renaming of git's; the other refs go; reflogs, stashes and remembered
/// merges go; then git packs what is left and deletes the rest. Cut off anywhere, the branch is at the old commit or at the new one, both whole, and the same command goes
/// on from there. A note in <c>.git</c> says that a rewriting was begun, so that locks of a git that was killed with it are known for what they are.
/// </remarks>
public sealed class GitRewriter
{
    /// <summary>Git's setting by which a person says that the repository holds the content and nothing else.</summary>
    public const string Setting = "subrosa.contentrepository";

    private const string NoteName = "subrosa-rewrite";
    private const string Message = "The content as it stands";
    private static readonly string[] Unfinished = ["MERGE_HEAD", "CHERRY_PICK_HEAD", "REVERT_HEAD", "BISECT_LOG", "rebase-merge", "rebase-apply", "sequencer"];
    private static readonly string[] Memories = ["ORIG_HEAD", "FETCH_HEAD", "AUTO_MERGE", "COMMIT_EDITMSG", "MERGE_MSG", "SQUASH_MSG", "TAG_EDITMSG", "shallow"];

    private static readonly string[] MemoryFolders = ["rr-cache", "logs"];

    private readonly GitRepository _repository;
    private readonly string _blog;
    private readonly Action<string>? _after;

    /// <summary>Prepares.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="blog">The blog folder.</param>
    /// <param name="after">Told after each step by its name; for tests that cut it off. May be null.</param>
    public GitRewriter(GitRepository repository, string blog, Action<string>? after = null)
    {
        _repository = repository;
        _blog = blog;
        _after = after;
    }

    /// <summary>What it would do. Nothing is changed.</summary>
    public GitRewritePlan Plan()
    {
        var obstacles = new List<string>();
        if (RealPath(_repository.Root) != RealPath(_blog) || !Directory.Exists(Path.Combine(_blog, ".git")))
        {
            obstacles.Add($"The blog folder is not the top of a repository of its own: {_repository.Root} holds other things too, whose history would go.");
        }

        if (_repository.Ask("config", "--local", "--type=bool", "--get", Setting) != "true")
        {
            obstacles.Add($"Nobody has said that this repository holds the content and nothing else. If so, say it once: git -C '{_repository.Root}' config --local {Setting} true");
        }

        var branch = _repository.Ask("symbolic-ref", "--quiet", "HEAD");
        if (branch.Length == 0 || _repository.Ask("rev-parse", "--verify", "--quiet", "HEAD").Length == 0)
        {
            obstacles.Add("No branch with a commit is checked out: git switch BRANCH");
        }

        if (_repository.Ask("status", "--porcelain=v1", "--untracked-files=normal").Length > 0)
        {
            obstacles.Add("The working tree is not clean: commit what shall stay, and delete or ignore the rest.");
        }

        if (Unfinished.FirstOrDefault(name => Path.Exists(_repository.PathOf(name))) is { } unfinished)
        {
            obstacles.Add($"A merge, rebase or the like is not finished ({unfinished}): finish or abort it.");
        }

        if (_repository.Ask("worktree", "list", "--porcelain").Split('\n').Count(line => line.StartsWith("worktree ", StringComparison.Ordinal)) > 1)
        {
            obstacles.Add("There are other working trees of this repository: git worktree remove FOLDER");
        }

        if (File.Exists(_repository.PathOf("objects", "info", "alternates")))
        {
            obstacles.Add("The repository borrows objects from another one (objects/info/alternates), which keeps them: git repack -a -d, then delete that file; and see to the other one.");
        }

        if (Directory.Exists(_repository.PathOf("objects", "pack")) && Directory.EnumerateFiles(_repository.PathOf("objects", "pack"), "*.keep").Any())
        {
            obstacles.Add("A pack is marked to be kept (objects/pack/*.keep): delete the mark.");
        }

        return new GitRewritePlan(
            obstacles,
            branch.StartsWith("refs/heads/", StringComparison.Ordinal) ? branch["refs/heads/".Length..] : branch,
            _repository.Ask("rev-list", "--all", "--reflog").Split('\n').Count(line => line.Length > 0),
            [.. Refs().Where(name => name != branch)],
            [.. _repository.Ask("remote").Split('\n').Where(line => line.Length > 0)]);
    }

    /// <summary>Rewrites.</summary>
    /// <param name="day">The day that the new commit tells.</param>
    /// <exception cref="IOException">git refused; the message says what. Run it again.</exception>
    /// <exception cref="InvalidOperationException">There are obstacles.</exception>
    public void Run(DateOnly day)
    {
        ClearLocks();
        if (Plan().Obstacles.Count > 0)
        {
            throw new InvalidOperationException("Look at the plan first.");
        }

        DurableFile.RemoveLeftoversOf(_repository.PathOf(NoteName));
        DurableFile.Write(_repository.PathOf(NoteName), Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}\n")));
        After("note");
        var branch = _repository.Do(null, "symbolic-ref", "HEAD");
        var old = _repository.Do(null, "rev-parse", "--verify", "HEAD");
        if (!IsOurs(old))
        {
            var date = string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}T12:00:00+0000"); // the day, not the minute
            var tree = _repository.Do(null, "rev-parse", "--verify", "HEAD^{tree}");
            var made = Commit(tree, date);
            After("commit");
            _repository.Do(null, "update-ref", "-m", "history: single", branch, made, old);
        }

        After("branch");
        var going = string.Concat(Refs().Where(name => name != branch).Select(name => $"option no-deref\ndelete {name}\n"));
        if (going.Length > 0)
        {
            _repository.Do(going, "update-ref", "--stdin");
        }

        After("refs");
        _repository.Do(null, "reflog", "expire", "--expire=now", "--expire-unreachable=now", "--all");
        foreach (var memory in Memories)
        {
            File.Delete(_repository.PathOf(memory));
        }

        foreach (var folder in MemoryFolders.Select(name => _repository.PathOf(name)).Where(Directory.Exists))
        {
            Directory.Delete(folder, recursive: true); // git makes them anew
        }

        After("reflogs");
        _repository.Do(null, "-c", "gc.cruftPacks=false", "-c", "gc.reflogExpire=now", "-c", "gc.reflogExpireUnreachable=now", "-c", "gc.packRefs=true", "gc", "--quiet", "--force", "--prune=now");
        _repository.Do(null, "prune", "--expire=now");
        After("gc");
        File.Delete(_repository.PathOf(NoteName));
    }

    private string Commit(string tree, string date)
    {
        // commit-tree takes dates from the environment alone; a raw object says the same and needs none.
        var who = $"{Name()} {DateTimeOffset.ParseExact(date, "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)} +0000";
        return _repository.Do($"tree {tree}\nauthor {who}\ncommitter {who}\n\n{Message}\n", "hash-object", "-t", "commit", "-w", "--stdin");
    }

    /// <summary>The repository's own author: never the machine's, which is a person.</summary>
    private string Name()
    {
        var (name, mail) = (_repository.Ask("config", "--local", "user.name"), _repository.Ask("config", "--local", "user.email"));
        return name.Length > 0 && mail.Length > 0 ? $"{name} <{mail}>" : "The blog <noreply@localhost>";
    }

    /// <summary>Whether a commit is the one that a rewriting made: no parents, and its own message.</summary>
    private bool IsOurs(string commit) => _repository.Ask("log", "-1", "--format=%P%n%B", commit) is var text && text.TrimEnd('\n') == "\n" + Message;

    private IEnumerable<string> Refs() => _repository.Ask("for-each-ref", "--format=%(refname)").Split('\n').Where(line => line.Length > 0);

    /// <summary>Locks that a killed git left behind are in the way of every later one; they are taken away where a rewriting was cut off, its process is gone, and no git works here.</summary>
    private void ClearLocks()
    {
        var note = _repository.PathOf(NoteName);
        if (!File.Exists(note) || !int.TryParse(File.ReadAllText(note).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var process) || IsAlive(process))
        {
            return;
        }

        var watch = Stopwatch.StartNew();
        while (IsGitAtWork())
        {
            if (watch.Elapsed > TimeSpan.FromMinutes(2))
            {
                throw new IOException("A git that was started here is still at work. Wait until it has ended, and run this again.");
            }

            Thread.Sleep(100); // it outlived the program that was killed, and ends by itself
        }

        foreach (var left in Directory.EnumerateFiles(_repository.Folder, "*.lock", SearchOption.AllDirectories).Append(_repository.PathOf("gc.pid")).Where(File.Exists).ToList())
        {
            if (File.GetLastWriteTimeUtc(left) >= File.GetLastWriteTimeUtc(note))
            {
                File.Delete(left);
            }
        }
    }

    private static bool IsAlive(int process)
    {
        if (process == Environment.ProcessId)
        {
            return false; // this very run, or one of the same number that is gone
        }

        try
        {
            using var other = Process.GetProcessById(process);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Whether a git works in this folder; known on Linux only.</summary>
    private bool IsGitAtWork()
    {
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }

        foreach (var process in Process.GetProcessesByName("git"))
        {
            using (process)
            {
                try
                {
                    if (new FileInfo($"/proc/{process.Id.ToString(CultureInfo.InvariantCulture)}/cwd").ResolveLinkTarget(returnFinalTarget: true)?.FullName == RealPath(_repository.Root))
                    {
                        return true;
                    }
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException)
                {
                    // ended meanwhile, or somebody else's
                }
            }
        }

        return false;
    }

    private static string RealPath(string path) => Blog.Vault.RealPath.Of(path);

    private void After(string step) => _after?.Invoke(step);
}
