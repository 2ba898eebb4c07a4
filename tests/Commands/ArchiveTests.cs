using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;

namespace Blog.Tests.Commands;

/// <summary>The whole way of an archive as its owner walks it: init, import, release, check, build.</summary>
public sealed partial class ArchiveTests : IDisposable
{
    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [SharedFact]
    public async Task The_real_captures_and_exports_become_a_site_with_every_comment_once()
    {
        await InitAsync();
        var captures = await RunAsync("import", SharedMaterial.File("captures"), "--blog", "blog");
        Assert.True(captures.ExitCode == 0, captures.ToString());
        var exports = await RunAsync("import", SharedMaterial.File("data", "exports", "blogger-classic"), "--blog", "blog");
        Assert.True(exports.ExitCode == 0, exports.ToString());
        Assert.DoesNotContain("DOES NOT ADD UP", captures.Output + exports.Output, StringComparison.Ordinal);

        var release = await RunAsync("release", "--as-it-was", "--yes", "--blog", "blog");
        Assert.True(release.ExitCode == 0, release.ToString());
        Assert.Contains("12 clock-time citations: 11 lead to a comment, 1 to one of several, 0 nowhere", release.Output, StringComparison.Ordinal);
        Assert.Contains("14 masks made neutral", release.Output, StringComparison.Ordinal);
        var check = await RunAsync("check", "--blog", "blog");
        Assert.True(check.ExitCode == 0, check.ToString());
        var build = await RunAsync("build", "--blog", "blog", "--as-of", "2026-11-21");
        Assert.True(build.ExitCode == 0, build.ToString()); // the safety check has followed every link and fragment

        // Every published or removed comment of input/ stands on exactly one page.
        var written = Threads().SelectMany(file => Ids().Matches(File.ReadAllText(file)).Select(match => match.Groups["id"].Value)).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(198, written.Count); // 43 + 23 + 9 of the captures and 123 of the exports
        Assert.Equal(written, Articles().Order(StringComparer.Ordinal));
    }

    [SharedFact]
    public async Task Importing_and_releasing_again_changes_nothing()
    {
        await InitAsync();
        var capture = Directory.EnumerateFiles(SharedMaterial.File("captures"), "000_*.txt").Single();
        await RunAsync("import", capture, "--blog", "blog");
        await RunAsync("release", "--as-it-was", "--yes", "--blog", "blog");
        var before = Snapshot();
        var again = await RunAsync("import", capture, "--blog", "blog");
        Assert.Contains("0 new, 0 changed, 44 as before", again.Output, StringComparison.Ordinal);
        var release = await RunAsync("release", "--as-it-was", "--yes", "--blog", "blog");
        Assert.Contains("0 files written, 0 removed", release.Output, StringComparison.Ordinal);
        Assert.Equal(before, Snapshot());
    }

    [SharedFact]
    public async Task A_hand_edit_in_input_is_never_lost()
    {
        await InitAsync();
        await RunAsync("import", Directory.EnumerateFiles(SharedMaterial.File("captures"), "003_*.txt").Single(), "--blog", "blog");
        await RunAsync("release", "--as-it-was", "--yes", "--blog", "blog");
        var thread = Threads().Single();
        var edited = (await File.ReadAllTextAsync(thread)).Replace("state: published", "state: published\nunresolved: by hand", StringComparison.Ordinal);
        await File.WriteAllTextAsync(thread, edited);
        var release = await RunAsync("release", "--as-it-was", "--yes", "--blog", "blog");
        Assert.Equal(0, release.ExitCode); // the release changes none of the lines that the hand has changed
        Assert.Equal(edited, await File.ReadAllTextAsync(thread));

        File.Delete(thread);
        var deleted = await RunAsync("release", "--as-it-was", "--yes", "--blog", "blog");
        Assert.Equal(1, deleted.ExitCode);
        Assert.False(File.Exists(thread));
        var restored = await RunAsync("release", "--blog", "blog", "--restore");
        Assert.Equal(0, restored.ExitCode);
        Assert.True(File.Exists(thread));
    }

    [SharedFact]
    public async Task An_archive_to_be_reviewed_first_is_not_released()
    {
        await InitAsync();
        var capture = Directory.EnumerateFiles(SharedMaterial.File("captures"), "003_*.txt").Single();
        await RunAsync("import", capture, "--blog", "blog", "--review-first");
        var held = await RunAsync("release", "--as-it-was", "--yes", "--blog", "blog");
        Assert.Contains("1 posts and pages stay in the private store: to be reviewed first", held.Output, StringComparison.Ordinal);
        Assert.Empty(Threads());
        await RunAsync("import", capture, "--blog", "blog");
        await RunAsync("release", "--as-it-was", "--yes", "--blog", "blog");
        Assert.Empty(Threads()); // forgetting the word lifts nothing
        await RunAsync("import", capture, "--blog", "blog", "--review-first", "false");
        await RunAsync("release", "--as-it-was", "--yes", "--blog", "blog");
        Assert.Single(Threads());
    }

    [SharedFact]
    public async Task A_dry_run_changes_nothing()
    {
        await InitAsync();
        await RunAsync("import", Directory.EnumerateFiles(SharedMaterial.File("captures"), "003_*.txt").Single(), "--blog", "blog");
        var before = Snapshot();
        var dry = await RunAsync("release", "--as-it-was", "--blog", "blog", "--dry-run");
        Assert.Equal(0, dry.ExitCode);
        Assert.Contains("would write input/posts/2017/09/", dry.Output, StringComparison.Ordinal);
        Assert.Equal(before, Snapshot());
    }

    [SharedFact]
    public async Task Coarse_times_leave_no_clock_time_in_any_public_file()
    {
        await InitAsync();
        await RunAsync("import", Directory.EnumerateFiles(SharedMaterial.File("captures"), "000_*.txt").Single(), "--blog", "blog");
        await RunAsync("release", "--as-it-was", "--yes", "--blog", "blog");
        await RunAsync("build", "--blog", "blog", "--as-of", "2026-11-21");
        foreach (var file in Directory.EnumerateFiles(_temporary.File("blog", "output"), "*.html", SearchOption.AllDirectories))
        {
            Assert.DoesNotMatch(@"datetime=""[^""]*T", await File.ReadAllTextAsync(file));
        }

        foreach (var thread in Threads())
        {
            Assert.DoesNotMatch(@"(?m)^date: .*T", await File.ReadAllTextAsync(thread));
            Assert.DoesNotMatch(@"\[\d{1,2}(:\d\d|\.0\d)\]\(#c", await File.ReadAllTextAsync(thread));
        }
    }

    [Fact]
    public async Task An_archive_is_not_mixed_into_the_sample()
    {
        var file = _temporary.Put("x.txt", "Tuesday, 15 December 2015\n\nA title\n\nSome text.\n");
        var run = await ProgramRun.StartAsync(SharedMaterial.Project, Environment, "import", file);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("sample", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_seven_lines_of_the_readme_lead_from_an_export_to_a_site()
    {
        // As written, but for the name of the file, the place of the blog and the last line, which serves until it is stopped.
        var readme = await File.ReadAllTextAsync(Path.Combine(SharedMaterial.Project, "README.md"));
        var block = SevenLines().Match(readme).Groups["lines"].Value.Trim().Split('\n');
        Assert.Equal(7, block.Length);
        _temporary.Put("blog-export.xml", File.ReadAllText(Path.Combine(SharedMaterial.Project, "tests", "Commands", "Cases", "small-export.xml")));
        foreach (var line in block[..6])
        {
            var words = Words().Matches(line["dotnet run -- ".Length..]).Select(match => match.Value.Trim('"').Replace("../my-blog", "my-blog", StringComparison.Ordinal)).ToArray();
            var run = await RunAsync(words);
            Assert.True(run.ExitCode == 0, line + "\n" + run);
        }

        Assert.StartsWith("dotnet run -- serve --blog", block[6], StringComparison.Ordinal);
        var page = await File.ReadAllTextAsync(_temporary.File("my-blog", "output", "2015", "12", "a-small-post.html"));
        var document = new HtmlParser().ParseDocument(page);
        Assert.Equal(3, document.QuerySelectorAll("li.comment article[data-unit]").Length);
        Assert.Single(document.QuerySelectorAll("li.comment li.comment"));
        Assert.DoesNotContain("Marigold Testwright", page, StringComparison.Ordinal); // her pseudonym stands there
    }

    private static Dictionary<string, string> Environment { get; } = [];

    private async Task InitAsync()
    {
        var init = await RunAsync("init", "blog", "--title", "An archive", "--address", "https://archive.example", "--no-git");
        Assert.True(init.ExitCode == 0, init.ToString());
    }

    private Task<ProgramRun> RunAsync(params string[] arguments) =>
        ProgramRun.StartAsync(_temporary.Root, new Dictionary<string, string> { ["BLOG_VAULT"] = _temporary.File("vault") }, arguments);

    private IEnumerable<string> Threads() =>
        Directory.EnumerateFiles(_temporary.File("blog", "input"), "*.thread.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    private IEnumerable<string> Articles()
    {
        var parser = new HtmlParser();
        foreach (var file in Directory.EnumerateFiles(_temporary.File("blog", "output"), "*.html", SearchOption.AllDirectories))
        {
            foreach (var article in parser.ParseDocument(File.ReadAllText(file)).QuerySelectorAll("li.comment > article[data-unit]"))
            {
                yield return article.GetAttribute("data-unit")!; // the selector asks for it
            }
        }
    }

    private List<string> Snapshot() => Directory.EnumerateFiles(_temporary.File("blog", "input"), "*", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)
        .Select(file => $"{file} {File.GetLastWriteTimeUtc(file):O} {File.ReadAllText(file)}")
        .ToList();

    [GeneratedRegex(@"(?m)^--- comment\nid: (?<id>.+)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Ids();

    [GeneratedRegex(@"in seven lines\n```sh\n(?<lines>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex SevenLines();

    [GeneratedRegex(@"""[^""]*""|\S+")]
    private static partial Regex Words();
}
