using System.Text.RegularExpressions;
using Blog.Vault;

namespace Blog.Tests.Commands;

/// <summary>The verbs of <c>vault</c> and <c>takedown source</c> as their user starts them, without a terminal.</summary>
public sealed partial class VaultVerbsTests : IDisposable
{
    private const string Export = """
        <?xml version='1.0' encoding='UTF-8'?>
        <feed xmlns='http://www.w3.org/2005/Atom' xmlns:thr='http://purl.org/syndication/thread/1.0'>
        <id>tag:blogger.com,1999:blog-77.archive</id><title type='text'>The Old Blog</title>
        <link rel='alternate' type='text/html' href='https://old.example.org/'/>
        <entry><id>tag:blogger.com,1999:blog-77.post-100</id><published>2015-12-15T10:04:00.000Z</published>
        <category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#post'/>
        <title type='text'>A post</title><content type='html'>About an otter.</content></entry>
        </feed>
        """;

    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task A_store_goes_through_its_life()
    {
        await InitAsync();
        Password("pw", "correct horse battery");
        Password("pw2", "another long passphrase");

        // Before there is a passphrase.
        Fails(2, "vault passphrase", await RunAsync("vault", "unlock", "--blog", "blog", "--passphrase-file", "pw"));
        Fails(2, "no terminal", await RunAsync("vault", "passphrase", "--blog", "blog"));
        Done("is set", await RunAsync("vault", "passphrase", "--blog", "blog", "--passphrase-file", "pw"));
        Fails(2, "not the passphrase", await RunAsync("vault", "unlock", "--blog", "blog", "--passphrase-file", "pw2"));
        Done("Open.", await RunAsync("vault", "unlock", "--blog", "blog", "--passphrase-file", "pw"));
        Done("sealed part: open", await RunAsync("vault", "stats", "--blog", "blog"));
        Done("Locked.", await RunAsync("vault", "lock", "--blog", "blog"));
        Done("sealed part: locked", await RunAsync("vault", "stats", "--blog", "blog"));
        Done("sealed anew", await RunAsync("vault", "passphrase", "--blog", "blog", "--passphrase-file", "pw", "--new-passphrase-file", "pw2"));
        Fails(2, "not the passphrase", await RunAsync("vault", "unlock", "--blog", "blog", "--passphrase-file", "pw"));

        // Checked against a head that was noted, and one that is another's.
        var verified = await RunAsync("vault", "verify", "--blog", "blog");
        Done("is whole", verified);
        Assert.Contains("cannot know", verified.Output, StringComparison.Ordinal);
        var head = Head().Match(verified.Output).Groups["head"].Value;
        Done("is whole", await RunAsync("vault", "verify", "--blog", "blog", "--head", head));
        Fails(1, "not the one that was noted", await RunAsync("vault", "verify", "--blog", "blog", "--head", head[..^1] + (head[^1] == '0' ? '1' : '0')));
        Fails(2, "64 hexadecimal digits", await RunAsync("vault", "verify", "--blog", "blog", "--head", "17"));

        // Backed up and brought back.
        Done("encrypted", await RunAsync("vault", "backup", "a.backup", "--blog", "blog", "--passphrase-file", "pw"));
        Fails(2, "overwrites nothing", await RunAsync("vault", "backup", "a.backup", "--blog", "blog", "--passphrase-file", "pw"));
        Fails(2, "overwrites nothing", await RunAsync("vault", "restore", "a.backup", "--blog", "blog", "--passphrase-file", "pw"));
        Fails(2, "cannot be opened", await RunAsync("vault", "restore", "a.backup", "--blog", "blog", "--vault", "other", "--passphrase-file", "pw2"));
        Assert.False(Directory.Exists(_temporary.File("other")));
        Done("it is whole", await RunAsync("vault", "restore", "a.backup", "--blog", "blog", "--vault", "other", "--passphrase-file", "pw"));
        Done("1  posts", await RunAsync("vault", "stats", "--blog", "blog", "--vault", "other"));
        Done("is whole", await RunAsync("vault", "verify", "--blog", "blog", "--against", "a.backup", "--passphrase-file", "pw"));
        Done("is whole", await RunAsync("vault", "verify", "--blog", "blog", "--mend-search"));
    }

    [Fact]
    public async Task Passphrases_in_files_that_others_read_are_refused()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        await InitAsync();
        File.SetUnixFileMode(_temporary.Put("pw", "correct horse battery\n"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        Fails(2, "chmod 600", await RunAsync("vault", "passphrase", "--blog", "blog", "--passphrase-file", "pw"));
        Fails(2, "no file", await RunAsync("vault", "passphrase", "--blog", "blog", "--passphrase-file", "none"));
        Password("short", "short");
        Fails(2, "at least 12", await RunAsync("vault", "passphrase", "--blog", "blog", "--passphrase-file", "short"));
        Done("no passphrase yet", await RunAsync("vault", "stats", "--blog", "blog"));
    }

    [Fact]
    public async Task An_open_old_blog_is_spoken_of_until_it_is_closed()
    {
        await InitAsync();
        var again = await RunAsync("import", "export.xml", "--blog", "blog");
        Assert.Contains("every redaction is a map", again.Error, StringComparison.Ordinal);
        Assert.Contains("The Old Blog", again.Error, StringComparison.Ordinal);
        Assert.Contains("every redaction is a map", (await RunAsync("release", "--blog", "blog", "--dry-run")).Error, StringComparison.Ordinal);

        var steps = await RunAsync("takedown", "source", "--blog", "blog");
        Done("6 of 6", steps); // and asks nothing, since there is no terminal
        Assert.Contains("nobody has said", steps.Output, StringComparison.Ordinal);
        Fails(2, "closed, public, unknown", await RunAsync("takedown", "source", "--blog", "blog", "--state", "gone"));
        Fails(2, "No source is called so", await RunAsync("takedown", "source", "Another Blog", "--blog", "blog", "--state", "closed"));
        Done("still public (said on", await RunAsync("takedown", "source", "https://old.example.org", "--blog", "blog", "--state", "public"));
        Done("closed (said on", await RunAsync("takedown", "source", "the old blog", "--blog", "blog", "--state", "closed"));
        Assert.DoesNotContain("every redaction is a map", (await RunAsync("release", "--blog", "blog", "--dry-run")).Error, StringComparison.Ordinal);
        Done("closed (said on", await RunAsync("vault", "stats", "--blog", "blog"));
        Done("nobody has said", await RunAsync("takedown", "source", "--all", "--blog", "blog", "--state", "unknown"));
    }

    [Fact]
    public async Task Nobodys_own_name_gets_into_the_audit()
    {
        await InitAsync();
        Fails(2, "pen name", await RunWithAsync(new() { ["BLOG_ACTOR"] = "oona@example.org" }, "import", "export.xml", "--blog", "blog"));
        Fails(2, "your own names", await RunWithAsync(new() { ["BLOG_ACTOR"] = "Oona Invented", ["GIT_AUTHOR_NAME"] = "oona invented" }, "import", "export.xml", "--blog", "blog"));
        var own = (await RunAsync("vault", "stats", "--blog", "blog")).Output;
        Assert.Matches("you are \"[A-Z][a-z]+ [A-Z][a-z]+\" in the audit", own);
        File.WriteAllText(_temporary.File("vault", "settings.yml"), "actor: Frank Adze\n");
        Done("you are \"Frank Adze\"", await RunAsync("vault", "stats", "--blog", "blog"));
        Done("you are \"Able Awl\"", await RunWithAsync(new() { ["BLOG_ACTOR"] = "Able Awl" }, "vault", "stats", "--blog", "blog"));
        File.WriteAllText(_temporary.File("vault", "settings.yml"), "actor: a@example.org\nacter: x\n");
        var wrong = await RunAsync("vault", "stats", "--blog", "blog");
        Fails(2, "acter", wrong);
        Assert.DoesNotContain("a@example.org", wrong.Error, StringComparison.Ordinal);
    }

    [GitFact]
    public async Task Vault_init_can_be_run_again_and_sets_the_repository_up()
    {
        await InitAsync();
        var plain = await RunAsync("vault", "init", "--blog", "blog");
        Done("In its audit you are", plain);
        Assert.Contains("no git repository", plain.Error, StringComparison.Ordinal);
        Assert.Contains("The disk", plain.Error + plain.Output, StringComparison.OrdinalIgnoreCase);
        var made = await RunAsync("vault", "init", "--blog", "blog", "--git");
        Done("In its audit you are", made);
        Assert.True(GitProgram.TryRun(_temporary.File("blog"), out var author, "config", "--local", "user.email"));
        Assert.Equal("noreply@blog.example", author);
        Assert.Equal(0, (await RunAsync("vault", "init", "--blog", "blog")).ExitCode);
        File.WriteAllText(_temporary.File("blog", ".git", "hooks", "post-commit"), "#!/bin/sh\n");
        Fails(1, "of your own", await RunAsync("vault", "init", "--blog", "blog"));
    }

    private async Task InitAsync()
    {
        _temporary.Put("export.xml", Export);
        var init = await RunAsync("init", "blog", "--title", "A Blog", "--address", "https://blog.example", "--no-git");
        Assert.True(init.ExitCode == 0, init.ToString());
        var import = await RunAsync("import", "export.xml", "--blog", "blog");
        Assert.True(import.ExitCode == 0, import.ToString());
    }

    private Task<ProgramRun> RunAsync(params string[] arguments) => RunWithAsync([], arguments);

    private Task<ProgramRun> RunWithAsync(Dictionary<string, string> environment, params string[] arguments)
    {
        environment["BLOG_VAULT"] = _temporary.File("vault");
        environment["XDG_RUNTIME_DIR"] = string.Empty;
        environment.TryAdd("BLOG_ACTOR", string.Empty);
        environment["BLOG_VAULT_PASSPHRASE"] = string.Empty;
        return ProgramRun.StartAsync(_temporary.Root, environment, arguments);
    }

    private void Password(string name, string words)
    {
        var path = _temporary.Put(name, words + "\r\nsecond line\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    private static void Done(string says, ProgramRun run)
    {
        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Contains(says, run.Output, StringComparison.Ordinal);
    }

    private static void Fails(int exit, string says, ProgramRun run)
    {
        Assert.True(run.ExitCode == exit, run.ToString());
        Assert.Contains(says, run.Error, StringComparison.Ordinal);
    }

    [GeneratedRegex("Head of the audit: (?<head>[0-9]+:[0-9a-f]{64})")]
    private static partial Regex Head();
}
