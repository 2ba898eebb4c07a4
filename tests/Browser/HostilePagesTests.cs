using Blog.Bench.Hostile;
using Microsoft.Playwright;

namespace Blog.Tests.Browser;

/// <summary>A slice of the campaign of docs/reliability.md: payloads from an export to a built site that Chromium opens, and whether its watch sees what it must see.</summary>
public sealed class HostilePagesTests : IDisposable
{
    private static readonly string[] Program = ["dotnet", "exec", Path.Combine(AppContext.BaseDirectory, "Blog.dll")];

    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [SharedFact]
    public async Task No_payload_runs_asks_or_moves_on_any_page_with_or_without_a_policy_and_raw_they_do()
    {
        var payloads = HostilePayload.Read(SharedMaterial.File("data", "hostile", "xss", "payloads.jsonl"), 11, 150);
        var exports = Directory.CreateDirectory(_temporary.File("exports")).FullName;
        await File.WriteAllTextAsync(Path.Combine(exports, "\"><img src=x onerror=alert(1)>'.xml"), HostileArchive.Write(payloads));
        foreach (var kind in HostileSources.Kinds)
        {
            HostileSources.Write(kind, [.. payloads.Take(3)], every: 3, Path.Combine(exports, kind));
        }

        var site = HostileBlog.BuildOf(_temporary.Root, Program, exports);

        using var playwright = await Playwright.CreateAsync();
        var browser = SampleSite.FindBrowser() ?? playwright.Chromium.ExecutablePath;
        var outcome = await HostilePages.LookAsync(browser, site, _temporary.File("raw"), payloads, Purifier(), _ => { });

        Assert.True(outcome.Seen.Count == 0, string.Join('\n', outcome.Seen.Take(20)));
        Assert.True(outcome.Pages > 10);
        Assert.True(outcome.RawRuns > 3 && outcome.RawScripts > 3, "the watch is blind");
    }

    /// <summary>DOMPurify's script of npm; null where <c>./test.sh</c> has not installed it: the watch's own walk is looked at all the same.</summary>
    private static string? Purifier()
    {
        var script = Path.Combine(SharedMaterial.Project, "tests", "tools", "dompurify", "node_modules", "dompurify", "dist", "purify.min.js");
        return File.Exists(script) ? File.ReadAllText(script) : null;
    }
}
