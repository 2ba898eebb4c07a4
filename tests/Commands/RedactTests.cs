namespace Blog.Tests.Commands;

/// <summary>A moderator's way: import, decide, release, and nothing of what was taken out anywhere.</summary>
public sealed class RedactTests : IDisposable
{
    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task A_term_is_rehearsed_decided_released_and_undone()
    {
        await ImportAsync();
        var rehearsed = await RunAsync("redact", "term", "Ockering", "--kind", "place", "--rehearse", "--blog", "blog");
        Assert.Equal(0, rehearsed.ExitCode);
        Assert.Contains("It would reach 3 places in 3 texts of 1 threads", rehearsed.Output, StringComparison.Ordinal);
        Assert.Contains("0 decisions", (await RunAsync("redact", "history", "--blog", "blog")).Output, StringComparison.Ordinal);

        var decided = await RunAsync("redact", "term", "Ockering", "--kind", "place", "--blog", "blog");
        Assert.True(decided.ExitCode == 0, decided.ToString());
        var release = await RunAsync("release", "--as-it-was", "--yes", "--blog", "blog");
        Assert.True(release.ExitCode == 0, release.ToString());
        Assert.DoesNotContain("Ockering", Input(), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("[redacted: place]", Input(), StringComparison.Ordinal);
        foreach (var run in new[] { decided, release, await RunAsync("redact", "history", "--blog", "blog"), await RunAsync("redact", "list", "--state", "all", "--near", "--blog", "blog") })
        {
            Assert.DoesNotContain("Ockering", run.Output + run.Error, StringComparison.OrdinalIgnoreCase);
        }

        var trained = await RunAsync("vault", "train", "--blog", "blog");
        Assert.True(trained.ExitCode == 0, trained.ToString());
        Assert.Contains("decided: 3 places taken out, 0 kept, in 3 texts", trained.Output, StringComparison.Ordinal);
        Assert.Contains("held part, taken out and suggested: ", trained.Output, StringComparison.Ordinal);
        Assert.Contains("Nothing was changed. To use it: ", trained.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Ockering", trained.Output + trained.Error, StringComparison.OrdinalIgnoreCase);
        var ordinary = await RunAsync("redact", "term", "manager", "--rehearse", "--blog", "blog");
        Assert.Contains("with a capital alone", ordinary.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("with a capital alone", rehearsed.Output, StringComparison.Ordinal);

        Assert.Equal(0, (await RunAsync("redact", "undo", decided.Output.Split(' ')[1].TrimEnd(':'), "--blog", "blog")).ExitCode);
        var dry = await RunAsync("release", "--dry-run", "--blog", "blog");
        Assert.Contains("+ ", dry.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Ockering", Input(), StringComparison.OrdinalIgnoreCase);
        await RunAsync("release", "--blog", "blog");
        Assert.Contains("Ockering", Input(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_are_found_in_the_private_store_and_shown_only_when_asked_for()
    {
        await ImportAsync();
        var found = await RunAsync("redact", "find", "ocker*", "--blog", "blog");
        Assert.True(found.ExitCode == 0, found.ToString());
        Assert.Contains("3 texts. Read one", found.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Ocker", found.Output, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("there are more", (await RunAsync("redact", "find", "ocker*", "--limit", "1", "--blog", "blog")).Output, StringComparison.Ordinal);
        Assert.Contains("Ockering", (await RunAsync("redact", "find", "ocker*", "--reveal", "--blog", "blog")).Output, StringComparison.Ordinal);
        Assert.Contains("0 texts", (await RunAsync("redact", "find", "nothing of the kind", "--blog", "blog")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_shows_what_comes_and_not_what_goes()
    {
        await ImportAsync();
        await RunAsync("release", "--as-it-was", "--yes", "--blog", "blog");
        await RunAsync("redact", "term", "Ockering", "--as", "a town", "--blog", "blog");
        var dry = await RunAsync("release", "--dry-run", "--blog", "blog");

        Assert.Equal(0, dry.ExitCode);
        Assert.Contains("a town", dry.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Ockering", dry.Output, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Ockering", Input(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withheld_comment_keeps_its_place_and_a_withheld_post_is_taken_away_even_from_under_a_hand_edit()
    {
        await ImportAsync();
        await RunAsync("release", "--as-it-was", "--yes", "--blog", "blog");
        Assert.Equal(0, (await RunAsync("redact", "withhold", "2001", "--blog", "blog")).ExitCode);
        await RunAsync("release", "--blog", "blog");
        Assert.Contains("state: withheld", Input(), StringComparison.Ordinal);
        Assert.DoesNotContain("kiln", Input(), StringComparison.Ordinal);

        var post = Post();
        await File.AppendAllTextAsync(post, "\nBy hand.\n");
        await RunAsync("redact", "withhold", "1001", "--blog", "blog");
        var release = await RunAsync("release", "--blog", "blog");
        Assert.Equal(1, release.ExitCode);
        Assert.False(File.Exists(post));
        Assert.Contains("By hand.", await File.ReadAllTextAsync(Directory.EnumerateFiles(_temporary.File("blog", ".build", "set-aside"), "*.md", SearchOption.AllDirectories).Single()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hand_edit_apart_from_a_redaction_is_joined_with_it()
    {
        await ImportAsync();
        await RunAsync("release", "--as-it-was", "--yes", "--blog", "blog");
        var post = Post();
        await File.AppendAllTextAsync(post, "\nA last line by hand.\n");
        await RunAsync("redact", "term", "Ockering", "--blog", "blog");
        var release = await RunAsync("release", "--blog", "blog");

        Assert.True(release.ExitCode == 0, release.ToString());
        var text = await File.ReadAllTextAsync(post);
        Assert.Contains("A last line by hand.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ockering", text, StringComparison.Ordinal);
        Assert.Contains("0 files written", (await RunAsync("release", "--blog", "blog")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redacted_term_that_comes_back_by_hand_is_not_published_and_the_log_does_not_say_it()
    {
        await ImportAsync();
        await RunAsync("redact", "term", "Ockering", "--kind", "place", "--blog", "blog");
        var early = await RunAsync("build", "--blog", "blog", "--as-of", "2026-11-21");
        Assert.Equal(2, early.ExitCode); // input/ does not follow the decision yet
        await RunAsync("release", "--as-it-was", "--yes", "--blog", "blog");
        var clean = await RunAsync("build", "--blog", "blog", "--as-of", "2026-11-21");
        Assert.True(clean.ExitCode == 0, clean.ToString());

        await File.AppendAllTextAsync(Post(), "\nSeen in ock&#101;**ring** again.\n");
        var leak = await RunAsync("build", "--blog", "blog", "--as-of", "2026-11-21");
        Assert.Equal(1, leak.ExitCode);
        Assert.DoesNotContain("ockering", leak.Output + leak.Error, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Case ", leak.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("again", await File.ReadAllTextAsync(_temporary.File("blog", "output", "2015", "12", "a-small-post.html")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_build_waits_for_the_release_of_what_takes_out_and_not_of_what_only_lets_more_be_seen()
    {
        await ImportAsync();
        await RunAsync("release", "--as-it-was", "--yes", "--blog", "blog");
        await RunAsync("redact", "term", "Ockering", "--keep", "--scope", "text", "--in", "2001", "--blog", "blog");
        var kept = await RunAsync("build", "--blog", "blog", "--as-of", "2026-11-21");
        Assert.True(kept.ExitCode == 0, kept.ToString());

        await RunAsync("redact", "term", "Ockering", "--kind", "place", "--blog", "blog");
        Assert.Equal(2, (await RunAsync("build", "--blog", "blog", "--as-of", "2026-11-21")).ExitCode);
    }

    [Fact]
    public async Task What_somebody_keeps_passes_the_check_and_the_same_elsewhere_does_not()
    {
        await ImportAsync();
        await RunAsync("redact", "term", "Ockering", "--kind", "place", "--blog", "blog");
        await RunAsync("redact", "term", "Ockering", "--keep", "--scope", "text", "--in", "2001", "--blog", "blog");
        await RunAsync("release", "--as-it-was", "--yes", "--blog", "blog");
        Assert.Contains("A kiln in Ockering.", Input(), StringComparison.Ordinal);
        var kept = await RunAsync("build", "--blog", "blog", "--as-of", "2026-11-21");
        Assert.True(kept.ExitCode == 0, kept.ToString());

        await File.AppendAllTextAsync(Post(), "\nSeen in Ockering again.\n");
        Assert.Equal(1, (await RunAsync("build", "--blog", "blog", "--as-of", "2026-11-21")).ExitCode);
    }

    [Fact]
    public async Task A_fact_is_listed_without_its_words_and_goes_from_the_whole_thread_by_one_decision()
    {
        await ImportAsync("I am 25 and I have been in post for 14 months.", "You are only 25, they say.");
        var facts = await RunAsync("redact", "facts", "1001", "--blog", "blog");
        Assert.True(facts.ExitCode == 0, facts.ToString());
        Assert.Contains("tenure", facts.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("14 months", facts.Output, StringComparison.Ordinal);
        Assert.Contains("no guarantee", facts.Output, StringComparison.Ordinal);
        Assert.Contains("about a year", (await RunAsync("redact", "facts", "1001", "--reveal", "--blog", "blog")).Output, StringComparison.Ordinal);

        var number = facts.Output.Split('\n').First(line => line.Contains(". tenure", StringComparison.Ordinal)).Trim().Split('.')[0];
        var decided = await RunAsync("redact", "facts", $"1001.{number}", "--redact", "--as", "for about a year", "--blog", "blog");
        Assert.True(decided.ExitCode == 0, decided.ToString());
        await RunAsync("release", "--as-it-was", "--yes", "--blog", "blog");
        Assert.DoesNotContain("14 months", Input(), StringComparison.Ordinal);
        Assert.Contains("for about a year", Input(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_decided_changes_nothing()
    {
        string[][] asked =
        [
            ["redact", "show", "ffffffff"], ["redact", "accept", "ffffffff.1"], ["redact", "term", "x"], ["redact", "term", "Ockering", "--scope", "thread"], ["redact", "term", "Ockering", "--kind", "nonsense"],
            ["redact", "term", "Ockering", "--as", "near Ockering"], ["redact", "term", "Ockering", "--as", "[redacted: Ocker secret]"], ["redact", "undo"], ["release", "--as-it-was"],
        ];
        await ImportAsync();
        foreach (var arguments in asked)
        {
            var run = await RunAsync([.. arguments, "--blog", "blog"]);

            Assert.True(run.ExitCode == 2, string.Join(' ', arguments) + ": " + run);
            Assert.Contains("Nothing was changed.", run.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("Ockering", run.Output + run.Error, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Contains("0 decisions", (await RunAsync("redact", "history", "--blog", "blog")).Output, StringComparison.Ordinal);
    }

    private async Task ImportAsync(string post = "In Ockering we have words about", string comment = "A kiln in Ockering.")
    {
        var init = await RunAsync("init", "blog", "--title", "An archive", "--address", "https://archive.example", "--no-git");
        Assert.True(init.ExitCode == 0, init.ToString());
        var export = (await File.ReadAllTextAsync(Path.Combine(SharedMaterial.Project, "tests", "Commands", "Cases", "small-export.xml")))
            .Replace("Some words about", post, StringComparison.Ordinal)
            .Replace("First words.", comment, StringComparison.Ordinal)
            .Replace("I agree with", "From Ockering too, with", StringComparison.Ordinal);
        _temporary.Put("blog-export.xml", export);
        var import = await RunAsync("import", "blog-export.xml", "--blog", "blog");
        Assert.True(import.ExitCode == 0, import.ToString());
        Assert.Contains("ready: no direct identifier found", import.Output, StringComparison.Ordinal);
    }

    private string Post() => Directory.EnumerateFiles(_temporary.File("blog", "input", "posts"), "*.md", SearchOption.AllDirectories).Single(file => !file.EndsWith(".thread.md", StringComparison.Ordinal));

    private string Input() => string.Concat(Directory.EnumerateFiles(_temporary.File("blog", "input"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(file => file + "\n" + File.ReadAllText(file)));

    private Task<ProgramRun> RunAsync(params string[] arguments) =>
        ProgramRun.StartAsync(_temporary.Root, new Dictionary<string, string> { ["BLOG_VAULT"] = _temporary.File("vault") }, arguments);
}
