using System.Diagnostics;
using System.Globalization;
using Blog.Commands;
using Blog.Model;
using Blog.Source;

namespace Blog.Tests.Commands;

/// <summary>A repository made and set up by the program, worked in with the machine's own git as somebody else.</summary>
public sealed class BlogRepositoryTests : IDisposable
{
    private const string Name = "A Blog: its \"title\" $(id) `id`";
    private const string Mail = "noreply@blog.example";

    private readonly TemporaryFolder _temporary = new();
    private readonly BlogFolder _folder;

    public BlogRepositoryTests()
    {
        Directory.CreateDirectory(_temporary.File("blog"));
        _folder = new BlogFolder(_temporary.File("blog"));
    }

    public void Dispose() => _temporary.Dispose();

    [Theory]
    [InlineData("https://blog.example", "noreply@blog.example")]
    [InlineData("http://blog.example:8080/a/b", "noreply@blog.example")]
    [InlineData("https://example.org/blog", "noreply@example.org")]
    public void The_address_is_the_sites_host(string address, string expected) => Assert.Equal(expected, BlogRepository.NoReply(address));

    [Theory]
    [InlineData("A blog", "A blog")]
    [InlineData("<b>bold</b> \"quoted.\"", "bbold/b \"quoted")]
    [InlineData("...", "The blog")]
    public void The_authors_name_is_the_titles_as_far_as_git_takes_it(string title, string expected) => Assert.Equal(expected, BlogRepository.AuthorName(title));

    [GitFact]
    public void A_commit_tells_the_blog_and_the_day_whatever_git_knows_of_its_writer()
    {
        SetUp();
        Commit("one", "2026-03-04T23:59:59+0530");
        Assert.Equal([$"{AuthorName} <{Mail}> 1772625600 +0000"], Lines("%an <%ae> %ad").Distinct());
        Assert.Equal(Lines("%an <%ae> %ad"), Lines("%cn <%ce> %cd"));
        Assert.Equal("one", Git("log", "-1", "--format=%B").Trim());
        Assert.Equal(string.Empty, Git("status", "--porcelain"));
        Assert.Equal("refs/heads/main", Git("symbolic-ref", "HEAD").Trim());
        Git("fsck", "--strict");
    }

    [GitFact]
    public void Every_way_to_a_commit_ends_in_days()
    {
        SetUp();
        Commit("one", "2026-03-04T10:00:00+0100");
        Commit("two", "2026-03-05T10:00:00+0100", "--author=Somebody Else <somebody@example.org>");
        Git("checkout", "--quiet", "-b", "side", "HEAD~1");
        Commit("three\n\nwith a body\n", "2026-03-06T10:00:00+0100");
        Git("checkout", "--quiet", "main");
        Git("merge", "--quiet", "--no-ff", "-m", "joined", "side");
        Git("commit", "--quiet", "--amend", "-m", "joined again");
        Git("revert", "--no-edit", "HEAD~1");
        Git("checkout", "--quiet", "-b", "picked", "HEAD~2");
        Git("cherry-pick", "side");
        Git("checkout", "--quiet", "-b", "moved", "main");
        Commit("four", "2026-03-08T10:00:00+0100");
        Git("rebase", "--quiet", "--force-rebase", "HEAD~2");
        Git("checkout", "--quiet", "--orphan", "alone");
        Commit("five", "2026-03-09T10:00:00+0100");
        var lines = Git("log", "--all", "--date=raw", "--format=%an <%ae> %ad|%cn <%ce> %cd").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(lines.Length >= 8, "all of these made commits: " + Git("log", "--all", "--graph", "--oneline"));
        Assert.All(lines.SelectMany(line => line.Split('|')), who =>
        {
            Assert.StartsWith($"{AuthorName} <{Mail}> ", who, StringComparison.Ordinal);
            Assert.EndsWith(" +0000", who, StringComparison.Ordinal);
            Assert.Equal(43200, long.Parse(who.Split(' ')[^2], CultureInfo.InvariantCulture) % 86400);
        });
        Assert.Equal("five", Git("log", "-1", "--format=%B").Trim());
        Git("fsck", "--strict");
    }

    [GitFact]
    public void A_commit_that_is_so_already_is_left_alone()
    {
        SetUp();
        Commit("one", "2026-03-04T10:00:00+0100");
        var before = Git("rev-parse", "HEAD");
        Run("sh", ".git/hooks/post-commit");
        Assert.Equal(before, Git("rev-parse", "HEAD"));
    }

    [GitFact]
    public void A_push_of_commits_that_tell_more_is_stopped_and_the_remedy_works()
    {
        SetUp();
        Git("init", "--quiet", "--bare", "../remote");
        Git("remote", "add", "origin", "../remote");
        Git("config", "--local", "--add", "subrosa.privateremote", "../remote");
        Commit("one", "2026-03-04T10:00:00+0100");
        Git("push", "--quiet", "origin", "main");
        Commit("two", "2026-03-05T10:00:00+0100", "-c", "core.hooksPath=/dev/null"); // a program that runs no hooks
        Commit("three", "2026-03-06T10:00:00+0100");
        var (exit, _, error) = TryGit("push", "origin", "main");
        Assert.NotEqual(0, exit);
        Assert.Contains("1 commits tell when somebody worked", error, StringComparison.Ordinal);
        var remedy = error.Split('\n').Single(line => line.StartsWith("Make them anew", StringComparison.Ordinal))["Make them anew with: ".Length..];
        Run("sh", "-c", remedy);
        Git("push", "--quiet", "origin", "main");
        Assert.Equal(Git("rev-parse", "main"), Git("rev-parse", "origin/main"));
        Git("push", "--quiet", "origin", "--delete", "main"); // nothing is pushed by that
    }

    [GitFact]
    public void Hooks_of_others_are_left_alone_and_ours_are_renewed()
    {
        SetUp();
        Assert.True(HookInstaller.TryInstall(_folder.Root, "pre-commit", "exit 0\n", out _));
        Assert.True(HookInstaller.TryInstall(_folder.Root, "pre-commit", "exit 1\n", out _));
        var path = _temporary.File("blog", ".git", "hooks", "pre-commit");
        Assert.Equal($"#!/bin/sh\n{HookInstaller.Mark}\nexit 1\n", File.ReadAllText(path));
        File.WriteAllText(path, "#!/bin/sh\necho mine\n");
        Assert.False(HookInstaller.TryInstall(_folder.Root, "pre-commit", "exit 0\n", out var problem));
        Assert.Contains("of your own", problem, StringComparison.Ordinal);
        Assert.Equal("#!/bin/sh\necho mine\n", File.ReadAllText(path));

        Git("config", "core.hooksPath", "../shared");
        Assert.False(HookInstaller.TryInstall(_folder.Root, "post-commit", "exit 0\n", out problem));
        Assert.Contains("core.hooksPath", problem, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_temporary.File("shared")));
        Assert.False(HookInstaller.TryInstall(_temporary.Root, "post-commit", "exit 0\n", out _)); // no repository
    }

    private static string AuthorName => BlogRepository.AuthorName(Name);

    private void SetUp()
    {
        Directory.CreateDirectory(_folder.Input);
        File.WriteAllBytes(_folder.SettingsFile, SettingsWriter.Write(new SiteSettings { Title = Name, Address = "https://blog.example" })); // the hook before a commit reads it
        Git("init", "--quiet", "-b", "main");
        Assert.True(BlogRepository.IsThere(_folder));
        Assert.True(BlogRepository.TrySetUp(_folder, new SiteSettings { Title = Name, Address = "https://blog.example" }, _temporary.File("vault")));
    }

    private void Commit(string message, string date, params string[] options)
    {
        _temporary.Put(Path.Combine("blog", message.Split('\n')[0] + ".md"), message);
        Git("add", ".");
        var before = options.TakeWhile(option => !option.StartsWith("--", StringComparison.Ordinal));
        Git([("GIT_AUTHOR_DATE", date), ("GIT_COMMITTER_DATE", date)], [.. before, "commit", "--quiet", "-m", message, .. options.Skip(before.Count())]);
    }

    private IEnumerable<string> Lines(string format) => Git("log", "--date=raw", "--format=" + format).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private string Git(params string[] arguments) => Git([], arguments);

    private string Git((string, string)[] environment, string[] arguments)
    {
        var (exit, output, error) = Start("git", arguments, environment);
        Assert.True(exit == 0, string.Join(' ', arguments) + "\n" + error);
        return output;
    }

    private (int Exit, string Output, string Error) TryGit(params string[] arguments) => Start("git", arguments, []);

    private void Run(string program, params string[] arguments)
    {
        var (exit, _, error) = Start(program, arguments, []);
        Assert.True(exit == 0, error);
    }

    private (int Exit, string Output, string Error) Start(string program, string[] arguments, (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program) { WorkingDirectory = _folder.Root, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        // Whoever works here has a name and an editor of their own; the machine's settings stay out of the test.
        start.Environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
        start.Environment["GIT_CONFIG_NOSYSTEM"] = "1";
        start.Environment["GIT_EDITOR"] = "true";
        start.Environment["GIT_AUTHOR_NAME"] = "Oona Invented";
        start.Environment["GIT_AUTHOR_EMAIL"] = "oona@example.org";
        start.Environment["TZ"] = "Asia/Kolkata";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!; // not null: a new process is started
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.GetAwaiter().GetResult());
    }
}
