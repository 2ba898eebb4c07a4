using Blog.Bench.Leaks;

namespace Blog.Tests.Gate;

/// <summary>The site of the planted secrets, built once for all tests of it.</summary>
public sealed class LeakSiteFixture : IAsyncLifetime
{
    private static readonly IReadOnlyList<LeakCase> All = LeakCase.Read(Path.Combine(SharedMaterial.Project, "tests", "Gate", "Cases", "leaks.jsonl"));

    /// <summary>Those of the search index, each planted by itself.</summary>
    internal static IReadOnlyList<LeakCase> IndexCases { get; } = [.. All.Where(planted => LeakIndex.IsIndex(planted.Sink))];

    /// <summary>All others, planted together.</summary>
    internal IReadOnlyList<LeakCase> Cases { get; } = [.. All.Where(planted => !LeakIndex.IsIndex(planted.Sink))];

    internal LeakSite Site { get; private set; } = null!; // set before the first test

    internal LeakOutcome Outcome { get; private set; } = null!; // as above

    public async Task InitializeAsync()
    {
        Site = await LeakSite.MakeAsync(Cases);
        Outcome = Site.Check(Blog.Gate.GateSwitches.All);
    }

    public Task DisposeAsync()
    {
        Site.Dispose();
        return Task.CompletedTask;
    }
}
