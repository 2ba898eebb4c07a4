using System.Security.Cryptography;
using Blog.Guests;
using Blog.Import;
using Blog.Model;
using Blog.Moderate;
using Blog.Redact;
using Blog.Release;
using Blog.Requests;
using Blog.Source;
using Blog.Tests.Vault;
using Blog.Vault;
using Blog.Vault.Guests;

namespace Blog.Tests.Guests;

/// <summary>A daily job keeps guests' days and does nothing else: what is merely ready waits for a person.</summary>
public sealed class DueReleaseTests : IDisposable
{
    private readonly VaultFixture _fixture = new();
    private readonly ManualTime _time = new() { Now = new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero) };
    private readonly BlogFolder _folder;
    private readonly VaultStore _store;
    private readonly GuestBook _book;

    public DueReleaseTests()
    {
        _folder = _fixture.SmallBlog();
        _store = _fixture.OpenUnlocked(_time);
        _book = new GuestBook(_store, _time);
    }

    public void Dispose()
    {
        _store.Dispose();
        _fixture.Dispose();
    }

    [Fact]
    public void Guests_texts_appear_and_leave_on_their_days_and_nothing_else_moves()
    {
        VaultFixture.TakeIn(_store, VaultFixture.Archive(), VaultFixture.Post("p1", 0, "An old post."));
        var first = Publish("First letter", _book.Today.AddDays(2), _book.Today.AddDays(10));
        Publish("Second letter", _book.Today, until: null);
        var appearing = Due();
        Assert.Equal([_book.Today, _book.Today.AddDays(2), _book.Today.AddDays(10)], appearing.Select(item => item.Day));
        Assert.Equal([true, false, false], appearing.Select(item => item.IsOverdue));

        Assert.Single(ReleaseDue().Written);
        Assert.Equal(["Second letter"], Titles());
        Assert.Equal(2, Due().Count);
        Assert.Empty(ReleaseDue().Written); // once

        _time.Pass(TimeSpan.FromDays(2));
        Assert.Empty(Release(new ReleaseOptions(true, null, false, [], DueOnly: true)).Removed);
        ReleaseDue();
        Assert.Equal(["First letter", "Second letter"], Titles());
        Assert.Equal(1, Release(new ReleaseOptions(false, null, false, [])).Written.Count); // the old post waited for this
        Assert.Equal(3, Titles().Count);
        Assert.False(Assert.Single(Due()).IsOverdue); // the end of the first

        _time.Pass(TimeSpan.FromDays(9));
        Assert.Contains(first.Hex[..VaultHandle.ShownDigits], Assert.Single(Due(), item => item.IsOverdue).What, StringComparison.Ordinal);
        Assert.Single(ReleaseDue().Removed);
        Assert.DoesNotContain("First letter", Titles());
        Assert.Equal(2, Titles().Count);
        Assert.Empty(Due());
    }

    [Fact]
    public void What_its_writer_took_back_is_overdue_until_it_is_gone()
    {
        var guest = Publish("Letter", _book.Today, until: null);
        ReleaseDue();
        _book.Withdraw(guest);
        Assert.True(Assert.Single(Due()).IsOverdue);
        Release(new ReleaseOptions(true, null, false, [], DueOnly: true));
        Assert.Equal(["Letter"], Titles()); // a dry run takes nothing away
        ReleaseDue();
        Assert.Empty(Titles());
        Assert.Empty(Due());
    }

    [Fact]
    public void A_text_that_got_another_id_when_something_was_taken_out_of_it_leaves_on_its_day_too()
    {
        Publish("Letter", _book.Today, _book.Today.AddDays(3));
        ReleaseDue();
        new Moderation(_store, _store.Actor, _time).Term(new TermRequest { Action = DecisionAction.Redact, Term = "close cases", Kind = FindingKind.CaseDetail, Scope = DecisionScope.Everywhere });
        Release(new ReleaseOptions(false, null, false, []));
        var released = new BlogReader(_folder);
        Assert.NotEqual(_store.Posts().Single().PublicId, released.ReadPost(Assert.Single(released.ListPosts())).FrontMatter.Id);
        Assert.False(Assert.Single(Due()).IsOverdue); // the end, and no second appearance
        Assert.Empty(ReleaseDue().Written);
        _time.Pass(TimeSpan.FromDays(4));
        ReleaseDue();
        Assert.Empty(Titles());
    }

    [Fact]
    public void A_release_of_another_post_settles_nothing()
    {
        VaultFixture.TakeIn(_store, VaultFixture.Archive(), VaultFixture.Post("p1", 0, "An old post."));
        Publish("Letter", _book.Today, until: null);
        var other = _store.Posts().Single(post => post.SourceFormat != GuestTable.Source);
        Release(new ReleaseOptions(false, other.PublicId.Value, false, []));
        Assert.True(Assert.Single(Due()).IsOverdue);
    }

    private VaultHandle Publish(string title, DateOnly day, DateOnly? until)
    {
        var guest = _book.Add(new GuestArrival(title, "Last week a manager told us to close cases."));
        _book.Ask(guest);
        _book.Answer(guest, ConsentAnswer.Yes, _book.Today, new ConsentTerms(ConsentScope.Whole, until, OpenComments: false, KeepOriginal: false));
        _book.Publish(guest, new GuestPlace(day, null, []));
        return guest;
    }

    private IReadOnlyList<DueItem> Due() => DueList.Of(_store, ReleasedPosts.Standing(_store), _time);

    private ReleaseReport ReleaseDue() => Release(new ReleaseOptions(false, null, false, [], DueOnly: true));

    private ReleaseReport Release(ReleaseOptions options) => Releaser.Run(_store, _folder, new BlogReader(_folder).ReadSettings(), options, null, CancellationToken.None);

    private List<string> Titles()
    {
        var reader = new BlogReader(_folder);
        return [.. reader.ListPosts().Select(reader.ReadPost).Select(post => post.FrontMatter.Title ?? string.Empty).Order(StringComparer.Ordinal)];
    }
}
