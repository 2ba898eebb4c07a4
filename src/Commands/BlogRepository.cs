using Blog.Model;
using Blog.Source;
using Blog.Vault;

namespace Blog.Commands;

/// <summary>The blog folder's own git repository: made where asked for, and told not to tell who works in it, and when.</summary>
internal static class BlogRepository
{
    /// <summary>Whether the blog folder is the top of a repository of its own; one further up belongs to something else.</summary>
    public static bool IsThere(BlogFolder folder)
    {
        var git = Path.Combine(folder.Root, ".git");
        return Directory.Exists(git) || File.Exists(git);
    }

    /// <summary>Makes a repository without a remote; false, with a message on stderr, where git cannot.</summary>
    public static bool TryMake(BlogFolder folder)
    {
        if (GitProgram.TryRun(folder.Root, out _, "init", "--quiet"))
        {
            Console.Error.WriteLine("made a git repository for the content, without a remote. Keep it private: its history will show what you redact.");
            return true;
        }

        Console.Error.WriteLine("git is not installed or could not make a repository here. The program does not need one; make it by hand if you want one, and run \"vault init\" again.");
        return false;
    }

    /// <summary>Sets author, times and hooks of the repository. False, with messages on stderr, where something of it could not be done.</summary>
    /// <param name="folder">The blog.</param>
    /// <param name="settings">Its settings.</param>
    /// <param name="vault">Folder of its private store, against which a commit is checked.</param>
    public static bool TrySetUp(BlogFolder folder, SiteSettings settings, string vault)
    {
        var name = AuthorName(settings.Title);
        var address = NoReply(settings.Address);
        (string Key, string Value)[] values =
        [
            ("user.name", name),
            ("user.email", address),
            ("user.useConfigOnly", "true"), // never a name made of account and machine
            ("commit.gpgSign", "false"), // a signature is a person's
            ("tag.gpgSign", "false"),
            ("format.signOff", "false"),
        ];
        var done = true;
        foreach (var (key, value) in values)
        {
            if (!GitProgram.TryRun(folder.Root, out _, "config", "--local", key, value))
            {
                Console.Error.WriteLine($"git could not set {key} in {folder.Root}. Set it yourself: git config --local {key} '{value}'");
                done = false;
            }
        }

        if (done)
        {
            Console.Error.WriteLine($"commits here are by \"{name} <{address}>\", whatever your git knows of you");
        }

        (string Hook, string Script)[] hooks = [("pre-commit", StagedHook.Script(folder, vault)), ("post-commit", DayHooks.AfterCommit), ("post-merge", DayHooks.AfterCommit), ("pre-push", DayHooks.BeforePush)];
        var installed = 0;
        foreach (var (hook, script) in hooks)
        {
            if (HookInstaller.TryInstall(folder.Root, hook, script, out var problem))
            {
                installed++;
                continue;
            }

            Console.Error.WriteLine(problem);
            done = false;
        }

        if (installed == hooks.Length)
        {
            Console.Error.WriteLine("commits here tell the day, not the minute (hooks post-commit, post-merge and pre-push), and are refused when they hold what was redacted (pre-commit)");
        }

        return done;
    }

    /// <summary>Git leaves these characters out of a name (git-commit(1)); a name of nothing else would be refused.</summary>
    internal static string AuthorName(string title)
    {
        var name = string.Concat(title.Where(c => !char.IsControl(c) && c is not ('<' or '>'))).Trim().Trim('.', ',', ':', ';', '"', '\'', '\\').Trim();
        return name.Length == 0 ? "The blog" : name;
    }

    /// <summary><c>noreply@</c> and the host of an address that <c>site.yml</c> allows (scheme, host, perhaps a port and a path).</summary>
    internal static string NoReply(string address)
    {
        var start = address.IndexOf("://", StringComparison.Ordinal) + 3;
        var end = address.AsSpan(start).IndexOfAny('/', ':');
        return "noreply@" + (end < 0 ? address[start..] : address[start..(start + end)]);
    }
}
