namespace Blog.Tests.Commands;

/// <summary>Words planted in an archive that must stay in the private store: no verb prints them, and no file outside the store holds them.</summary>
public sealed class CanaryTests : IDisposable
{
    private static readonly string[] Canaries = ["Zorvintha", "Quellimond", "zorv@quellimond.example", "07700 900418", "JX 14 27 35 C", "Brackenfoyle"];

    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task No_verb_prints_what_was_planted_and_no_file_outside_the_store_holds_it()
    {
        await RunAsync("init", "blog", "--title", "An archive", "--address", "https://archive.example", "--no-git");
        var export = (await File.ReadAllTextAsync(Path.Combine(SharedMaterial.Project, "tests", "Commands", "Cases", "small-export.xml")))
            .Replace("Some words about", "Mr Zorvintha Quellimond of 14 Brackenfoyle Road wrote to zorv@quellimond.example or 07700 900418, NI JX 14 27 35 C, about", StringComparison.Ordinal)
            .Replace("First words.", "Zorvintha is my PO. Quellimond!", StringComparison.Ordinal)
            .Replace("Marigold Testwright", "Quellimond", StringComparison.Ordinal);
        _temporary.Put("export.xml", export);
        Quiet(await RunAsync("import", "export.xml", "--blog", "blog"));
        Quiet(await RunAsync("import", "export.xml", "--blog", "blog"));
        foreach (var verb in Reading())
        {
            Quiet(await RunAsync([.. verb, "--blog", "blog"]));
        }

        // Nobody has decided: the post is held, and nothing of it is outside.
        Quiet(await RunAsync("release", "--ready", "--blog", "blog"));
        Outside();
        Quiet(await RunAsync("redact", "accept", "1001", "2001", "--blog", "blog"));
        Quiet(await RunAsync("redact", "accept", "1001", "--scope", "thread", "--blog", "blog"));
        foreach (var canary in Canaries)
        {
            Quiet(await RunAsync("redact", "term", canary, "--reason", "Zorvintha asked for it", "--blog", "blog"));
        }

        foreach (var verb in Reading())
        {
            Quiet(await RunAsync([.. verb, "--blog", "blog"]));
        }

        Quiet(await RunAsync("redact", "keep", "1001", "2001", "2002", "--blog", "blog"));
        Quiet(await RunAsync("release", "--blog", "blog"));
        Quiet(await RunAsync("check", "--blog", "blog"));
        Quiet(await RunAsync("build", "--blog", "blog", "--as-of", "2026-11-21"));
        Quiet(await RunAsync("gate", "--blog", "blog"));
        Assert.True(File.Exists(_temporary.File("blog", "output", "2015", "12", "a-small-post.html")));
        Outside();

        // What goes to somebody else's search is what is published, and the store keeps who has it.
        var given = await RunAsync("index", "export", "given", "--for", "The library", "--delete-by", "2027-06-30", "--blog", "blog");
        Quiet(given);
        Assert.Equal(0, given.ExitCode);
        Assert.Contains("\"_id\":", await File.ReadAllTextAsync(_temporary.File("given", "bulk-0001.ndjson")), StringComparison.Ordinal);
        Outside("given");
        Assert.Contains("The library", (await RunAsync("takedown", "copies", "--blog", "blog")).Output, StringComparison.Ordinal);
        Assert.Equal(2, (await RunAsync("index", "export", "blog/output/given", "--for", "The library", "--blog", "blog")).ExitCode);
        Assert.Equal(2, (await RunAsync("index", "export", "given", "--for", "The library", "--blog", "blog")).ExitCode);

        // A hand brings one back: the build stops, and does not say it.
        var post = Directory.EnumerateFiles(_temporary.File("blog", "input", "posts"), "a-small-post.md", SearchOption.AllDirectories).Single();
        await File.AppendAllTextAsync(post, "\nZorvintha again.\n");
        var stopped = await RunAsync("build", "--blog", "blog", "--as-of", "2026-11-21");
        Assert.Equal(1, stopped.ExitCode);
        Quiet(stopped);
        Assert.DoesNotContain("again", await File.ReadAllTextAsync(_temporary.File("blog", "output", "2015", "12", "a-small-post.html")), StringComparison.Ordinal);
        Assert.False(Directory.Exists(_temporary.File("blog", ".build", "staging")));
    }

    private static string[][] Reading() =>
    [
        ["redact", "list", "--state", "all", "--near"], ["redact", "show", "1001", "--near"], ["redact", "show", "2001"], ["redact", "find", "kiln*"], ["redact", "facts", "1001"], ["redact", "history"],
        ["release", "--dry-run"], ["vault", "stats"], ["vault", "path"],
    ];

    private static void Quiet(ProgramRun run)
    {
        foreach (var canary in Canaries)
        {
            Assert.DoesNotContain(canary, run.Output + run.Error, StringComparison.OrdinalIgnoreCase);
        }
    }

    private void Outside(string folder = "blog")
    {
        foreach (var file in Directory.EnumerateFiles(_temporary.File(folder), "*", SearchOption.AllDirectories))
        {
            var text = file + File.ReadAllText(file);
            foreach (var canary in Canaries)
            {
                Assert.False(text.Contains(canary, StringComparison.OrdinalIgnoreCase), $"{Path.GetRelativePath(_temporary.Root, file)} holds something that was planted.");
            }
        }
    }

    private Task<ProgramRun> RunAsync(params string[] arguments) =>
        ProgramRun.StartAsync(_temporary.Root, new Dictionary<string, string> { ["BLOG_VAULT"] = _temporary.File("vault") }, arguments);
}
