using Blog.Desk.Access;
using Blog.Vault;

namespace Blog.Tests.Desk;

/// <summary>Browsers beside that of who started the console: one that looks on, one with another pen name and role.</summary>
public sealed class ConsoleSessionsTests
{
    /// <summary>Every address that takes a write.</summary>
    public static TheoryData<string> Writes => ["/decide", "/words", "/accept", "/withhold", "/undo", "/search", "/keys", "/stop", "/import", "/upload", "/preview", "/publish", "/anything-later"];

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task Who_looks_on_can_send_nothing(string path)
    {
        var unit = string.Empty;
        await using var host = await ConsoleHost.StartAsync(enter: false, prepare: store => unit = store.Posts().First().Handle.Hex);
        await host.EnterAsync(SessionRights.ReadOnly);

        var answer = await host.PostAsync(path, $"unit={unit}&scope=text&words=kiln&do=redact&start=0&length=3&path=/tmp/x");

        Assert.StartsWith("HTTP/1.1 403", answer, StringComparison.Ordinal);
        Assert.True(await host.AfterwardsAsync(store => store.Decisions.List().Count + store.Released.Runs().Count == 0));
    }

    [Fact]
    public async Task A_console_without_a_terminal_waits_until_nobody_has_asked_for_long()
    {
        await using var host = await ConsoleHost.StartAsync([]);
        host.Time.Pass(TimeSpan.FromHours(5));
        await host.GetAsync("/keys");
        var ends = host.Server.WaitUntilIdleAsync(TimeSpan.FromMilliseconds(1), CancellationToken.None); // the clock stands still, so not even this passes
        await host.GetAsync("/keys");
        Assert.False(ends.IsCompleted);

        host.Time.Pass(TimeSpan.FromHours(5));
        await ends.WaitAsync(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Who_looks_on_sees_every_screen_and_is_told()
    {
        var post = string.Empty;
        await using var host = await ConsoleHost.StartAsync(enter: false, prepare: store => post = store.Posts().First().Handle.Hex);
        await host.EnterAsync(SessionRights.ReadOnly);
        foreach (var path in (string[])["/", "/terms", "/held", "/threads", "/history", "/audit", "/keys", "/search", $"/thread/{post}", $"/history/{post}"])
        {
            var answer = await host.GetAsync(path);
            Assert.StartsWith("HTTP/1.1 200", answer, StringComparison.Ordinal);
            Assert.Contains("You look on", answer, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_second_person_decides_under_their_own_pen_name_and_the_first_under_theirs()
    {
        var (unit, own) = (string.Empty, string.Empty);
        await using var host = await ConsoleHost.StartAsync(enter: false, prepare: store => (unit, own) = (store.Posts().First().Handle.Hex, store.Actor));
        await host.EnterAsync(new SessionRights("Quiet Harbour", false));
        Assert.StartsWith("HTTP/1.1 200", await host.PostAsync("/accept", $"unit={unit}"), StringComparison.Ordinal);
        await host.EnterAsync();
        Assert.StartsWith("HTTP/1.1 200", await host.PostAsync("/withhold", $"unit={unit}&scope=text"), StringComparison.Ordinal);

        Assert.Equal(["Quiet Harbour", own], await host.AfterwardsAsync(store => store.Decisions.List().Select(decision => decision.Actor).ToList()));
    }

    [Fact]
    public async Task A_moderator_decides_in_the_console_publishes_nothing_and_does_not_set_the_tagger()
    {
        var unit = string.Empty;
        await using var host = await ConsoleHost.StartAsync(enter: false, prepare: store =>
        {
            using var transaction = store.BeginTransaction();
            store.Roles.Give(store.Actor, PersonRole.Editor);
            store.Roles.Give("Quiet Harbour", PersonRole.Moderator);
            transaction.Commit();
            unit = store.Posts().First().Handle.Hex;
        });
        await host.EnterAsync(new SessionRights("Quiet Harbour", false));
        Assert.StartsWith("HTTP/1.1 200", await host.PostAsync("/accept", $"unit={unit}"), StringComparison.Ordinal);
        Assert.Contains("<fieldset disabled", await host.GetAsync("/tagger"), StringComparison.Ordinal);
        Assert.DoesNotContain("HTTP/1.1 200", await host.PostAsync("/tagger", "mode=guard&back=tagger"), StringComparison.Ordinal); // a form written by hand
        Assert.False(await host.ReadAsync(store => store.Tagger.Guards));
        await host.PostAsync("/preview", string.Empty);
        var said = string.Empty;
        while (!said.Contains("for an editor", StringComparison.Ordinal) && !said.Contains("pages are ready", StringComparison.Ordinal))
        {
            said = await host.GetAsync("/work");
        }

        Assert.Contains("for an editor", said, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(host.Blog.Input, "posts")));

        await host.EnterAsync(); // an editor
        Assert.DoesNotContain("<fieldset disabled", await host.GetAsync("/tagger"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 403", await host.PostAsync("/tagger", "mode=guard&back=tagger", proof: "wrong"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 403", await host.PostAsync("/tagger", "mode=guard&back=tagger", "Origin: https://elsewhere.example\r\nSec-Fetch-Site: cross-site\r\n"), StringComparison.Ordinal);
        Assert.False(await host.ReadAsync(store => store.Tagger.Guards));
        Assert.StartsWith("HTTP/1.1 200", await host.PostAsync("/tagger", "mode=guard&back=tagger"), StringComparison.Ordinal);
        Assert.Contains("value=\"guard\" checked", await host.GetAsync("/tagger"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 200", await host.PostAsync("/tagger", "mode=suggest&back=tagger"), StringComparison.Ordinal);
        Assert.Equal(["tagger-guards", "tagger-suggests"], await host.ReadAsync(store => store.Audit.List().Select(entry => VaultWords.Of(entry.Verb)).Where(verb => verb.StartsWith("tagger-", StringComparison.Ordinal)).ToList()));
    }

    [Fact]
    public async Task A_link_lets_in_with_its_own_rights_and_once()
    {
        await using var host = await ConsoleHost.StartAsync(enter: false);
        var link = new Uri(host.Server.NewLink(SessionRights.ReadOnly)).PathAndQuery;
        Assert.StartsWith("HTTP/1.1 303", await host.SendAsync($"GET {link} HTTP/1.1\r\nHost: {host.Own}\r\nConnection: close\r\n\r\n"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 403", await host.SendAsync($"GET {link} HTTP/1.1\r\nHost: {host.Own}\r\nConnection: close\r\n\r\n"), StringComparison.Ordinal);
    }
}
