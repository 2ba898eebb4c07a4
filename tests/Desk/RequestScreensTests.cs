using System.Net;
using System.Text.RegularExpressions;
using Blog.Import;
using Blog.Model;
using Blog.Requests;
using Blog.Tests.Vault;
using Blog.Vault;

namespace Blog.Tests.Desk;

/// <summary>Requests in the console, by requests written by hand: what a form does, what it refuses, and what shows.</summary>
public sealed partial class RequestScreensTests : IAsyncLifetime
{
    private const string Note = "<script>alert(1)</script> Zebedee Quillfeather rang";

    private ConsoleHost _host = null!; // set before each test

    public async Task InitializeAsync() => _host = await ConsoleHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task A_request_is_kept_shown_worked_off_and_closed()
    {
        Assert.Contains("Nobody has asked", await _host.GetAsync("/requests"), StringComparison.Ordinal);
        var unit = await CommentAsync();
        var address = await AddAsync($"kind=defamation&received=2026-11-20T15%3A30&units={unit}");
        var queue = await _host.GetAsync("/requests");
        Assert.Contains("1 open, 0 of them overdue", queue, StringComparison.Ordinal);
        Assert.Contains("by 15:30 on Tuesday 24 November 2026", queue, StringComparison.Ordinal);
        Assert.Contains("1 request open", await _host.GetAsync("/"), StringComparison.Ordinal);

        var page = await _host.GetAsync(address);
        foreach (var words in new[] { "Notice of complaint", "Defamation (Operators of Websites) Regulations 2013", "not legal advice", "Comment", "info@archive.org", "Take it down now", "Rehearse the erasure", "Nothing in this letter confirms or denies" })
        {
            Assert.Contains(words, WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        }

        var request = address["/request/".Length..];
        await PostAsync("/request-step", $"request={request}&step=act&state=done", address + "#s-act");
        Assert.Contains("no clock runs", await _host.GetAsync("/requests"), StringComparison.Ordinal);
        await PostAsync("/request-step", $"request={request}&step=act&state=open", address + "#s-act");
        await PostAsync("/request-step", $"request={request}&step=no-such&state=done", address);
        Assert.Contains("has no such step", await _host.GetAsync(address), StringComparison.Ordinal);
        await PostAsync("/request-close", $"request={request}&do=close", "/requests");
        Assert.Contains("0 open, 0 of them overdue, 1 closed", await _host.GetAsync("/requests"), StringComparison.Ordinal);
        await PostAsync("/request-close", $"request={request}&do=reopen", address);
        Assert.Contains("1 open", await _host.GetAsync("/requests"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cites_a_text_of_a_request_is_shown_with_the_reason_and_added_by_a_button()
    {
        await _host.DisposeAsync();
        _host = await ConsoleHost.StartAsync(
        [
            .. ConsoleHost.Thread(),
            VaultFixture.Comment("x1", "p1", 30, text: "Seen by the kiln in the rain, so it was.") with { Published = At(11, 23) },
            VaultFixture.Comment("x2", "p1", 31, text: "My comment at 11:23 was about the rain.") with { Published = At(11, 40) },
        ]);
        var (citing, cited) = await _host.ReadAsync(store =>
        {
            var comments = store.Comments(store.Posts().Single().Row);
            return (comments.Single(comment => comment.SourceId == "x2").Handle.Hex, comments.Single(comment => comment.SourceId == "x1").Handle.Hex);
        });
        var address = await AddAsync($"kind=erasure&received=2026-11-20T15%3A30&units={cited}");
        var page = WebUtility.HtmlDecode(await _host.GetAsync(address));
        Assert.Contains("likely the same person's", page, StringComparison.Ordinal);
        Assert.Contains("<mark>11:23</mark>", page, StringComparison.Ordinal);

        await PostAsync("/request-note", $"request={address["/request/".Length..]}&units={citing}", address);
        Assert.DoesNotContain("likely the same person's", WebUtility.HtmlDecode(await _host.GetAsync(address)), StringComparison.Ordinal);
        Assert.Contains((await _host.ReadAsync(store => store.Requests.List()))[0].Units, handle => handle.Hex == citing);

        static ImportedTime At(int hour, int minute) => new(new DateTimeOffset(2015, 12, 16, hour, minute, 0, TimeSpan.Zero), DatePrecision.Minute);
    }

    [Theory]
    [InlineData("kind=nonsense&received=2026-11-20T15%3A30", "Choose a kind")]
    [InlineData("kind=erasure&received=soon", "Give day and time")]
    [InlineData("kind=erasure&received=2027-11-20T15%3A30", "not in the future")]
    [InlineData("kind=erasure&received=2026-11-20T15%3A30&units=zzzzzz", "No post or comment")]
    [InlineData("kind=erasure&received=2026-11-20T15%3A30&note=words", "no passphrase yet")]
    public async Task What_cannot_be_kept_is_said_and_nothing_is(string form, string says)
    {
        await PostAsync("/request-add", form, "/requests");
        var page = await _host.GetAsync("/requests");
        Assert.Contains(says, page, StringComparison.Ordinal);
        Assert.Contains("0 open", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/request-add")]
    [InlineData("/request-step")]
    [InlineData("/request-note")]
    [InlineData("/request-close")]
    [InlineData("/request-now")]
    [InlineData("/request-look")]
    [InlineData("/request-erase")]
    [InlineData("/unlock")]
    public async Task A_write_without_its_proof_is_refused_and_reading_its_address_does_nothing(string path)
    {
        var form = $"kind=erasure&received=2026-11-20T15%3A30&request={new string('0', 32)}&passphrase=x";
        Assert.StartsWith("HTTP/1.1 403", await _host.PostAsync(path, form, proof: "wrong"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 403", await _host.PostAsync(path, form, "Origin: http://evil.example\r\nSec-Fetch-Site: cross-site\r\n"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 404", await _host.GetAsync(path), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 404", await _host.GetAsync("/request/" + new string('0', 32)), StringComparison.Ordinal);
        Assert.Empty(await _host.ReadAsync(store => store.Requests.List()));
    }

    [Fact]
    public async Task Sealed_words_show_only_while_open_and_as_text()
    {
        await _host.ReadAsync(store =>
        {
            store.Sealed.Cost = 1000;
            using var passphrase = Passphrase.New("four words and more");
            store.Sealed.SetPassphrase(null, passphrase);
            return true;
        });

        await PostAsync("/unlock", "passphrase=wrong", "/requests");
        Assert.Contains("not the passphrase", await _host.GetAsync("/requests"), StringComparison.Ordinal);
        await PostAsync("/unlock", "passphrase=four+words+and+more", "/requests");
        var address = await AddAsync($"kind=victim&received=2026-11-20T15%3A30&note={Uri.EscapeDataString(Note)}");
        var page = await _host.GetAsync(address);
        Assert.Contains("Quillfeather", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        await _host.ReadAsync(store =>
        {
            store.Sealed.Lock();
            return true;
        });
        page = await _host.GetAsync(address);
        Assert.DoesNotContain("Quillfeather", page, StringComparison.Ordinal);
        Assert.Contains("they are locked", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Quillfeather", await _host.GetAsync("/audit-file") + await _host.GetAsync("/requests"), StringComparison.Ordinal);
        await PostAsync("/request-close", $"request={address["/request/".Length..]}&do=close&forget=yes", "/requests");
        Assert.Empty(await _host.ReadAsync(store => store.Sealed.List(SealedKind.Request)));
    }

    [Fact]
    public async Task A_text_is_taken_down_by_the_verb_and_erased_only_after_its_rehearsal()
    {
        var unit = await CommentAsync();
        var address = await AddAsync($"kind=erasure&received=2026-11-20T15%3A30&units={unit}");
        var request = address["/request/".Length..];
        await PostAsync("/request-now", $"request={request}", "/work");
        await FinishedAsync();
        var page = await _host.GetAsync(address);
        Assert.Contains(">withheld</span>", page, StringComparison.Ordinal);
        Assert.Contains(await _host.DecisionsAsync(), decision => decision.Action == DecisionAction.Withhold && decision.Unit?.Hex == unit);
        Assert.Equal(RequestStepState.Done, (await _host.ReadAsync(store => store.Requests.List()))[0].Steps["withhold"].State);

        await PostAsync("/request-look", $"request={request}", "/work");
        Assert.Contains("store: The private store", await FinishedAsync(), StringComparison.Ordinal);

        await PostAsync("/request-erase", $"request={request}&do=erase&sure=yes", address);
        Assert.Contains("Rehearse the erasure of these texts first", await _host.GetAsync(address), StringComparison.Ordinal);
        await PostAsync("/request-erase", $"request={request}&do=rehearse", "/work");
        Assert.Contains("Nothing was changed", await FinishedAsync(), StringComparison.Ordinal);
        Assert.Contains("There is no way back", await _host.GetAsync(address), StringComparison.Ordinal);
        await PostAsync("/request-erase", $"request={request}&do=erase", address);
        Assert.Contains("Tick that you are sure", await _host.GetAsync(address), StringComparison.Ordinal);

        // The rehearsal was of other texts than these: not of what was added since.
        var other = await _host.ReadAsync(store => store.Units().Last(each => each.CommentRow is not null && each.Handle.Hex != unit).Handle.Hex);
        await PostAsync("/request-note", $"request={request}&units={other}", address);
        await PostAsync("/request-erase", $"request={request}&do=erase&sure=yes", address);
        Assert.Contains("first", await _host.GetAsync(address), StringComparison.Ordinal);
        await PostAsync("/request-erase", $"request={request}&do=rehearse", "/work");
        await FinishedAsync();
        await PostAsync("/request-erase", $"request={request}&do=erase&sure=yes", "/work");
        Assert.Contains("Erased.", await FinishedAsync(), StringComparison.Ordinal);
        page = await _host.GetAsync(address);
        Assert.Contains("Evidence: erasure-", page, StringComparison.Ordinal);
        Assert.Contains(">erased</span>", page, StringComparison.Ordinal);
        Assert.Empty(await _host.ReadAsync(store => VaultVerifier.Verify(store, []).Faults));
    }

    private Task<string> CommentAsync() => _host.ReadAsync(store => store.Units().First(unit => unit.CommentRow is not null).Handle.Hex);

    private async Task<string> AddAsync(string form)
    {
        var answer = await _host.PostAsync("/request-add", form);
        var match = Location().Match(answer);
        Assert.True(match.Success && match.Groups["to"].Value.StartsWith("/request/", StringComparison.Ordinal), answer);
        return match.Groups["to"].Value;
    }

    private async Task PostAsync(string path, string form, string leadsTo)
    {
        var answer = await _host.PostAsync(path, form);
        Assert.StartsWith("HTTP/1.1 303", answer, StringComparison.Ordinal);
        Assert.Equal(leadsTo, Location().Match(answer).Groups["to"].Value);
    }

    /// <summary>What the run said, when it is over.</summary>
    private async Task<string> FinishedAsync()
    {
        for (var asked = 0; asked < 2400; asked++)
        {
            var page = WebUtility.HtmlDecode(await _host.GetAsync("/work"));
            if (page.Contains("data-working=\"no\"", StringComparison.Ordinal))
            {
                Assert.Contains("/request/", page, StringComparison.Ordinal);
                return page;
            }

            await Task.Delay(50);
        }

        throw new TimeoutException("The run does not end.");
    }

    [GeneratedRegex(@"\r\nLocation: (?<to>\S+)\r\n", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Location();
}
