using System.Security.Cryptography;
using System.Text;
using Blog.Jose;
using Blog.Source;

namespace Blog.Tests.Commands;

/// <summary>Keys for submissions and the inbox as their user starts them.</summary>
public sealed class InboxVerbsTests : IDisposable
{
    private const string Canary = "Quillwater Fennimore";

    private static readonly RandomNumberGenerator Randomness = RandomNumberGenerator.Create();

    private readonly TemporaryFolder _root = new();

    public InboxVerbsTests()
    {
        foreach (var (name, words) in new[] { ("pw", "correct horse battery"), ("recovery-pw", "a passphrase of its own") })
        {
            _root.Put(name, words + "\n");
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(_root.File(name), UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }
        }
    }

    public void Dispose() => _root.Dispose();

    [Fact]
    public async Task From_keys_to_an_answer()
    {
        Exit(0, await RunAsync("init", "blog", "--title", "Kettle Yard", "--address", "https://kettle.example"));
        File.AppendAllText(_root.File("blog/input/site.yml"), "submissions: {endpoint: file}\ncomments: form\n");
        Exit(0, await RunAsync("build", "--blog", "blog"));
        Assert.Contains("takes nothing at present", File.ReadAllText(_root.File("blog/output/submit/index.html")), StringComparison.Ordinal);

        Exit(2, await RunAsync("keys", "new", "Quiet Wick", "--recovery", "--blog", "blog"), "pen name");
        Exit(2, await RunAsync("keys", "new", "--blog", "blog"), "--recovery --out");
        Exit(0, await RunAsync("keys", "new", "Quiet Wick", "--blog", "blog", "--passphrase-file", "pw"));
        Exit(2, await RunAsync("keys", "publish", "--blog", "blog"), "one key alone");
        Assert.False(File.Exists(_root.File("blog/input/submission-keys.json")));
        Exit(0, await RunAsync("keys", "new", "--recovery", "--out", "rescue", "--passphrase-file", "recovery-pw"), "recovery");
        Exit(2, await RunAsync("keys", "new", "--recovery", "--out", "rescue", "--passphrase-file", "recovery-pw"), "never overwritten");
        Exit(2, await RunAsync("keys", "publish", "--recovery", "rescue", "--blog", "blog"));
        var published = await RunAsync("keys", "publish", "--recovery", "rescue.public.json", "--blog", "blog");
        Exit(0, published, "2 public keys");
        var keys = SubmissionKeys.Read(File.ReadAllBytes(_root.File("blog/input/submission-keys.json")), "k");
        Assert.Equal([false, true], keys.Keys.Select(key => key.IsRecovery));
        Assert.DoesNotContain("Quiet Wick", File.ReadAllText(_root.File("blog/input/submission-keys.json")), StringComparison.Ordinal);
        Assert.Equal(16, Directory.GetFiles(_root.File("blog/input/replies")).Length);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_root.File("rescue")));
        }

        Exit(0, await RunAsync("check", "--blog", "blog"));
        Exit(0, await RunAsync("build", "--blog", "blog"));
        var page = File.ReadAllText(_root.File("blog/output/submit/index.html"));
        Assert.All(keys.Keys, key => Assert.Contains(key.Id, page, StringComparison.Ordinal));
        var hash = published.Output.Split("SHA-256 ")[1][..64];
        Assert.Contains(hash, page, StringComparison.Ordinal);
        Assert.Equal(hash, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Assert.Single(Directory.GetFiles(_root.File("blog/output/theme"), "submit.*.js"))))));

        const string Code = "\"code\":{\"key\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\",\"name\":\"AAAAAAAAAAAAAAAAAAAAAA\"}";
        Message("in/1.jwe", $$"""{"format":1,"kind":"post","text":"{{Canary}}\u001b[2J",{{Code}}}""", keys.Keys);
        Message("in/2.jwe", """{"format":1,"kind":"remove","text":"please"}""", [keys.Keys[1]]);
        Exit(2, await RunAsync("inbox", "pull", "in", "--blog", "blog"), "passphrase");
        Exit(1, await RunAsync("inbox", "pull", "in", "--blog", "blog", "--passphrase-file", "pw"), "2 in = 2 kept + 0 here before + 0 left out", "could not be opened", "IP addresses");
        Exit(0, await RunAsync("inbox", "pull", "in", "--blog", "blog", "--passphrase-file", "pw", "--recovery", "rescue", "--recovery-passphrase-file", "recovery-pw"), "could be opened now: wish for removal");
        Exit(0, await RunAsync("inbox", "list", "--blog", "blog"), "text for the blog", "wish for removal", "2 wait");
        Exit(2, await RunAsync("inbox", "show", "1", "--blog", "blog", "--passphrase-file", "pw"), "--reveal");
        Exit(0, await RunAsync("inbox", "show", "1", "--reveal", "--blog", "blog", "--passphrase-file", "pw"), $"{Canary}<U+001B>[2J");

        _root.Put("amended.md", "As it would stand.\n");
        Exit(2, await RunAsync("inbox", "reply", "1", "--blog", "blog"));
        Exit(0, await RunAsync("inbox", "reply", "1", "--text", "amended.md", "--blog", "blog", "--passphrase-file", "pw"));
        Exit(2, await RunAsync("inbox", "reply", "2", "--text", "amended.md", "--blog", "blog", "--passphrase-file", "pw"), "no code");
        Exit(0, await RunAsync("inbox", "list", "--blog", "blog"), "an answer waits");
        Exit(0, await RunAsync("build", "--blog", "blog"));
        Assert.Single(Directory.GetFiles(_root.File("blog/output/replies")), file => Guests.TryOpenWithZeroKey(file));
        Exit(0, await RunAsync("inbox", "delete", "1", "--yes", "--blog", "blog"));
        Exit(0, await RunAsync("inbox", "reply", "--refresh", "--blog", "blog", "--passphrase-file", "pw"));
        Assert.DoesNotContain(Directory.GetFiles(_root.File("blog/input/replies")), file => Guests.TryOpenWithZeroKey(file));

        // A key that gave way is published until somebody publishes the next; then it reads nothing new, and goes on reading what came.
        Exit(0, await RunAsync("keys", "rotate", "--blog", "blog", "--passphrase-file", "pw"), "still encrypts");
        Message("before.jwe", """{"format":1,"kind":"post","text":"before"}""", keys.Keys);
        Exit(0, await RunAsync("keys", "publish", "--blog", "blog"), "2 public keys");
        var next = SubmissionKeys.Read(File.ReadAllBytes(_root.File("blog/input/submission-keys.json")), "k");
        Assert.NotEqual(keys.Keys[0], next.Keys[0]);
        Assert.Equal(keys.Keys[1], next.Keys[1]); // the recovery key stays
        Exit(0, await RunAsync("inbox", "pull", "before.jwe", "--blog", "blog", "--passphrase-file", "pw"), "1 kept");

        foreach (var file in Directory.EnumerateFiles(_root.Root, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith("lock", StringComparison.Ordinal)))
        {
            Assert.True(File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(Canary)) < 0, file);
        }
    }

    [Fact]
    public async Task Keys_that_end_are_said_and_withdraw_the_form_and_hold_no_build_up()
    {
        Exit(0, await RunAsync("init", "blog", "--title", "Kettle Yard", "--address", "https://kettle.example"));
        File.AppendAllText(_root.File("blog/input/site.yml"), "submissions: {endpoint: netlify}\n");
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        using (var key = EcPrivateKey.Make())
        {
            var keys = new SubmissionKeys([new PublishedKey(IsRecovery: false, today.AddDays(-300), today.AddDays(20), key.Public.X, key.Public.Y, key.Public.Thumbprint)]);
            File.WriteAllBytes(_root.File("blog/input/submission-keys.json"), keys.ToBytes());
        }

        Exit(0, await RunAsync("build", "--blog", "blog"), "ends on");
        Exit(0, await RunAsync("check", "--blog", "blog"), "ends on");
        Assert.Contains("data-kid", File.ReadAllText(_root.File("blog/output/submit/index.html")), StringComparison.Ordinal);
        Exit(0, await RunAsync("build", "--blog", "blog", "--as-of", today.AddDays(21).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)), "ended on", "takes nothing");
        var page = File.ReadAllText(_root.File("blog/output/submit/index.html"));
        Assert.Contains("takes nothing at present", page, StringComparison.Ordinal);
        Assert.DoesNotContain("data-kid", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<textarea", page, StringComparison.Ordinal);
    }

    private void Message(string name, string content, IEnumerable<PublishedKey> keys)
    {
        var recipients = keys.Select(key => EcPublicKey.TryRead(System.Text.Json.JsonDocument.Parse($$"""{"kty":"EC","crv":"P-256","x":"{{key.X}}","y":"{{key.Y}}"}""").RootElement, out var read) ? read : throw new InvalidOperationException()).ToList();
        _root.Put(name, Encoding.UTF8.GetString(EncryptedMessage.Seal(PaddedContent.Pad(Encoding.UTF8.GetBytes(content)), recipients, Randomness)));
    }

    private Task<ProgramRun> RunAsync(params string[] arguments) => ProgramRun.StartAsync(_root.Root, new Dictionary<string, string>
    {
        ["XDG_DATA_HOME"] = _root.File("data"),
        ["XDG_RUNTIME_DIR"] = _root.File("runtime"),
        ["BLOG_VAULT"] = string.Empty,
        ["BLOG_VAULT_PASSPHRASE"] = string.Empty,
    }, arguments);

    private static void Exit(int code, ProgramRun run, params string[] words)
    {
        Assert.True(run.ExitCode == code, run.ToString());
        Assert.All(words, word => Assert.Contains(word, run.Output + run.Error, StringComparison.Ordinal));
    }

    private static class Guests
    {
        public static bool TryOpenWithZeroKey(string file) => Blog.Guests.Replies.ReplyBlob.TryOpen(File.ReadAllBytes(file), new byte[32], out _);
    }
}
