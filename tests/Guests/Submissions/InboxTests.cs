using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Blog.Guests.Replies;
using Blog.Guests.Submissions;
using Blog.Jose;
using Blog.Source;
using Blog.Tests.Vault;
using Blog.Vault;

namespace Blog.Tests.Guests.Submissions;

public sealed class InboxTests : IDisposable
{
    private const string Canary = "Quillwater Fennimore";

    private static readonly RandomNumberGenerator Randomness = RandomNumberGenerator.Create();

    private readonly VaultFixture _fixture = new();
    private readonly TemporaryFolder _folder = new();
    private readonly EcPrivateKey _recovery = EcPrivateKey.Make();
    private readonly VaultStore _store;
    private readonly EcPublicKey _own;

    public InboxTests()
    {
        _store = _fixture.Open();
        using var passphrase = Passphrase.New("correct horse battery");
        _store.Sealed.Cost = 1000;
        _store.Sealed.SetPassphrase(null, passphrase);
        _store.Sealed.Unlock(passphrase, keep: false);
        using var transaction = _store.BeginTransaction();
        _own = _store.Keys.Make("Quiet Wick", _store.Keys.Today.AddYears(1)).Card.Encryption;
        transaction.Commit();
    }

    public void Dispose()
    {
        _store.Dispose();
        _recovery.Dispose();
        _fixture.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Every_entry_of_an_export_is_kept_repeated_or_left_out()
    {
        var post = Message("""{"format":1,"kind":"post","text":"Quillwater Fennimore wrote, \"so\""}""");
        var export = Put("export.csv", Csv("blob,ip,user_agent,created_at", [
            [post, "203.0.113.7", "Mozilla, of a kind", "2026-11-20T10:11:12Z"],
            [Message("""{"format":1,"kind":"comment","text":"c","post":"p"}"""), "203.0.113.8", "x", "2026-11-21T10:11:12Z"],
            [post, "203.0.113.7", "x", "2026-11-20T10:11:13Z"],
            [Message("""{"format":1,"kind":"remove","text":"r"}"""), string.Empty, string.Empty, "soon"],
            [Message("a text of somebody's own tool"), string.Empty, string.Empty, string.Empty],
            [Sealed("""{"format":1,"kind":"post","text":"lost"}""", _recovery.Public), string.Empty, string.Empty, "2026-11-19"],
            [string.Empty, "x", "x", "x"],
            ["Buy now", "x", "x", "x"],
        ]));
        var report = Pull(export);

        Assert.Equal(8, report.In);
        Assert.Equal(report.In, report.Kept.Values.Sum() + report.Repeated + report.Skipped.Values.Sum());
        Assert.Equal([(SubmissionKind.Post, 1), (SubmissionKind.Comment, 1), (SubmissionKind.Remove, 1), (SubmissionKind.Other, 1), (SubmissionKind.Unopened, 1)], report.Kept.Select(each => (each.Key, each.Value)));
        Assert.Equal((1, 1, 1), (report.Repeated, report.Skipped[SkippedReason.Empty], report.Skipped[SkippedReason.NoMessage]));

        var inbox = new Inbox(_store);
        Assert.Equal([new DateOnly(2026, 11, 20), new DateOnly(2026, 11, 21), _store.Keys.Today, _store.Keys.Today, new DateOnly(2026, 11, 19)], inbox.List().Select(row => row.Received));
        Assert.Equal($"{Canary} wrote, \"so\"", inbox.Open(1).Content!.Text);
        Assert.Equal("a text of somebody's own tool", Encoding.UTF8.GetString(inbox.Open(4).Raw.Span));

        var again = Pull(export);
        Assert.Equal((0, 6), (again.Kept.Count, again.Repeated));
        Assert.Equal(5, inbox.List().Count);
        AssertOnDisk(Canary, false);
        AssertOnDisk("203.0.113", false);
        AssertOnDisk("Mozilla", false);
    }

    [Fact]
    public void Exports_in_json_folders_and_saved_files_are_read_too()
    {
        var (first, second) = (Message("""{"format":1,"kind":"post","text":"1"}"""), Message("""{"format":1,"kind":"post","text":"2"}"""));
        var json = new JsonArray(
            new JsonObject { ["id"] = "5f", ["created_at"] = "2026-11-20T23:59:59.000Z", ["data"] = new JsonObject { ["blob"] = first, ["ip"] = "203.0.113.7" } },
            new JsonObject { ["blob"] = second },
            JsonValue.Create(7));
        var report = Pull(Put("export.json", "\uFEFF " + json.ToJsonString()));
        Assert.Equal((3, 2, 1), (report.In, report.Kept[SubmissionKind.Post], report.Skipped[SkippedReason.Empty]));

        Put("folder/a.jwe", Message("""{"format":1,"kind":"post","text":"3"}"""));
        Put("folder/b.jwe", "\n" + second);
        Put("folder/c.csv", Csv("name,BLOB", [["x", Message("""{"format":1,"kind":"post","text":"4"}""")]]));
        report = Pull(_folder.File("folder"));
        Assert.Equal((3, 2, 1), (report.In, report.Kept[SubmissionKind.Post], report.Repeated));

        report = Pull(Put("message.jwe", Message("""{"format":1,"kind":"post","text":"5"}""")));
        Assert.Equal((1, 1), (report.In, report.Kept[SubmissionKind.Post]));
    }

    [Theory]
    [InlineData("export.csv", "name,email\r\nx,y\r\n")]
    [InlineData("export.csv", "")]
    [InlineData("export.json", "[{\"blob\":\"x\"},{\"blob\":")]
    [InlineData("none", null)]
    public void What_is_no_export_changes_nothing(string name, string? text)
    {
        if (text is not null)
        {
            Put(name, text);
        }

        Assert.Throws<InboxException>(() => Pull(_folder.File(name)));
        Assert.Empty(new Inbox(_store).List());
    }

    [Fact]
    public void An_export_that_breaks_off_keeps_nothing_of_it()
    {
        var entry = new JsonObject { ["blob"] = Message("""{"format":1,"kind":"post","text":"1"}""") }.ToJsonString();
        Assert.Throws<InboxException>(() => Pull(Put("export.json", $"[{string.Join(',', Enumerable.Repeat(entry, 40))},{entry[..50]}")));
        Assert.Empty(new Inbox(_store).List());
        Assert.Empty(_store.Sealed.List(SealedKind.Submission));
    }

    [Fact]
    public void A_pull_that_is_killed_keeps_nothing_or_all_and_can_be_done_again()
    {
        // What is on the disk at an instant is what a killed process leaves: the files are copied away in the middle of a pull, and after it.
        var blobs = Enumerable.Range(0, 60).Select(number => new ExportedBlob(Encoding.UTF8.GetBytes(Message($$"""{"format":1,"kind":"post","text":"{{number}}"}""")), null)).ToList();
        for (var at = 0; at <= blobs.Count; at += 20)
        {
            CopyStore($"killed-{at}");
            new Inbox(_store).Pull(Interrupted(blobs.Take(at), $"killed-{at}"), null);
        }

        CopyStore("done");
        foreach (var (name, count) in new[] { ("killed-0", 0), ("killed-20", 0), ("killed-40", 20), ("killed-60", 40), ("done", 60) })
        {
            using var store = _fixture.Open(name);
            Assert.Equal(count, new Inbox(store).List().Count);
            Assert.Equal(count, store.Sealed.List(SealedKind.Submission).Count);
            using var passphrase = Passphrase.Existing("correct horse battery");
            store.Sealed.Unlock(passphrase, keep: false);
            var (kept, repeated, _) = new Inbox(store).Pull(blobs, null);
            Assert.Equal((60 - count, count), (kept.Values.Sum(), repeated));
        }

        IEnumerable<ExportedBlob> Interrupted(IEnumerable<ExportedBlob> some, string name)
        {
            foreach (var blob in some)
            {
                yield return blob;
            }

            CopyStore(name); // the last is taken in, nothing is committed
        }
    }

    [Fact]
    public void What_could_not_be_opened_opens_with_the_recovery_key_later()
    {
        var export = Put("m.jwe", Sealed("""{"format":1,"kind":"post","text":"found again"}""", _recovery.Public));
        Assert.Equal(1, Pull(export).Kept[SubmissionKind.Unopened]);
        var inbox = new Inbox(_store);
        Assert.Null(inbox.Open(1).Content);
        using (_store.BeginTransaction())
        {
            Assert.Throws<InboxException>(() => inbox.Take(1));
        }

        var report = inbox.Pull(new SubmissionExport(export), _recovery);
        Assert.Equal((1, 1), (report.Repeated, report.OpenedNow[SubmissionKind.Post]));
        Assert.Equal("found again", inbox.Open(1).Content!.Text);
    }

    [Fact]
    public void A_submission_is_taken_once_and_deleted_for_good()
    {
        var export = Put("m.jwe", Message("""{"format":1,"kind":"post","text":"Quillwater Fennimore"}"""));
        Pull(export);
        var inbox = new Inbox(_store);
        using (var transaction = _store.BeginTransaction())
        {
            Assert.Equal(Canary, inbox.Take(1).Content!.Text);
        }

        Assert.Null(inbox.List().Single().Done); // not kept
        using (var transaction = _store.BeginTransaction())
        {
            inbox.Take(1);
            transaction.Commit();
        }

        Assert.NotNull(inbox.List().Single().Done);
        using (_store.BeginTransaction())
        {
            Assert.Throws<InboxException>(() => inbox.Take(1));
        }

        inbox.Delete(1);
        Assert.Throws<InboxException>(() => inbox.Open(1));
        Assert.Empty(_store.Sealed.List(SealedKind.Submission));
        Assert.Equal(1, Pull(export).Repeated); // the same export does not bring it back
        Assert.Throws<InboxException>(() => inbox.Open(7));
        Assert.Equal([AuditVerb.SubmissionTaken, AuditVerb.SubmissionDeleted], _store.Audit.List().Select(entry => entry.Verb).Where(verb => verb is AuditVerb.SubmissionTaken or AuditVerb.SubmissionDeleted));
    }

    [Fact]
    public void An_answer_reaches_its_code_and_the_writers_answer_is_joined_to_it()
    {
        var (key, name) = (Key(32), Key(16));
        var code = $"\"code\":{{\"key\":\"{Base64Url(key)}\",\"name\":\"{Base64Url(name)}\"}}";
        Pull(Put("1.jwe", Message($$"""{"format":1,"kind":"post","text":"before",{{code}}}""")));
        Pull(Put("2.jwe", Message("""{"format":1,"kind":"post","text":"no code"}""")));
        Pull(Put("3.jwe", Message($$"""{"format":1,"kind":"answer","text":"","answer":"yes",{{code}}}""")));
        var inbox = new Inbox(_store);
        Assert.Equal([null, null, 1L], inbox.List().Select(row => row.Answers));

        Assert.Throws<InboxException>(() => inbox.Answer(2, new Reply("", "x", "")));
        Assert.Throws<InboxException>(() => inbox.Answer(1, new Reply("", new string('x', 33_000), "")));
        inbox.Answer(1, new Reply("Title", "after", "Quillwater Fennimore's note"));
        var blog = new BlogFolder(_folder.File("blog"));
        inbox.WriteReplies(blog);
        var before = Files(blog);
        Assert.Equal([1L], inbox.Answered());
        Assert.Equal((16, 1), (before.Count, before.Select(file => file.Length).Distinct().Count()));
        var opened = before.Select(file => ReplyBlob.TryOpen(file, key, out var reply) ? reply : null).OfType<Reply>().Single();
        Assert.Equal(new Reply("Title", "after", $"{Canary}'s note"), opened);
        Assert.DoesNotContain(before, file => ReplyBlob.TryOpen(file, Key(32), out _));

        inbox.WriteReplies(blog);
        Assert.Empty(Files(blog).Select(Convert.ToHexString).Intersect(before.Select(Convert.ToHexString), StringComparer.Ordinal));
        Assert.True(inbox.EndAnswer(1));
        inbox.WriteReplies(blog);
        Assert.DoesNotContain(Files(blog), file => ReplyBlob.TryOpen(file, key, out _));
        AssertOnDisk(Canary, false);
    }

    [Fact]
    public void There_are_as_many_places_as_there_are_files()
    {
        for (var i = 0; i <= ReplyFiles.Count; i++)
        {
            Pull(Put($"{i}.jwe", Message($$$"""{"format":1,"kind":"post","text":"{{{i}}}","code":{"key":"{{{Base64Url(Key(32))}}}","name":"{{{Base64Url(Key(16))}}}"}}""")));
        }

        var inbox = new Inbox(_store);
        for (var i = 1; i <= ReplyFiles.Count; i++)
        {
            inbox.Answer(i, new Reply("", "x", ""));
        }

        Assert.Throws<InboxException>(() => inbox.Answer(ReplyFiles.Count + 1, new Reply("", "x", "")));
        inbox.Answer(3, new Reply("", "another", "")); // in its own place
    }

    [Fact]
    public void A_moderator_reads_nothing_of_it()
    {
        Pull(Put("m.jwe", Message("""{"format":1,"kind":"post","text":"x"}""")));
        using (var transaction = _store.BeginTransaction())
        {
            _store.Roles.Give(_store.Actor, PersonRole.Editor);
            transaction.Commit();
        }

        _store.Actor = "Quiet Harbour";
        var inbox = new Inbox(_store);
        Assert.Throws<VaultException>(() => inbox.Open(1));
        Assert.Throws<VaultException>(() => inbox.Delete(1));
        Assert.Throws<VaultException>(() => Pull(_folder.File("m.jwe")));
    }

    [Fact]
    public void Random_bytes_and_changed_messages_are_never_a_submission()
    {
        var message = Encoding.UTF8.GetBytes(Message("""{"format":1,"kind":"post","text":"x"}"""));
        var random = new Random(5);
        for (var i = 0; i < 300; i++)
        {
            var changed = message.ToArray();
            changed[random.Next(changed.Length)] ^= (byte)(1 << random.Next(8));
            Put($"changed/{i}.jwe", string.Empty);
            File.WriteAllBytes(_folder.File("changed", $"{i}.jwe"), changed);
        }

        var report = Pull(_folder.File("changed"));
        Assert.Equal(300, report.In);
        Assert.Equal(300, report.Kept.Values.Sum() + report.Repeated + report.Skipped.Values.Sum());
        Assert.All(new Inbox(_store).List(), row => Assert.True(row.Kind is SubmissionKind.Unopened || new Inbox(_store).Open(row.Number).Content!.Text == "x"));
    }

    private void CopyStore(string name)
    {
        var (from, to) = (_fixture.Location().Folder, _fixture.Location(name).Folder);
        Directory.CreateDirectory(to);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(to, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        foreach (var file in Directory.EnumerateFiles(from).Where(file => !file.EndsWith("lock", StringComparison.Ordinal)))
        {
            using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var copy = new FileStream(Path.Combine(to, Path.GetFileName(file)), FileMode.Create);
            open.CopyTo(copy);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(copy.Name, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }
        }
    }

    private PullReport Pull(string path) => new Inbox(_store).Pull(new SubmissionExport(path), null);

    private string Put(string name, string text) => _folder.Put(name, text);

    private string Message(string content) => Sealed(content, _own, _recovery.Public);

    private static string Sealed(string content, params EcPublicKey[] keys) => Encoding.UTF8.GetString(EncryptedMessage.Seal(PaddedContent.Pad(Encoding.UTF8.GetBytes(content)), keys, Randomness));

    private static string Csv(string head, string[][] rows) => head + "\r\n" + string.Concat(rows.Select(row => string.Join(',', row.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + "\r\n"));

    private static byte[] Key(int length)
    {
        var bytes = new byte[length];
        Randomness.GetBytes(bytes);
        return bytes;
    }

    private static string Base64Url(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);

    private static List<byte[]> Files(BlogFolder blog) => [.. Directory.EnumerateFiles(blog.Replies).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];

    /// <summary>Whether words stand in any file of the store, as they are or in base64.</summary>
    private void AssertOnDisk(string words, bool expected)
    {
        var bytes = Encoding.UTF8.GetBytes(words);
        Assert.Equal(expected, Directory.EnumerateFiles(_fixture.Location().Folder).Where(file => !file.EndsWith("lock", StringComparison.Ordinal)).Any(file =>
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            return copy.ToArray().AsSpan().IndexOf(bytes) >= 0;
        }));
    }
}
