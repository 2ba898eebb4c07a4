using System.Security.Cryptography;
using System.Text;
using Blog.Guests;
using Blog.Guests.Submissions;
using Blog.Moderate;
using Blog.Redact;
using Blog.Release;
using Blog.Source;
using Blog.Tests.Vault;
using Blog.Vault;
using Microsoft.Playwright;

namespace Blog.Tests.Browser;

/// <summary>One text all the way: typed into the static page, read from the inbox, amended, sent back by the code, agreed to in the browser, released, built and checked.</summary>
[Collection(nameof(SampleSiteCollection))]
public sealed class GuestJourneyTests(SampleSite sample) : IDisposable
{
    private const string Canary = "Zebedee Quillfeather";
    private const string Amended = "Somebody in charge told us to put the lamp out early. I would not.";

    private readonly VaultFixture _fixture = new();
    private readonly TemporaryFolder _export = new();

    public void Dispose()
    {
        _fixture.Dispose();
        _export.Dispose();
    }

    [Fact]
    public async Task From_the_form_to_the_published_page_and_one_changed_letter_stops_the_build()
    {
        await using var site = await SubmissionSite.StartAsync(sample.Browser);
        using var store = VaultStore.OpenOrCreate(_fixture.Location(), RandomNumberGenerator.Create(), TimeProvider.System);
        store.Sealed.Cost = 1000;
        using var passphrase = Passphrase.New("correct horse battery");
        store.Sealed.SetPassphrase(null, passphrase);
        store.Sealed.Unlock(passphrase, keep: false);
        var (inbox, guests, book) = (new Inbox(store), new GuestInbox(store, TimeProvider.System), new GuestBook(store, TimeProvider.System));

        // The writer: a text, and the seven words.
        var (page, _, requests) = await site.OpenAsync();
        await page.FillAsync("#submit-title", "What we were told");
        await page.FillAsync("#submit-text", $"{Canary} told us to put the lamp out early. I would not.");
        await page.ClickAsync("#submit-send");
        await Assertions.Expect(page.Locator("#submit-code")).ToBeVisibleAsync();
        var code = await page.InnerTextAsync("#submit-code");
        Assert.DoesNotContain(requests, request => (request.PostData ?? string.Empty).Contains("Quillfeather", StringComparison.Ordinal));

        // The editor: out of the inbox, amended, back by the code.
        var text = Pull(site, inbox);
        var guest = guests.TakeText(text, null, isNeutral: true);
        var draft = book.Open(guest).Draft;
        var (title, markdown, places) = GuestEdits.TakeOut(draft.Now, Canary, FindingKind.Person, "Somebody in charge");
        Assert.Equal((1, Amended), (places, markdown));
        book.Amend(guest, title, markdown);
        guests.AskByCode(guest, site.Blog, []);
        await site.BuildAsync();
        AssertNowhere(site.Blog.Root);

        // The writer reads it by the seven words and agrees.
        var (later, _, _) = await site.OpenAsync();
        await later.FillAsync("#submit-your-code", code);
        await later.ClickAsync("#submit-look");
        await Assertions.Expect(later.Locator("#submit-reply-text")).ToHaveTextAsync(Amended);
        Assert.Contains("What could still tell", (await later.InnerTextAsync("#submit-reply-note")).Replace("What could tell", "What could still tell", StringComparison.Ordinal), StringComparison.Ordinal);
        await Assertions.Expect(later.Locator("#submit-terms")).ToBeHiddenAsync();
        await later.SelectOptionAsync("#submit-answer", "yes");
        await Assertions.Expect(later.Locator("#submit-terms")).ToBeVisibleAsync();
        await later.FillAsync("#submit-until", "2020-01-01");
        await later.ClickAsync("#submit-answer-send");
        await Assertions.Expect(later.Locator("#submit-reply-status")).ToContainTextAsync("is over");
        await later.SelectOptionAsync("#submit-scope", "extracts");
        await later.SelectOptionAsync("#submit-comments", "closed");
        await later.FillAsync("#submit-until", "2089-05-01");
        await later.ClickAsync("#submit-answer-send");
        await Assertions.Expect(later.Locator("#submit-reply-status")).ToHaveTextAsync("Encrypted and sent.");

        // The editor: recorded, published, released, built, checked.
        guests.TakeAnswer(Pull(site, inbox), null);
        Assert.Equal(new ConsentTerms(ConsentScope.Extracts, new DateOnly(2089, 5, 1), OpenComments: false, KeepOriginal: false), book.Open(guest).Draft.Consents[^1].Terms);
        book.Publish(guest, new GuestPlace(new DateOnly(2026, 11, 20), null, []));
        var reader = new BlogReader(site.Blog);
        Assert.Equal(1, Releaser.Run(store, site.Blog, reader.ReadSettings(), new ReleaseOptions(false, null, false, [], UnfinishedPolicy.Release), null, CancellationToken.None).Posts);
        await site.BuildAsync();
        var file = reader.ListPosts().Single(each => reader.ReadPost(each).Body == Amended);
        var published = await site.Context.NewPageAsync();
        await published.GotoAsync(site.Server.Address + reader.ReadPost(file).FrontMatter.Url);
        Assert.Contains(Amended, await published.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("2089", await published.ContentAsync(), StringComparison.Ordinal); // the last day is shown to nobody
        Assert.Equal(0, await published.Locator("#submit").CountAsync()); // its writer wants no comments
        AssertNowhere(site.Blog.Root);
        store.EmptyLog();
        AssertNowhere(_fixture.Location().Folder);

        // One letter after consent.
        var path = site.Blog.InputFile(file.Path);
        File.WriteAllText(path, File.ReadAllText(path).Replace("I would not.", "I would now.", StringComparison.Ordinal));
        var refused = await Assert.ThrowsAsync<SourceException>(site.BuildAsync);
        Assert.Contains("not the one its writer agreed to", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>The host's store of forms, as a folder of messages; gives the number of what is new in it.</summary>
    private long Pull(SubmissionSite site, Inbox inbox)
    {
        var before = inbox.List().Count;
        var blobs = site.Blobs();
        for (var i = 0; i < blobs.Count; i++)
        {
            _export.Put($"message-{i}.jwe", blobs[i]);
        }

        var report = inbox.Pull(new SubmissionExport(_export.Root), site.Editor);
        Assert.Equal((blobs.Count, before), (report.Kept.Values.Sum() + report.Repeated, report.Repeated));
        return inbox.List().Max(row => row.Number);
    }

    private static void AssertNowhere(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(path => Path.GetFileName(path) != "vault.lock"))
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes("uillfeather")) < 0, "It lies in " + Path.GetFileName(path));
        }
    }
}
