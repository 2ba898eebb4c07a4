using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Blog.Guests.Replies;
using Blog.Source;

namespace Blog.Tests.Commands;

/// <summary>What is about to be committed is checked as git will take it, not as the working folder looks.</summary>
public sealed class StagedGateTests : IDisposable
{
    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task A_commit_that_holds_a_redacted_term_is_refused_as_it_is_staged()
    {
        await PrepareAsync();
        Assert.Equal(0, (await RunAsync("gate", "--staged", "--blog", Blog)).ExitCode);

        var page = _temporary.File(Blog, "input", "pages", "note.md");
        await File.WriteAllTextAsync(page, "---\nid: note\ntitle: A note\n---\nSeen in Ockering.\n");
        Git("add", "input/pages/note.md");
        await File.WriteAllTextAsync(page, "---\nid: note\ntitle: A note\n---\nNothing.\n"); // the working file is clean, the staged one is not
        var refused = await RunAsync("gate", "--staged", "--blog", Blog);
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("Case ", refused.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("ockering", refused.Output + refused.Error, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(Directory.EnumerateDirectories(_temporary.File(Blog, ".build"), "staged-*"));

        Git("add", "input/pages/note.md");
        Assert.Equal(0, (await RunAsync("gate", "--staged", "--blog", Blog)).ExitCode);
    }

    [Fact]
    public async Task A_remote_that_nobody_confirmed_as_private_stops_commits_and_releases()
    {
        await PrepareAsync();
        Git("remote", "add", "origin", "https://git.example/a.git");
        var commit = await RunAsync("gate", "--staged", "--blog", Blog);
        Assert.Equal(2, commit.ExitCode);
        Assert.Contains("confirmed", commit.Error, StringComparison.Ordinal);
        Assert.Equal(2, (await RunAsync("release", "--as-it-was", "--yes", "--blog", Blog)).ExitCode);

        Git("config", "--local", "--add", "subrosa.privateremote", "https://git.example/a.git");
        Assert.Equal(0, (await RunAsync("gate", "--staged", "--blog", Blog)).ExitCode);
    }

    [Fact]
    public async Task A_permission_lets_one_place_pass_until_its_last_day()
    {
        await PrepareAsync();
        await File.AppendAllTextAsync(Directory.EnumerateFiles(_temporary.File(Blog, "input", "posts"), "a-small-post.md", SearchOption.AllDirectories).Single(), "\nSeen in Ockering.\n");
        var build = await RunAsync("build", "--blog", Blog);
        Assert.Equal(1, build.ExitCode);
        var number = build.Error[(build.Error.IndexOf("Case ", StringComparison.Ordinal) + 5)..].Split(':')[0];
        foreach (var place in new[] { "2015/12/a-small-post.html", "2015/12/a-small-post.html#1001", "feed.atom", "feed.atom#1001", "index.html#1001" })
        {
            Assert.Equal(0, (await RunAsync("gate", "waive", number, "--place", place, "--reason", "a namesake", "--until", "2099-12-31", "--blog", Blog)).ExitCode);
        }

        var left = await RunAsync("build", "--blog", Blog);
        Assert.True(left.ExitCode == 0, left.ToString());
        Assert.Contains("2099-12-31", (await RunAsync("gate", "waivers", "--blog", Blog)).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync("gate", "waive", number, "--place", "about.html", "--reason", "over", "--until", "2020-01-01", "--blog", Blog)).ExitCode);
        Assert.Equal(1, (await RunAsync("build", "--blog", Blog)).ExitCode); // one that has ended is a finding itself
    }

    [Fact]
    public async Task Answers_among_decoys_pass_as_they_are_staged_and_words_among_them_do_not()
    {
        await PrepareAsync();
        var folder = new BlogFolder(_temporary.File(Blog));
        using var random = RandomNumberGenerator.Create();
        ReplyFolder.Write(folder, [ReplyBlob.Seal(new Reply("A letter", "Seen in Ockering.", string.Empty), RandomNumberGenerator.GetBytes(32), random)], random);
        Git("add", "input/replies");
        var passed = await RunAsync("gate", "--staged", "--blog", Blog);
        Assert.True(passed.ExitCode == 0, passed.ToString());

        var words = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("Seen in Ockering. ", ReplyFiles.Length)))[..ReplyFiles.Length];
        await File.WriteAllBytesAsync(folder.InputFile(ReplyFiles.PathOf(3)), words);
        Git("add", "input/replies");
        var refused = await RunAsync("gate", "--staged", "--blog", Blog);
        Assert.Equal(1, refused.ExitCode);
        Assert.DoesNotContain("ockering", refused.Output + refused.Error, StringComparison.OrdinalIgnoreCase);
    }

    private const string Blog = "my blog";

    private async Task PrepareAsync()
    {
        await RunAsync("init", Blog, "--title", "An archive", "--address", "https://archive.example", "--no-git");
        Git("init", "--quiet");
        _temporary.Put("blog-export.xml", File.ReadAllText(Path.Combine(SharedMaterial.Project, "tests", "Commands", "Cases", "small-export.xml")));
        Assert.Equal(0, (await RunAsync("import", "blog-export.xml", "--blog", Blog)).ExitCode);
        Assert.Equal(0, (await RunAsync("redact", "term", "Ockering", "--kind", "place", "--blog", Blog)).ExitCode);
        Assert.Equal(0, (await RunAsync("release", "--as-it-was", "--yes", "--blog", Blog)).ExitCode);
        Git("add", ".");
    }

    private void Git(params string[] arguments)
    {
        var start = new ProcessStartInfo("git") { WorkingDirectory = _temporary.File(Blog), UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var git = Process.Start(start)!; // not null: a new process is started
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
    }

    private Task<ProgramRun> RunAsync(params string[] arguments) =>
        ProgramRun.StartAsync(_temporary.Root, new Dictionary<string, string> { ["BLOG_VAULT"] = _temporary.File("vault") }, arguments);
}
