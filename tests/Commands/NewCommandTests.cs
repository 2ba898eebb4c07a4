namespace Blog.Tests.Commands;

public sealed class NewCommandTests : IDisposable
{
    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task A_new_post_is_a_draft_with_its_keys_that_no_other_file_gives_way_to_and_a_day_to_come_waits()
    {
        _temporary.Put("blog/input/site.yml", "title: Ledger Office\naddress: https://archive.example\neditor: The Clerk\n");
        var first = await RunAsync("new", "post", "Fog on the [redacted: town] coast", "--date", "2026-11-20", "--label", "Daily work", "--series", "Watch", "--number", "2");
        var second = await RunAsync("new", "post", "Fog on the [redacted: town] coast", "--date", "2026-11-30", "--ready");
        Assert.Equal(("input/posts/2026/11/fog-on-the-town-coast.md", "input/posts/2026/11/fog-on-the-town-coast-2.md"), (first.Output.Trim(), second.Output.Trim()));
        var post = await File.ReadAllTextAsync(_temporary.File("blog/input/posts/2026/11/fog-on-the-town-coast.md"));
        Assert.Contains("title: \"Fog on the [redacted: town] coast\"\ndate: 2026-11-20\nauthor: The Clerk\nlabels: [Daily work]\nseries: {name: Watch, number: 2}\n", post, StringComparison.Ordinal);
        Assert.Contains("\ndraft: true\n", post, StringComparison.Ordinal);

        var check = await RunAsync("check");
        Assert.True(check.ExitCode == 0, check.ToString());
        var build = await RunAsync("build", "--as-of", "2026-11-21");
        Assert.True(build.ExitCode == 0, build.ToString());
        Assert.Contains("1 post waits for its day; the next is 2026-11-30.", build.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.EnumerateFiles(_temporary.File("blog/output"), "fog*", SearchOption.AllDirectories), _ => true);
    }

    [Fact]
    public async Task A_title_without_letters_that_may_stand_in_a_file_makes_nothing()
    {
        _temporary.Put("blog/input/site.yml", "title: Ledger Office\naddress: https://archive.example\n");
        var run = await RunAsync("new", "post", " ");
        Assert.True(run.ExitCode == 2, run.ToString());
        Assert.False(Directory.Exists(_temporary.File("blog/input/posts")));
    }

    private Task<ProgramRun> RunAsync(params string[] arguments) =>
        ProgramRun.StartAsync(_temporary.File("blog"), new Dictionary<string, string> { ["BLOG_VAULT"] = _temporary.File("vault") }, arguments);
}
