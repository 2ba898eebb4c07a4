using System.Net;
using System.Text.RegularExpressions;
using Blog.Desk.Access;
using Blog.Guests;
using Blog.Tests.Vault;
using Blog.Vault;
using Blog.Vault.Guests;

namespace Blog.Tests.Desk;

/// <summary>Guests' texts in the console, by requests written by hand: what a form does, what it refuses, who reads it.</summary>
public sealed partial class GuestScreensTests : IAsyncLifetime
{
    internal const string Words = "four words and more";

    private const string Secret = "Zebedee Quillfeather";

    private ConsoleHost _host = null!; // set before each test
    private VaultHandle _open;
    private VaultHandle _agreed;

    public async Task InitializeAsync() => _host = await ConsoleHost.StartAsync(prepare: store => // before the console reads it in the background
    {
        (_open, _agreed) = Prepare(store, new ManualTime());
        using var transaction = store.BeginTransaction();
        store.Roles.Give(store.Actor, PersonRole.Editor);
        store.Roles.Give("Quiet Harbour", PersonRole.Moderator);
        transaction.Commit();
    });

    public async Task DisposeAsync() => await _host.DisposeAsync();

    /// <summary>Two guests' texts in a store: one with much to find, and one that its writer agreed to. Leaves the sealed part locked.</summary>
    internal static (VaultHandle Open, VaultHandle Agreed) Prepare(VaultStore store, TimeProvider time)
    {
        store.Sealed.Cost = 1000;
        using var passphrase = Passphrase.New(Words);
        store.Sealed.SetPassphrase(null, passphrase);
        store.Sealed.Unlock(passphrase, keep: false);
        var book = new GuestBook(store, time);
        var open = book.Add(new GuestArrival("A letter", $"Margaret Dunwoody and {Secret} <script>alert(1)</script> told us, in {ConsoleHost.Phone}. I am 47 and have worked there for 17 years.") { Sender = "a@x.justice.gov.uk", Hidden = [new HiddenWords("Comment", "by whom")] });
        var agreed = book.Add(new GuestArrival("Another letter", "Nothing to be found here.") { Sender = "a@example.org" });
        book.Ask(agreed);
        book.Answer(agreed, ConsentAnswer.Yes, book.Today, new ConsentTerms(ConsentScope.Whole, null, OpenComments: true, KeepOriginal: true));
        store.Sealed.Lock();
        return (open, agreed);
    }

    [Fact]
    public async Task A_text_is_taken_in_amended_asked_about_answered_and_published()
    {
        await UnlockAsync();
        var address = await PostAsync("/guest-add", $"title=From+here&text={Uri.EscapeDataString(Secret + " of  the yard told us... \n\nI am 47.")}&sender=somebody");
        var guest = address["/guest/".Length..];
        var page = WebUtility.HtmlDecode(await _host.GetAsync(address));
        Assert.Contains("the yard", page, StringComparison.Ordinal);
        Assert.Contains("suggested by the tagger", page, StringComparison.Ordinal);
        Assert.Contains("The trained tagger:", page, StringComparison.Ordinal);
        Assert.Contains("say \"in their forties\"", page.Replace("in my forties", "in their forties", StringComparison.Ordinal), StringComparison.Ordinal);

        await PostAsync("/guest-out", $"guest={guest}&words={Uri.EscapeDataString(Secret)}&kind=person", address);
        page = WebUtility.HtmlDecode(await _host.GetAsync(address));
        Assert.Contains("Taken out in 1 place.", page, StringComparison.Ordinal);
        Assert.Contains("<span class=\"redacted\" data-kind=\"person\">[person]</span>", page, StringComparison.Ordinal);
        await PostAsync("/guest-do", $"guest={guest}&do=undo", address);
        Assert.DoesNotContain("data-kind=\"person\"", await _host.GetAsync(address), StringComparison.Ordinal);
        await PostAsync("/guest-amend", $"guest={guest}&title=Agreed&text=Somebody+told+us.", address);

        Assert.DoesNotContain("/guest-publish", await _host.GetAsync(address), StringComparison.Ordinal);
        await PostAsync("/guest-publish", $"guest={guest}", address); // a form written by hand
        Assert.Contains("has not agreed", await _host.GetAsync(address), StringComparison.Ordinal);
        await PostAsync("/guest-do", $"guest={guest}&do=ask", address);
        await PostAsync("/guest-answer", $"guest={guest}&answer=yes&scope=whole&original=destroy", address);
        Assert.Contains("/guest-publish", await _host.GetAsync(address), StringComparison.Ordinal);
        await PostAsync("/guest-publish", $"guest={guest}&series=Guest+Blog", address);
        Assert.Contains("goes out from", await _host.GetAsync("/guests"), StringComparison.Ordinal);
        var (row, post) = await _host.AfterwardsAsync(store => (store.Guests.List().Single(each => each.Handle.Hex == guest), store.Posts().Single(each => each.SourceFormat == GuestTable.Source)));
        Assert.Equal(GuestState.Published, row.State);
        var today = DateOnly.FromDateTime(_host.Time.GetUtcNow().UtcDateTime);
        Assert.InRange(row.Appears!.Value, today.AddDays(1), today.AddDays(GuestPlace.DrawnWithin));
        Assert.Equal("Somebody told us.", post.Markdown);
    }

    [Fact]
    public async Task The_page_for_the_writer_is_a_file_and_no_mail_is_made_for_a_work_address()
    {
        var (open, agreed) = (_open, _agreed);
        await UnlockAsync();
        var answer = await _host.PostAsync("/guest-page", "guest=" + open.Hex);
        Assert.Contains("filename=\"to-read.html\"", answer, StringComparison.Ordinal);
        Assert.Contains("What could still tell somebody that it is you", answer, StringComparison.Ordinal);
        var page = WebUtility.HtmlDecode(await _host.GetAsync("/guest/" + open.Hex));
        Assert.Contains("It came from a work address (it ends in justice.gov.uk)", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Something to read", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", await _host.GetAsync("/guest/" + open.Hex), StringComparison.Ordinal);
        Assert.Contains("Something to read", await _host.GetAsync("/guest/" + agreed.Hex), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_show_only_while_the_sealed_part_is_open()
    {
        var open = _open;
        var locked = await _host.GetAsync("/guest/" + open.Hex);
        Assert.Contains("locked", locked, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, locked, StringComparison.Ordinal);
        Assert.DoesNotContain("Quillfeather", await _host.PostAsync("/guest-page", "guest=" + open.Hex), StringComparison.Ordinal);
        await UnlockAsync("&back=/guest/" + open.Hex, "/guest/" + open.Hex);
        Assert.Contains(Secret, await _host.GetAsync("/guest/" + open.Hex), StringComparison.Ordinal);
        Assert.Contains("1 guest's text on the way", WebUtility.HtmlDecode(await _host.GetAsync("/")).Replace("2 guest's texts on", "1 guest's text on", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_looks_on_and_who_is_a_moderator_reads_no_word_of_it()
    {
        var open = _open;
        await UnlockAsync();
        foreach (var rights in new[] { SessionRights.ReadOnly, new SessionRights("Quiet Harbour", IsReadOnly: false) })
        {
            await _host.EnterAsync(rights);
            var page = await _host.GetAsync("/guest/" + open.Hex);
            Assert.Contains("for editors", page, StringComparison.Ordinal);
            Assert.DoesNotContain("Quillfeather", page, StringComparison.Ordinal);
            foreach (var (path, form) in new[] { ("/guest-page", string.Empty), ("/guest-style", "&named=x"), ("/guest-out", "&words=told+us"), ("/guest-do", "&do=forget-sender") })
            {
                Assert.DoesNotContain("Quillfeather", await _host.PostAsync(path, $"guest={open.Hex}{form}"), StringComparison.Ordinal);
            }
        }

        await _host.EnterAsync();
        Assert.Contains("Destroy who sent it", await _host.GetAsync("/guest/" + open.Hex), StringComparison.Ordinal); // it is there still
    }

    [Theory]
    [InlineData("/guest-add")]
    [InlineData("/guest-file")]
    [InlineData("/guest-amend")]
    [InlineData("/guest-out")]
    [InlineData("/guest-say")]
    [InlineData("/guest-do")]
    [InlineData("/guest-page")]
    [InlineData("/guest-answer")]
    [InlineData("/guest-publish")]
    [InlineData("/guest-style")]
    public async Task A_write_without_its_proof_is_refused_and_reading_its_address_does_nothing(string path)
    {
        var open = _open;
        await UnlockAsync();
        var form = $"guest={open.Hex}&text=x&words=told+us&do=destroy-original&sure=yes&answer=yes";
        Assert.StartsWith("HTTP/1.1 403", await _host.PostAsync(path, form, proof: "wrong"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 403", await _host.PostAsync(path, form, "Origin: http://evil.example\r\nSec-Fetch-Site: cross-site\r\n"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 404", await _host.GetAsync(path), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 404", await _host.GetAsync("/guest/" + new string('0', 32)), StringComparison.Ordinal);
        Assert.Equal(2, await _host.AfterwardsAsync(store => store.Guests.List().Count));
    }

    [Theory]
    [InlineData("/guest-add", "title=x", "no text in it")]
    [InlineData("/guest-file", "path=%2Fno%2Fsuch%2Ffile.eml", "cannot be opened")]
    [InlineData("/guest-answer", "guest={0}&answer=perhaps", "Choose an answer")]
    [InlineData("/guest-answer", "guest={0}&answer=yes&on=soon", "A day is written")]
    [InlineData("/guest-out", "guest={0}&words=x", "at least 2 letters")]
    [InlineData("/guest-do", "guest={0}&do=destroy-original", "no such action")]
    public async Task What_cannot_be_done_is_said_and_nothing_is(string path, string form, string says)
    {
        var open = _open;
        await UnlockAsync();
        var address = await PostAsync(path, form.Replace("{0}", open.Hex, StringComparison.Ordinal));
        Assert.Contains(says, WebUtility.HtmlDecode(await _host.GetAsync(address)), StringComparison.Ordinal);
        Assert.Equal(2, await _host.AfterwardsAsync(store => store.Guests.List().Count));
    }

    private Task UnlockAsync(string back = "", string address = "/requests") => PostAsync("/unlock", "passphrase=" + Uri.EscapeDataString(Words) + back, address);

    private async Task<string> PostAsync(string path, string form, string? address = null)
    {
        var answer = await _host.PostAsync(path, form);
        Assert.StartsWith("HTTP/1.1 303", answer, StringComparison.Ordinal);
        var target = Location().Match(answer).Groups[1].Value;
        Assert.Equal(address ?? target, target);
        return target;
    }

    [GeneratedRegex("Location: ([^\r]+)")]
    private static partial Regex Location();
}
