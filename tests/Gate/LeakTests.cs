using Blog.Bench.Leaks;
using Blog.Gate;
using Blog.Site;
using Blog.Source;

namespace Blog.Tests.Gate;

/// <summary>A fixed slice of the leak-injection suite: secrets at every place of a site, encoded by Python. The whole suite is <c>bench -- leaks</c>.</summary>
public sealed class LeakTests(LeakSiteFixture leaks) : IClassFixture<LeakSiteFixture>
{
    public static TheoryData<string> Parts() => [.. LeakSwitches.All.Select(part => part.Part)];

    [Fact]
    public void Every_planted_secret_is_caught() =>
        Assert.True(leaks.Outcome.Escaped.Count == 0, string.Join('\n', leaks.Outcome.Escaped.Select(planted => $"{planted.Number} {planted.Sink} | {planted.Encoding} | {planted.Variant} | {planted.Scope}")));

    [Fact]
    public async Task Every_secret_planted_in_the_search_index_is_caught()
    {
        using var index = await LeakIndex.MakeAsync();

        Assert.True(LeakSiteFixture.IndexCases.Select(planted => planted.Sink).Distinct(StringComparer.Ordinal).Count() >= 40);
        Assert.Empty(index.Escaped(LeakSiteFixture.IndexCases).Select(planted => $"{planted.Number} {planted.Sink} | {planted.Variant}"));
    }

    /// <summary>Looking in each page only for what may be forbidden there finds the same as looking for everything.</summary>
    [Fact]
    public void A_page_is_not_searched_for_less()
    {
        var everything = leaks.Site.Check(GateSwitches.All with { Times = false, Selection = false });

        Assert.Equal(everything.Findings, leaks.Outcome.Findings);
        Assert.NotEmpty(everything.Findings);
    }

    [Fact]
    public void What_was_redacted_elsewhere_may_stand() =>
        Assert.Empty(leaks.Outcome.FalseAlarms.Select(planted => $"{planted.Number} {planted.Sink} | {planted.Encoding} | {planted.Variant}"));

    [Fact]
    public void The_slice_covers_what_the_suite_covers()
    {
        var planted = leaks.Cases.Where(one => one.IsLeak).ToList();

        Assert.True(planted.Count >= 400);
        Assert.True(planted.Select(one => one.Sink).Distinct(StringComparer.Ordinal).Count() >= 25);
        Assert.True(planted.Select(one => one.Encoding).Distinct(StringComparer.Ordinal).Count() >= 15);
        Assert.True(planted.Select(one => one.Variant).Distinct(StringComparer.Ordinal).Count() >= 10);
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public void Without_any_part_of_the_search_something_escapes(string part) =>
        Assert.NotEmpty(leaks.Site.Check(LeakSwitches.All.Single(one => one.Part == part).Switches).Escaped);

    [Fact]
    public void Without_the_check_of_times_planted_files_tell_theirs()
    {
        Assert.NotEqual(0, leaks.Outcome.Times);
        Assert.Equal(0, leaks.Site.Check(GateSwitches.All with { Times = false }).Times);
    }

    [Fact]
    public async Task The_sample_blog_raises_no_alarm()
    {
        using var blog = new TemporaryFolder();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(SharedMaterial.Project, "input"), "*", SearchOption.AllDirectories))
        {
            var target = blog.File("input", Path.GetRelativePath(Path.Combine(SharedMaterial.Project, "input"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!); // not null: a combined path has a folder
            File.Copy(file, target);
        }

        var folder = new BlogFolder(blog.Root);
        var day = new DateOnly(2026, 11, 21);
        var secrets = SecretSet.Of(leaks.Cases.Select(planted => new Secret(planted.Number, planted.Secret, SecretScope.Everywhere)));
        var request = new BuildRequest(folder, new BlogReader(folder).ReadSettings(), day, 2, Durable: false);
        var report = await CheckedBuild.RunAsync(request, new GateInput { Secrets = secrets, Today = day, Parallelism = 2 }, new Progress<BuildStep>(), CancellationToken.None);

        Assert.Empty(report.Gate.Findings);
        Assert.Empty(report.Gate.Doubts);
    }
}
