using System.Security.Cryptography;

namespace Blog.Tests.Commands;

public sealed class BuildCommandTests : IDisposable
{
    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task The_same_input_gives_the_same_bytes_whatever_the_machine()
    {
        var here = Copy("here");
        var there = Copy("a/longer path/with ünïcode");
        var first = await ProgramRun.StartAsync(here, new Dictionary<string, string> { ["TZ"] = "Asia/Tokyo", ["LANG"] = "tr_TR.UTF-8", ["LC_ALL"] = "tr_TR.UTF-8", ["DOTNET_PROCESSOR_COUNT"] = "1" }, "build", "--as-of", "2026-11-21");
        var second = await ProgramRun.StartAsync(there, new Dictionary<string, string> { ["TZ"] = "America/New_York", ["LANG"] = "C", ["DOTNET_PROCESSOR_COUNT"] = "4" }, "build", "--as-of", "2026-11-21");
        Assert.True(first.ExitCode == 0, first.ToString());
        Assert.True(second.ExitCode == 0, second.ToString());
        Assert.Equal(Hashes(Path.Combine(here, "output")), Hashes(Path.Combine(there, "output")));
    }

    [Fact]
    public async Task A_post_that_cannot_be_read_stops_the_build_with_file_and_line_and_leaves_the_site()
    {
        var blog = Copy("blog");
        Assert.Equal(0, (await BuildAsync(blog)).ExitCode);
        var before = Hashes(Path.Combine(blog, "output"));
        var post = Directory.EnumerateFiles(Path.Combine(blog, "input", "posts"), "*.md", SearchOption.AllDirectories).First(file => !file.EndsWith(".thread.md", StringComparison.Ordinal));
        await File.WriteAllTextAsync(post, (await File.ReadAllTextAsync(post)).Replace("\ntitle:", "\ntitel:", StringComparison.Ordinal));
        var run = await BuildAsync(blog);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("titel", run.Error, StringComparison.Ordinal);
        Assert.Matches(@"posts/.*\.md:\d+", run.Error);
        Assert.Equal(before, Hashes(Path.Combine(blog, "output")));
    }

    [Fact]
    public async Task A_link_to_nowhere_publishes_nothing()
    {
        var blog = Copy("blog");
        Assert.Equal(0, (await BuildAsync(blog)).ExitCode);
        var before = Hashes(Path.Combine(blog, "output"));
        await File.WriteAllTextAsync(Path.Combine(blog, "input", "media", "notes.docx"), "not a picture");
        var run = await BuildAsync(blog);
        Assert.True(run.ExitCode is 1 or 2, run.ToString());
        Assert.Contains("notes.docx", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, Hashes(Path.Combine(blog, "output")));
    }

    [Theory]
    [InlineData("frobnicate")]
    [InlineData("build", "--as-of", "yesterday")]
    [InlineData("build", "--blog", "/no/such/folder")]
    [InlineData("import")]
    [InlineData("import", "/no/such/file")]
    [InlineData("gate", "/no/such/folder")]
    public async Task Wrong_use_ends_with_two_and_one_plain_message(params string[] arguments)
    {
        var run = await ProgramRun.StartAsync(Copy("blog"), new Dictionary<string, string> { ["BLOG_VAULT"] = _temporary.File("vault") }, arguments);
        Assert.True(run.ExitCode == 2, run.ToString());
        Assert.Empty(run.Output);
        Assert.NotEmpty(run.Error);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("init")]
    [InlineData("import")]
    [InlineData("release")]
    [InlineData("build")]
    [InlineData("serve")]
    [InlineData("check")]
    [InlineData("gate")]
    [InlineData("vault")]
    [InlineData("new")]
    public async Task Every_verb_has_help_with_an_example(string verb)
    {
        var run = await ProgramRun.StartAsync(_temporary.Root, new Dictionary<string, string>(), verb, "--help");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Example: dotnet run -- " + verb, run.Output, StringComparison.Ordinal);
    }

    private static Task<ProgramRun> BuildAsync(string blog) =>
        ProgramRun.StartAsync(blog, new Dictionary<string, string>(), "build", "--as-of", "2026-11-21");

    private string Copy(string name)
    {
        var target = _temporary.File(name);
        var source = Path.Combine(SharedMaterial.Project, "input");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, "input", Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return target;
    }

    private static List<string> Hashes(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Select(file => $"{Path.GetRelativePath(folder, file)} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))} {File.GetLastWriteTimeUtc(file):O}")
        .Order(StringComparer.Ordinal)
        .ToList();
}
