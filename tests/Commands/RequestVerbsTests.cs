namespace Blog.Tests.Commands;

/// <summary>The verbs of <c>takedown request</c> as their user starts them.</summary>
public sealed class RequestVerbsTests : IDisposable
{
    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task A_request_is_kept_worked_off_answered_and_closed_without_a_word_of_it_on_the_disk()
    {
        _temporary.Put("export.xml", SmallArchive.Export());
        _temporary.Put("pw", "correct horse battery\n");
        _temporary.Put("letter.txt", "Zebedee Quillfeather rang from 020 7946 0123.\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_temporary.File("pw"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        Exit(0, await RunAsync("init", "blog", "--title", "Archive", "--address", "https://archive.example"));
        Assert.True((await RunAsync("import", "export.xml", "--blog", "blog")).ExitCode is 0 or 1);
        Exit(0, await RunAsync("release", "--blog", "blog", "--as-it-was", "--yes"));

        // Without a passphrase nothing is kept of it, and a wrong word changes nothing.
        var unit = (await RunAsync("redact", "find", "zorvintha", "--blog", "blog")).Output.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries).First(word => word.Length >= 8 && word.All(char.IsAsciiHexDigitLower));
        Exit(2, await RunAsync("takedown", "request", "add", "erasure", unit, "--received", "2026-01-05", "--note-file", "letter.txt", "--passphrase-file", "pw", "--blog", "blog"), "no passphrase yet");
        Exit(2, await RunAsync("takedown", "request", "add", "nonsense", "--blog", "blog"), "erasure");
        Exit(2, await RunAsync("takedown", "request", "add", "erasure", "--received", "yesterday", "--blog", "blog"));
        Exit(2, await RunAsync("takedown", "request", "add", "erasure", "/nowhere.html", "--blog", "blog"));
        Exit(0, await RunAsync("takedown", "request", "list", "--blog", "blog"));

        Exit(0, await RunAsync("vault", "passphrase", "--blog", "blog", "--new-passphrase-file", "pw"));
        var added = await RunAsync("takedown", "request", "add", "erasure", unit, "--received", "2026-01-05", "--note-file", "letter.txt", "--passphrase-file", "pw", "--blog", "blog");
        Exit(0, added, "OVERDUE");
        Assert.Contains($"takedown now {unit}", added.Output, StringComparison.Ordinal);
        var name = added.Output[..8];

        Exit(1, await RunAsync("takedown", "request", "list", "--blog", "blog"), "Answer what was done");
        var shown = await RunAsync("takedown", "request", "show", name, "--blog", "blog");
        Exit(0, shown, "Thursday 5 February 2026");
        Assert.Contains("UK GDPR", shown.Output, StringComparison.Ordinal);
        Assert.Contains("not legal advice", shown.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Quillfeather", shown.Output, StringComparison.Ordinal);
        Exit(0, await RunAsync("takedown", "request", "show", name, "--note", "--passphrase-file", "pw", "--blog", "blog"), "Quillfeather");

        var letter = await RunAsync("takedown", "request", "letter", name, "archive", "--blog", "blog");
        Exit(0, letter, "https://archive.example/2015/12/a-small-post.html#c");
        Assert.DoesNotContain("Quillfeather", letter.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("zorvintha", letter.Output, StringComparison.Ordinal);
        Exit(2, await RunAsync("takedown", "request", "letter", name, "love", "--blog", "blog"), "erasure-answer");

        Exit(0, await RunAsync("takedown", "request", "step", name, "answer", "copy-wayback", "--blog", "blog"), "done", "no clock runs");
        Exit(2, await RunAsync("takedown", "request", "step", name, "sing", "--blog", "blog"), "acknowledge");
        Exit(0, await RunAsync("takedown", "request", "list", "--blog", "blog"));
        Exit(0, await RunAsync("takedown", "request", "close", name, "--forget", "--blog", "blog"), "closed");
        Exit(0, await RunAsync("takedown", "request", "show", name, "--note", "--passphrase-file", "pw", "--blog", "blog"), "no sealed words");
        Exit(0, await RunAsync("vault", "verify", "--blog", "blog"));
        foreach (var file in Directory.EnumerateFiles(_temporary.Root, "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) is not ("letter.txt" or "vault.lock")))
        {
            Assert.DoesNotContain("Quillfeather", System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file)), StringComparison.Ordinal);
        }

        Exit(0, await RunAsync("takedown", "request", "kinds"), "48 hours without weekends and bank holidays");
        Exit(0, await RunAsync("takedown", "request", "kinds", "complaint"), "Data (Use and Access) Act 2025");
        foreach (var verb in new[] { "kinds", "add", "list", "show", "step", "note", "letter", "close" })
        {
            Exit(0, await RunAsync("takedown", "request", verb, "--help"), "Example: dotnet run -- takedown request " + verb);
        }
    }

    private static void Exit(int code, ProgramRun run, params string[] anyOf)
    {
        Assert.True(run.ExitCode == code, $"expected {code}: {run}");
        Assert.True(anyOf.Length == 0 || anyOf.Any(words => (run.Output + run.Error).ReplaceLineEndings(" ").Contains(words, StringComparison.Ordinal)), run.ToString());
    }

    private Task<ProgramRun> RunAsync(params string[] arguments) =>
        ProgramRun.StartAsync(_temporary.Root, new Dictionary<string, string> { ["BLOG_VAULT"] = _temporary.File("vault"), ["XDG_RUNTIME_DIR"] = string.Empty }, arguments);
}
