using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Blog.Desk;
using Blog.Desk.Access;
using Blog.Guests;
using Blog.Guests.Submissions;
using Blog.Jose;
using Blog.Tests.Guests.Submissions;
using Blog.Tests.Redact.Pictures;
using Blog.Vault;
using Blog.Vault.Guests;

namespace Blog.Tests.Desk;

/// <summary>Messages in the console, by requests written by hand: what a form does, what it refuses, who reads it.</summary>
public sealed partial class InboxScreensTests : IAsyncLifetime
{
    private const string Secret = "Zebedee Quillfeather";

    private ConsoleHost _host = null!; // set before each test
    private EcPublicKey _key = null!; // likewise

    public async Task InitializeAsync() => _host = await ConsoleHost.StartAsync(prepare: store =>
    {
        Prepare(store);
        store.Sealed.Unlock(Passphrase.Existing(GuestScreensTests.Words), keep: false);
        using (var transaction = store.BeginTransaction())
        {
            _key = store.Keys.Make("Quiet Wick", store.Keys.Today.AddYears(1)).Card.Encryption;
            store.Roles.Give(store.Actor, PersonRole.Editor);
            store.Roles.Give("Quiet Harbour", PersonRole.Moderator);
            transaction.Commit();
        }

        store.Sealed.Lock();
    });

    public async Task DisposeAsync() => await _host.DisposeAsync();

    /// <summary>A message of every kind: 1 a text with a picture and a code, 2 and 3 comments, 4 a wish, 5 of another form, 6 an answer to 1. Leaves the sealed part locked.</summary>
    internal static void Prepare(VaultStore store)
    {
        store.Sealed.Cost = 1000;
        using var passphrase = Passphrase.New(GuestScreensTests.Words);
        if (store.Sealed.IsSetUp)
        {
            store.Sealed.Unlock(passphrase, keep: false);
        }
        else
        {
            store.Sealed.SetPassphrase(null, passphrase);
            store.Sealed.Unlock(passphrase, keep: false);
        }

        var units = store.Units();
        var post = units.First(unit => unit.CommentRow is null).PublicId;
        var comment = units.First(unit => unit.CommentRow is not null).PublicId;
        SentMessages.Put(store, SubmissionKind.Post, $$"""{"format":1,"kind":"post","title":"A letter","name":"Otter","text":"{{Secret}} <script>alert(1)</script> told us, in 07700 900123.","images":[{{SentMessages.LadenPicture}}],"code":{{SentMessages.Code}}}""");
        SentMessages.Put(store, SubmissionKind.Comment, $$"""{"format":1,"kind":"comment","post":"{{post}}","replyTo":"{{comment}}","text":"I agree with the first of you."}""");
        SentMessages.Put(store, SubmissionKind.Comment, $$"""{"format":1,"kind":"comment","post":"{{post}}","text":"Well said."}""");
        SentMessages.Put(store, SubmissionKind.Remove, """{"format":1,"kind":"remove","text":"Please take out what is said of me."}""");
        SentMessages.Put(store, SubmissionKind.Other, "a text of somebody's own <b>tool</b>");
        SentMessages.Put(store, SubmissionKind.Answer, $$"""{"format":1,"kind":"answer","answer":"yes","text":"Thank you.","terms":{"scope":"extracts","comments":"closed","original":"keep"},"code":{{SentMessages.Code}}}""");
        store.Sealed.Lock();
    }

    [Fact]
    public async Task A_text_is_read_beside_its_findings_taken_sent_back_by_the_code_and_answered()
    {
        await UnlockAsync();
        var page = await _host.GetAsync("/message/1");
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.Contains(Secret, page, StringComparison.Ordinal);
        Assert.Contains("07700 900123", page, StringComparison.Ordinal);
        Assert.Contains("<span class=\"words\">07700 900123</span>", page, StringComparison.Ordinal);
        Assert.Contains("jpeg, ", page, StringComparison.Ordinal);
        var picture = await _host.GetAsync("/message-picture/1-1");
        Assert.Contains("Content-Type: image/jpeg", picture, StringComparison.Ordinal);
        Assert.DoesNotContain(SamplePictures.Planted, picture, StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 404", await _host.GetAsync("/message-picture/1-2"), StringComparison.Ordinal);

        var guest = (await PostAsync("/inbox-take", "n=1&title=From+here"))["/guest/".Length..];
        var text = WebUtility.HtmlDecode(await _host.GetAsync("/guest/" + guest));
        Assert.Contains("Send it back through the site", text, StringComparison.Ordinal);
        Assert.Contains("1 picture came with it", text, StringComparison.Ordinal);
        await PostAsync("/guest-picture", $"guest={guest}&picture=1&words=a+lamp", "/guest/" + guest);
        text = await _host.GetAsync("/guest/" + guest);
        var shown = Media().Match(text).Value;
        Assert.Contains("Content-Type: image/jpeg", await _host.GetAsync(shown), StringComparison.Ordinal);
        await PostAsync("/guest-do", $"guest={guest}&do=ask-code", "/guest/" + guest);
        Assert.Equal(16, Directory.GetFiles(_host.Blog.Replies).Length);

        Assert.Contains("the text, and parts of it as well", await _host.GetAsync("/message/6"), StringComparison.Ordinal);
        await PostAsync("/inbox-take", "n=6", "/guest/" + guest);
        Assert.Contains("It is about", await _host.GetAsync("/message/6"), StringComparison.Ordinal);
        var (state, terms) = await _host.AfterwardsAsync(store =>
        {
            store.Sealed.Unlock(Passphrase.Existing(GuestScreensTests.Words), keep: false);
            var view = new GuestBook(store, TimeProvider.System).Open(store.Guests.List().Single().Handle);
            return (view.Row.State, view.Draft.Consents[^1].Terms);
        });
        Assert.Equal(GuestState.Agreed, state);
        Assert.Equal(new ConsentTerms(ConsentScope.Extracts, null, OpenComments: false, KeepOriginal: true), terms);
    }

    [Fact]
    public async Task Comments_are_taken_as_a_batch_under_their_post_with_one_day()
    {
        await UnlockAsync();
        Assert.Contains("in reply to", await _host.GetAsync("/message/2"), StringComparison.Ordinal);
        await PostAsync("/inbox-take", "n=2&n=3", "/inbox");
        Assert.Contains("2 comments stand under their posts.", await _host.GetAsync("/inbox"), StringComparison.Ordinal);
        var days = await _host.AfterwardsAsync(store => store.Comments(store.Posts().Single().Row).Where(comment => comment.SourceId!.StartsWith("form-", StringComparison.Ordinal)).Select(comment => comment.Published!).Distinct().ToList());
        Assert.Equal(Blog.Model.DatePrecision.Day, Assert.Single(days).Precision);
    }

    [Fact]
    public async Task A_wish_becomes_a_request_of_the_kind_that_an_editor_reads()
    {
        await UnlockAsync();
        var address = await PostAsync("/inbox-take", "n=4&kind=erasure");
        Assert.StartsWith("/request/", address, StringComparison.Ordinal);
        Assert.Contains("Please take out what is said of me.", await _host.GetAsync(address), StringComparison.Ordinal);
        Assert.Contains("was taken before", await SaidAfterAsync("/inbox-take", "n=4&kind=erasure"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_writer_is_answered_and_what_a_message_says_is_deleted()
    {
        await UnlockAsync();
        await PostAsync("/inbox-reply", "n=1&note=Who+told+you", "/message/1");
        Assert.Contains("An answer lies ready", await _host.GetAsync("/message/1"), StringComparison.Ordinal);
        Assert.Equal(16, Directory.GetFiles(_host.Blog.Replies).Length);
        Assert.All(Directory.GetFiles(_host.Blog.Replies), file => Assert.Equal(-1, File.ReadAllBytes(file).AsSpan().IndexOf("Who told you"u8)));
        await PostAsync("/inbox-reply", "n=1&do=end", "/message/1");
        Assert.Contains("took no code", await SaidAfterAsync("/inbox-reply", "n=4&note=x"), StringComparison.Ordinal);
        Assert.Contains("says something", await SaidAfterAsync("/inbox-reply", "n=1&title=x"), StringComparison.Ordinal);

        Assert.Contains("Tick that you are sure", await SaidAfterAsync("/inbox-delete", "n=1"), StringComparison.Ordinal);
        await PostAsync("/inbox-delete", "n=1&sure=yes", "/inbox");
        Assert.Contains("Its words were deleted", await _host.GetAsync("/message/1"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 404", await _host.GetAsync("/message-picture/1-1"), StringComparison.Ordinal);
        Assert.False(await _host.AfterwardsAsync(store => store.Sealed.List(SealedKind.Submission).Contains(store.Submissions.List()[0].Handle)));
    }

    [Fact]
    public async Task An_export_is_taken_in_by_its_path_or_from_the_browser_each_message_once()
    {
        await UnlockAsync();
        var message = Encoding.UTF8.GetString(EncryptedMessage.Seal(PaddedContent.Pad("""{"format":1,"kind":"post","text":"From afar."}"""u8), [_key], SubmissionRandom));
        using var folder = new TemporaryFolder();
        await PostAsync("/inbox-pull", "path=" + Uri.EscapeDataString(folder.Put("message.jwe", message)), "/inbox");
        Assert.Contains("1 in = 1 kept + 0 here before + 0 left out.", WebUtility.HtmlDecode(await _host.GetAsync("/inbox")), StringComparison.Ordinal);
        Assert.Contains("From afar.", await _host.GetAsync("/message/7"), StringComparison.Ordinal);

        Assert.Contains("Location: /inbox", await UploadAsync("/inbox-upload", "export.csv", $"blob,ip\r\n\"{message.Replace("\"", "\"\"", StringComparison.Ordinal)}\",203.0.113.7\r\nspam,203.0.113.8\r\n"), StringComparison.Ordinal);
        Assert.Contains("2 in = 0 kept + 1 here before + 1 left out.", WebUtility.HtmlDecode(await _host.GetAsync("/inbox")), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(_host.Location.Folder, UploadedArchive.FolderName)));
        Assert.Contains("There is no file or folder", await SaidAfterAsync("/inbox-pull", "path=%2Fno%2Fsuch"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 403", await UploadAsync("/inbox-upload", "export.csv", "blob\r\n", proof: "wrong"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_from_the_browser_is_taken_in_and_never_lies_on_the_disk()
    {
        await UnlockAsync();
        var answer = await UploadAsync("/guest-upload", "my letter.md", "# Our watch\n\nOf the lamp, by hand.\n");
        var address = Location().Match(answer).Groups[1].Value;
        Assert.Contains("Of the lamp, by hand.", await _host.GetAsync(address), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_host.Location.Folder, UploadedArchive.FolderName)));
        Assert.Contains("Location: /guests", await UploadAsync("/guest-upload", "x.rtf", "{\\rtf1 words}"), StringComparison.Ordinal);
        Assert.Contains("RTF", await _host.GetAsync("/guests"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 403", await UploadAsync("/guest-upload", "x.md", "words", proof: "wrong"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 413", await UploadAsync("/guest-upload", "x.md", "words", length: 200_000_000), StringComparison.Ordinal);
        Assert.Equal(1, await _host.AfterwardsAsync(store => store.Guests.List().Count));
    }

    [Fact]
    public async Task Words_show_only_while_the_sealed_part_is_open_and_to_editors()
    {
        Assert.Contains("6 wait", await _host.GetAsync("/inbox"), StringComparison.Ordinal);
        var locked = await _host.GetAsync("/message/1");
        Assert.Contains("locked", locked, StringComparison.Ordinal);
        Assert.DoesNotContain("Quillfeather", locked, StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 404", await _host.GetAsync("/message-picture/1-1"), StringComparison.Ordinal);
        await PostAsync("/unlock", "passphrase=" + Uri.EscapeDataString(GuestScreensTests.Words) + "&back=/message/1", "/message/1");
        Assert.Contains(Secret, await _host.GetAsync("/message/1"), StringComparison.Ordinal);
        Assert.Contains("6 new messages", await _host.GetAsync("/"), StringComparison.Ordinal);
        foreach (var rights in new[] { SessionRights.ReadOnly, new SessionRights("Quiet Harbour", IsReadOnly: false) })
        {
            await _host.EnterAsync(rights);
            Assert.Contains("for editors", await _host.GetAsync("/message/1"), StringComparison.Ordinal);
            Assert.DoesNotContain("Quillfeather", await _host.GetAsync("/message/1"), StringComparison.Ordinal);
            Assert.StartsWith("HTTP/1.1 404", await _host.GetAsync("/message-picture/1-1"), StringComparison.Ordinal);
            foreach (var (path, form) in new[] { ("/inbox-take", "n=1"), ("/inbox-take", "n=3"), ("/inbox-reply", "n=1&note=x"), ("/inbox-delete", "n=1&sure=yes"), ("/inbox-pull", "path=%2Ftmp") })
            {
                Assert.DoesNotContain("Quillfeather", await _host.PostAsync(path, form), StringComparison.Ordinal);
            }
        }

        Assert.Equal((0, 0, 2), await _host.AfterwardsAsync(store => (store.Submissions.List().Count(row => row.Done is not null), store.Guests.List().Count, new DirectoryInfo(_host.Blog.Input).GetFileSystemInfos().Length + 1)));
    }

    [Theory]
    [InlineData("/inbox-pull", "path=%2Ftmp")]
    [InlineData("/inbox-take", "n=1")]
    [InlineData("/inbox-reply", "n=1&note=x")]
    [InlineData("/inbox-delete", "n=1&sure=yes")]
    [InlineData("/guest-picture", "guest=x&picture=1&words=x")]
    public async Task A_write_without_its_proof_is_refused_and_reading_its_address_does_nothing(string path, string form)
    {
        await UnlockAsync();
        Assert.StartsWith("HTTP/1.1 403", await _host.PostAsync(path, form, proof: "wrong"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 403", await _host.PostAsync(path, form, "Origin: http://evil.example\r\nSec-Fetch-Site: cross-site\r\n"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 404", await _host.GetAsync(path), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 404", await _host.GetAsync("/message/99"), StringComparison.Ordinal);
        Assert.Equal(6, await _host.AfterwardsAsync(store => store.Submissions.List().Count(row => row.Done is null)));
    }

    [Theory]
    [InlineData("/inbox-take", "n=99", "Choose what is to be taken")]
    [InlineData("/inbox-take", "n=1&n=2", "Only comments are taken together")]
    [InlineData("/inbox-take", "n=4", "Choose a kind")]
    [InlineData("/inbox-take", "n=5", "Nothing can be made of this message")]
    [InlineData("/inbox-take", "n=6", "was not taken as a guest")]
    [InlineData("/inbox-take", "", "Choose what is to be taken")]
    [InlineData("/inbox-delete", "n=99&sure=yes", "There is no submission 99")]
    public async Task What_cannot_be_done_is_said_and_nothing_is(string path, string form, string says)
    {
        await UnlockAsync();
        Assert.Contains(says, await SaidAfterAsync(path, form), StringComparison.Ordinal);
        Assert.Equal(6, await _host.AfterwardsAsync(store => store.Submissions.List().Count(row => row.Done is null)));
    }

    private static RandomNumberGenerator SubmissionRandom { get; } = RandomNumberGenerator.Create();

    private Task UnlockAsync() => PostAsync("/unlock", "passphrase=" + Uri.EscapeDataString(GuestScreensTests.Words), "/requests");

    private async Task<string> SaidAfterAsync(string path, string form)
    {
        await PostAsync(path, form);
        return WebUtility.HtmlDecode(await _host.GetAsync("/inbox"));
    }

    private async Task<string> PostAsync(string path, string form, string? address = null)
    {
        var answer = await _host.PostAsync(path, form);
        Assert.StartsWith("HTTP/1.1 303", answer, StringComparison.Ordinal);
        var target = Location().Match(answer).Groups[1].Value;
        Assert.Equal(address ?? target, target);
        return target;
    }

    /// <summary>A file as a browser sends it.</summary>
    private Task<string> UploadAsync(string path, string name, string content, string? proof = null, int? length = null)
    {
        var body = $"--b\r\nContent-Disposition: form-data; name=\"proof\"\r\n\r\n{proof ?? _host.Proof}\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: application/octet-stream\r\n\r\n{content}\r\n--b--\r\n";
        return _host.SendAsync(string.Create(CultureInfo.InvariantCulture,
            $"POST {path} HTTP/1.1\r\nHost: {_host.Own}\r\nCookie: {_host.Cookie}\r\nOrigin: http://{_host.Own}\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: {length ?? Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}"));
    }

    [GeneratedRegex("Location: ([^\r]+)")]
    private static partial Regex Location();

    [GeneratedRegex("/media/[0-9a-f]{64}\\.jpg")]
    private static partial Regex Media();
}
