using System.IO.Compression;
using System.Text;

namespace Blog.Tests.Commands;

/// <summary><c>takedown now</c> and <c>takedown erase</c> as their user starts them, and what can be read afterwards anywhere on the disk.</summary>
public sealed class TakedownTests : IDisposable
{
    private const string Secret = SmallArchive.Secret;
    private const string Page = SmallArchive.Page;

    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task A_comment_is_gone_from_pages_feeds_shards_and_quotes_though_the_gate_is_red_and_a_link_is_broken()
    {
        await MakeAsync();
        var before = Site();
        Assert.Contains("quellimond", before, StringComparison.OrdinalIgnoreCase);

        // A hand breaks a link and brings back what was redacted: no build gets through.
        var post = Directory.EnumerateFiles(_temporary.File("blog", "input", "posts"), "a-small-post.md", SearchOption.AllDirectories).Single();
        await File.AppendAllTextAsync(post, "\nA [way](/nowhere.html) past Oakhanger.\n");
        Done(await RunAsync("redact", "term", "Oakhanger", "--blog", "blog"));
        Assert.NotEqual(0, (await RunAsync("build", "--blog", "blog", "--as-of", "2026-11-21")).ExitCode);
        Assert.Contains("quellimond", Site(), StringComparison.OrdinalIgnoreCase);

        var anchor = Anchor();
        var run = await RunAsync("takedown", "now", $"https://archive.example{Page}#{anchor}", "--blog", "blog");
        Done(run);
        var after = Site();
        foreach (var word in new[] { "zorvintha", "quellimond", "brackenfoyle" })
        {
            Assert.DoesNotContain(word, after, StringComparison.OrdinalIgnoreCase);
        }

        Assert.DoesNotContain("nowhere.html", after, StringComparison.Ordinal); // what waits in input/ is not published by it
        var page = await File.ReadAllTextAsync(_temporary.File("blog", "output", "2015", "12", "a-small-post.html"));
        Assert.Contains("removed by the moderators", page, StringComparison.Ordinal);
        Assert.Contains("That is brave of you", page, StringComparison.Ordinal);
        Assert.Contains("I saw the same", page, StringComparison.Ordinal);
        Assert.Contains("[redacted]", page, StringComparison.Ordinal);
        Assert.Contains($"id=\"{anchor}\"", page, StringComparison.Ordinal);

        // The site that differs by removal passes the whole check, and the next release keeps the comment away.
        Done(await RunAsync("release", "--blog", "blog", "--restore"));
        Assert.DoesNotContain("zorvintha", Folder("blog", "input"), StringComparison.OrdinalIgnoreCase);
        Done(await RunAsync("takedown", "now", $"{Page}#{anchor}", "--blog", "blog"));
    }

    [Fact]
    public async Task A_post_taken_down_takes_its_page_its_feed_and_its_lines_in_lists_along()
    {
        await MakeAsync();
        var source = Directory.EnumerateFiles(_temporary.File("blog", "input", "posts"), "a-small-post.md", SearchOption.AllDirectories).Single();
        await File.WriteAllTextAsync(source, (await File.ReadAllTextAsync(source)).Replace("\nprovenance:", "\naliases: [\"/2015/12/15/small-and-old/\", \"/2015/small-and-old.html\"]\nprovenance:", StringComparison.Ordinal));
        Done(await RunAsync("build", "--blog", "blog", "--as-of", "2026-11-21"));
        Assert.Contains("/2015/12/15/small-and-old/ /2015/12/a-small-post.html 301", Site(), StringComparison.Ordinal);
        Assert.True(File.Exists(_temporary.File("blog", "output", "2015", "small-and-old.html")));

        var preview = Directory.CreateDirectory(_temporary.File("blog", ".build", "preview", "output")).FullName; // of "serve --drafts"
        await File.WriteAllTextAsync(Path.Combine(preview, "index.html"), "as it was");
        Done(await RunAsync("takedown", "now", Page, "--blog", "blog"));
        Assert.False(Directory.Exists(Path.GetDirectoryName(preview)));
        Assert.DoesNotContain("small-and-old", Site() + string.Concat(Directory.EnumerateFiles(_temporary.File("blog", "output"), "*", SearchOption.AllDirectories)), StringComparison.Ordinal);
        Assert.False(File.Exists(_temporary.File("blog", "output", "2015", "12", "a-small-post.html")));
        Assert.DoesNotContain("a-small-post", Site(), StringComparison.Ordinal);
        Assert.Contains("another-post", Site(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Erased_words_are_nowhere_on_the_disk_and_the_thread_still_reads()
    {
        await MakeAsync();
        _temporary.Put("pw", "correct horse battery\n");
        Close("pw");
        Done(await RunAsync("vault", "backup", "before.backup", "--blog", "blog", "--passphrase-file", "pw", "--delete-by", "2027-06-30"));
        Done(await RunAsync("export", "archive", "site.zip", "--for", "The county library", "--blog", "blog"));
        await RunAsync("redact", "find", "quellimond", "--blog", "blog"); // fills the search index
        var anchor = Anchor();

        var rehearsal = await RunAsync("takedown", "erase", $"{Page}#{anchor}", "--blog", "blog");
        Done(rehearsal);
        Assert.Contains("Nothing was changed", rehearsal.Output, StringComparison.Ordinal);
        Assert.Contains("2 other texts quote", rehearsal.Output, StringComparison.Ordinal);
        File.Delete(_temporary.File("site.zip")); // it is the library's, and holds the words
        Assert.Contains("quellimond", Site(), StringComparison.OrdinalIgnoreCase);

        var run = await RunAsync("takedown", "erase", $"{Page}#{anchor}", "--blog", "blog", "--yes");
        Done(run);
        Assert.Contains("(for The county library)", run.Output, StringComparison.Ordinal);
        Assert.Contains("found in 0", run.Output, StringComparison.Ordinal);
        Assert.Contains("to be deleted by 2027-06-30", run.Output, StringComparison.Ordinal);
        Nowhere("before.backup", "export.xml");

        // Nothing there names the writer either, and no digest of the text is left in a file that is not keyed.
        Assert.DoesNotContain("Marigold", Raw(_temporary.File("vault")), StringComparison.Ordinal);
        var sha = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(Secret)));
        Assert.DoesNotContain(sha, Raw(_temporary.Root), StringComparison.Ordinal);

        var thread = Folder("blog", "input");
        Assert.Contains("state: erased", thread, StringComparison.Ordinal);
        Assert.Contains("That is brave of you", thread, StringComparison.Ordinal);
        Done(await RunAsync("vault", "verify", "--blog", "blog"));
        Done(await RunAsync("check", "--blog", "blog"));
        Done(await RunAsync("release", "--blog", "blog"));
        Done(await RunAsync("build", "--blog", "blog", "--as-of", "2026-11-21"));
        var page = await File.ReadAllTextAsync(_temporary.File("blog", "output", "2015", "12", "a-small-post.html"));
        Assert.Contains("removed by the moderators", page, StringComparison.Ordinal);
        Assert.Contains("That is brave of you", page, StringComparison.Ordinal);
        Done(await RunAsync("vault", "backup", "after.backup", "--blog", "blog", "--passphrase-file", "pw"));
        Nowhere("before.backup", "export.xml");

        // The older backup, and the old export into it: nothing returns.
        Done(await RunAsync("vault", "restore", "before.backup", "--blog", "blog", "--vault", "restored", "--passphrase-file", "pw"));
        Nowhere("before.backup", "export.xml");
        Imported(await RunAsync("import", "export.xml", "--blog", "blog", "--vault", "restored"));
        Imported(await RunAsync("import", "export.xml", "--blog", "blog"));
        Nowhere("before.backup", "export.xml");
        Done(await RunAsync("vault", "verify", "--blog", "blog", "--vault", "restored"));
        Done(await RunAsync("release", "--blog", "blog", "--vault", "restored"));
        Nowhere("before.backup", "export.xml");

        // A hand that writes it again: the safety check knows it by keyed numbers alone.
        var post = Directory.EnumerateFiles(_temporary.File("blog", "input", "posts"), "another-post.md", SearchOption.AllDirectories).Single();
        await File.AppendAllTextAsync(post, "\n" + Secret + "\n");
        var stopped = await RunAsync("build", "--blog", "blog", "--as-of", "2026-11-21");
        Assert.Equal(1, stopped.ExitCode);
        Assert.DoesNotContain("quellimond", stopped.Output + stopped.Error, StringComparison.OrdinalIgnoreCase);

        // A list that is missing is not an empty list.
        File.Move(_temporary.File("vault.erasures"), _temporary.File("kept-elsewhere"));
        File.Delete(_temporary.File("restored.erasures"));
        var refused = await RunAsync("vault", "restore", "before.backup", "--blog", "blog", "--vault", "third", "--passphrase-file", "pw");
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("--erasures", refused.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_temporary.File("third")));
        Done(await RunAsync("vault", "restore", "before.backup", "--blog", "blog", "--vault", "third", "--passphrase-file", "pw", "--erasures", "kept-elsewhere"));
        Assert.DoesNotContain("zorvintha", Raw(_temporary.File("third")), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Somebody_without_an_account_is_erased_by_phrase_and_by_signature()
    {
        await MakeAsync();
        var rehearsal = await RunAsync("takedown", "erase", "--phrase", "the ZORVINTHA ledger", "--signed", "Old Thole", "--blog", "blog");
        Done(rehearsal);
        Assert.Contains("2 posts and comments", rehearsal.Output, StringComparison.Ordinal);
        Assert.Contains("Nothing was changed", rehearsal.Output, StringComparison.Ordinal);
        Done(await RunAsync("takedown", "erase", "--phrase", "the zorvintha ledger", "--signed", "Old Thole", "--blog", "blog", "--yes"));
        Nowhere("export.xml");
        Assert.DoesNotContain("Thole", Folder("blog", "output") + Folder("blog", "input") + Raw(_temporary.File("vault")), StringComparison.Ordinal);
        Assert.Equal(2, (await RunAsync("takedown", "erase", "--phrase", "the zorvintha ledger", "--blog", "blog")).ExitCode);
    }

    [GitFact]
    public async Task Every_copy_is_found_and_the_history_of_the_repository_is_rewritten()
    {
        await MakeAsync();
        Git("init", "-q", "-b", "main");
        Git("config", "user.name", "A blog");
        Git("config", "user.email", "noreply@archive.example");
        await File.AppendAllTextAsync(_temporary.File("blog", ".gitignore"), "output/\n.build/\n");
        Git("add", "-A");
        Git("commit", "-q", "-m", "before");
        _temporary.Put("pw", "correct horse battery\n");
        Close("pw");
        Done(await RunAsync("vault", "backup", "before.backup", "--blog", "blog", "--passphrase-file", "pw", "--delete-by", "2027-06-30"));

        foreach (var what in new[] { $"{Page}#{Anchor()}", "the zorvintha LEDGER was" })
        {
            var found = await RunAsync("takedown", "find", what, "--blog", "blog");
            Done(found);
            foreach (var line in new[] { "[1 found] page:", "] quotes:", "] feeds:", "[1 found] index:", "[none] media:", "[1 found] input:", "[1 found] store:", "] backups:", "[1 found] git:", "[ ] wayback:", "[ ] google:", "info@archive.org", "2015/12/a-small-post.html", "before.backup" })
            {
                Assert.Contains(line, found.Output, StringComparison.Ordinal);
            }

            Assert.DoesNotContain("[none] quotes", found.Output, StringComparison.Ordinal);
            Assert.DoesNotContain("[none] feeds", found.Output, StringComparison.Ordinal);
            Assert.DoesNotContain("quellimond", found.Output + found.Error, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Equal(2, (await RunAsync("takedown", "find", "words that nobody ever wrote", "--blog", "blog")).ExitCode);
        Assert.Equal(2, (await RunAsync("takedown", "git", "--blog", "blog")).ExitCode); // nothing was erased yet
        var anchor = Anchor();
        Done(await RunAsync("takedown", "erase", $"{Page}#{anchor}", "--blog", "blog", "--yes"));

        var git = await RunAsync("takedown", "git", "--blog", "blog");
        Assert.Equal(1, git.ExitCode);
        Assert.Contains("1 of ", git.Output, StringComparison.Ordinal); // the thread, with it and with what quotes it
        Assert.Contains("commits: ", git.Output, StringComparison.Ordinal);
        var refused = await RunAsync("takedown", "git", "--rewrite", "--yes", "--blog", "blog");
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("not clean", refused.Error, StringComparison.Ordinal);
        Assert.Contains("subrosa.contentrepository", refused.Error, StringComparison.Ordinal);
        Git("config", "--local", "subrosa.contentrepository", "true");
        Git("add", "-A");
        Git("commit", "-q", "-m", "after");
        Git("remote", "add", "origin", "https://git.example/blog.git");
        var rehearsal = await RunAsync("takedown", "git", "--rewrite", "--blog", "blog");
        Done(rehearsal);
        Assert.Contains("one commit of 2 ", rehearsal.Output, StringComparison.Ordinal);
        Assert.Contains("Nothing was changed", rehearsal.Output, StringComparison.Ordinal);
        var rewritten = await RunAsync("takedown", "git", "--rewrite", "--yes", "--blog", "blog");
        Done(rewritten);
        Assert.Contains("git push --force --prune origin", rewritten.Output, StringComparison.Ordinal);
        Done(await RunAsync("takedown", "git", "--blog", "blog"));
        Done(await RunAsync("vault", "verify", "--blog", "blog"));
        Assert.DoesNotContain("quellimond", git.Output + git.Error + rewritten.Output + rewritten.Error, StringComparison.OrdinalIgnoreCase);
        Nowhere("before.backup", "export.xml");

        void Git(params string[] arguments) => Assert.True(Blog.Vault.GitProgram.TryRun(_temporary.File("blog"), out _, arguments), string.Join(' ', arguments));
    }

    [Fact]
    public async Task Words_redacted_in_an_erased_text_are_still_looked_for_under_its_id()
    {
        await MakeAsync();
        var unit = (await RunAsync("redact", "find", "zorvintha", "--blog", "blog")).Output.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries).First(word => word.Length >= 8 && word.All(char.IsAsciiHexDigitLower));
        Done(await RunAsync("redact", "term", "brackenfoyle", "--kind", "place", "--in", unit, "--scope", "text", "--blog", "blog"));
        Done(await RunAsync("release", "--blog", "blog"));
        Done(await RunAsync("takedown", "erase", unit, "--blog", "blog", "--yes"));
        Nowhere("export.xml");
        Done(await RunAsync("release", "--blog", "blog"));
        Done(await RunAsync("build", "--blog", "blog", "--as-of", "2026-11-21"));

        // A hand gives the comment other words, too few for a passage, with the redacted one among them.
        var file = Directory.EnumerateFiles(_temporary.File("blog", "input", "posts"), "a-small-post.thread.md", SearchOption.AllDirectories).Single();
        var text = await File.ReadAllTextAsync(file);
        var erased = text.IndexOf("state: erased", StringComparison.Ordinal);
        Assert.True(erased > 0, text);
        await File.WriteAllTextAsync(file, text[..erased] + "state: published\n\nNear Brackenfoyle.\n" + text[(text.IndexOf('\n', erased) + 1)..]);
        var build = await RunAsync("build", "--blog", "blog", "--as-of", "2026-11-21");
        Assert.True(build.ExitCode == 1, build.ToString());
        Assert.Contains("erased", build.Output + build.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("brackenfoyle", build.Output + build.Error, StringComparison.OrdinalIgnoreCase);
    }

    private async Task MakeAsync()
    {
        Done(await RunAsync("init", "blog", "--title", "An archive", "--address", "https://archive.example", "--no-git"));
        _temporary.Put("export.xml", SmallArchive.Export());
        Imported(await RunAsync("import", "export.xml", "--blog", "blog"));
        Done(await RunAsync("release", "--blog", "blog", "--as-it-was", "--yes"));
        Done(await RunAsync("build", "--blog", "blog", "--as-of", "2026-11-21"));
    }

    /// <summary>The anchor of the comment with the secret, on the page.</summary>
    private string Anchor()
    {
        var page = File.ReadAllText(_temporary.File("blog", "output", "2015", "12", "a-small-post.html"));
        var before = page[..page.IndexOf("zorvintha ledger", page.IndexOf("<ol class=\"comments\">", StringComparison.Ordinal), StringComparison.Ordinal)];
        var id = before[(before.LastIndexOf("<li id=\"", StringComparison.Ordinal) + 8)..];
        return id[..id.IndexOf('"', StringComparison.Ordinal)];
    }

    /// <summary>Every file of the site, packed shards unpacked.</summary>
    private string Site() => Folder("blog", "output");

    private string Folder(params string[] parts)
    {
        var all = new StringBuilder();
        foreach (var file in Directory.EnumerateFiles(_temporary.File(parts), "*", SearchOption.AllDirectories))
        {
            all.Append(file).Append('\n').Append(Text(File.ReadAllBytes(file))).Append('\n');
        }

        return all.ToString();
    }

    private static string Text(byte[] bytes)
    {
        if (bytes.Length < 3 || bytes[0] != 0x1f || bytes[1] != 0x8b)
        {
            return Encoding.UTF8.GetString(bytes);
        }

        using var packed = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var text = new MemoryStream();
        packed.CopyTo(text);
        return Encoding.UTF8.GetString(text.ToArray());
    }

    /// <summary>The raw bytes of every file, one character a byte.</summary>
    private static string Raw(string folder) => string.Concat(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Encoding.Latin1.GetString(File.ReadAllBytes(file))));

    /// <summary>No file but the named ones holds a word of the secret, as UTF-8, as UTF-16 or packed.</summary>
    private void Nowhere(params string[] but)
    {
        foreach (var file in Directory.EnumerateFiles(_temporary.Root, "*", SearchOption.AllDirectories).Where(file => !but.Contains(Path.GetRelativePath(_temporary.Root, file))))
        {
            var bytes = File.ReadAllBytes(file);
            foreach (var text in new[] { Encoding.Latin1.GetString(bytes), Encoding.Unicode.GetString(bytes), Text(bytes) })
            {
                foreach (var word in new[] { "zorvintha", "quellimond", "brackenfoyle" })
                {
                    Assert.False(text.Contains(word, StringComparison.OrdinalIgnoreCase), $"{Path.GetRelativePath(_temporary.Root, file)} holds \"{word}\"");
                }
            }
        }
    }

    private void Close(string file)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_temporary.File(file), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    private Task<ProgramRun> RunAsync(params string[] arguments) =>
        ProgramRun.StartAsync(_temporary.Root, new Dictionary<string, string> { ["BLOG_VAULT"] = _temporary.File("vault") }, arguments);

    private static void Done(ProgramRun run) => Assert.True(run.ExitCode == 0, run.ToString());

    private static void Imported(ProgramRun run) => Assert.True(run.ExitCode is 0 or 1, run.ToString());
}
