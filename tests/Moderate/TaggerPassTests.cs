using Blog.Model;
using Blog.Moderate;
using Blog.Redact;
using Blog.Redact.Tagging;
using Blog.Tests.Vault;
using Blog.Vault;
using static Blog.Tests.Vault.VaultFixture;

namespace Blog.Tests.Moderate;

/// <summary>What the tagger has read and what not is always known, and where it guards nothing that it has not read goes out.</summary>
public sealed class TaggerPassTests : IDisposable
{
    private const string Telling = "She went to work for Quillfeather Systems Ltd after that.";

    private static readonly SiteSettings Settings = new() { Title = "T", Address = "https://archive.example" };

    private readonly VaultFixture _fixture = new();
    private readonly VaultStore _store;

    public TaggerPassTests()
    {
        _store = _fixture.Open();
        TakeIn(_store, [Archive(), Post("1", 0, "It rained."), Comment("10", "1", 1, text: Telling), Post("2", 2, "It snowed."), Comment("20", "2", 3, text: "So it did.")]);
    }

    public void Dispose()
    {
        _store.Dispose();
        _fixture.Dispose();
    }

    [Fact]
    public void After_an_import_every_text_counts_as_not_read_and_after_a_run_none()
    {
        var pass = new TaggerPass(_store, Settings);
        Assert.Equal(4, pass.Remaining);

        pass.Run((_, _) => { }, CancellationToken.None);

        Assert.Equal((0, 0), (pass.Remaining, new TaggerPass(_store, Settings).Remaining));
        Assert.Contains(Review("10").Findings, found => found.Finding is { Recognizer: TextTagger.Name, IsNearMiss: true });
    }

    [Fact]
    public void A_run_that_was_cut_off_goes_on_where_it_was()
    {
        using var stop = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => new TaggerPass(_store, Settings).Run((done, _) => { if (done > 0) { stop.Cancel(); } }, stop.Token));

        Assert.Equal(2, new TaggerPass(_store, Settings).Remaining);
    }

    [Fact]
    public void A_new_or_changed_text_has_its_thread_read_again_and_no_other()
    {
        Run();
        TakeIn(_store, [Archive(), Post("2", 2, "It snowed all day."), Comment("21", "2", 4, text: "And all night.")]);

        var pass = new TaggerPass(_store, Settings);

        Assert.Equal(2, pass.Remaining);
        Assert.Equal(_store.Posts().Single(post => post.SourceId == "2").Row, pass.Next());
    }

    [Fact]
    public void Under_guard_a_text_waits_until_it_was_read_and_then_for_a_person()
    {
        Run();
        Guard();
        Assert.Equal((ReviewState.Held, false), (Review("10").State, Review("10").IsRead));
        Assert.Equal((ReviewState.Held, false), (Review("20").State, Review("20").IsRead));

        Run();

        Assert.Equal((ReviewState.Held, true), (Review("10").State, Review("10").IsRead));
        Assert.Equal((ReviewState.Ready, true), (Review("20").State, Review("20").IsRead));
        var post = _store.Posts().First();
        new Moderation(_store, _store.Actor, TimeProvider.System).Accept(new UnitPlace(post, _store.Comments(post.Row)[0]));
        Assert.Equal(ReviewState.Ready, Review("10").State);
    }

    [Fact]
    public void What_is_published_is_judged_without_suggestions_and_with_what_guard_found()
    {
        Run();
        Assert.Equal(ReviewState.Ready, Review("10", FindingCatalogue.Keeping(_store, Settings)).State);
        Guard();
        Assert.Equal(ReviewState.Held, Review("20", FindingCatalogue.Keeping(_store, Settings)).State);
        Run();
        Assert.Equal((ReviewState.Held, ReviewState.Ready), (Review("10", FindingCatalogue.Keeping(_store, Settings)).State, Review("20", FindingCatalogue.Keeping(_store, Settings)).State));
    }

    [Fact]
    public void Only_an_editor_sets_the_mode_and_the_audit_says_so()
    {
        Guard();
        Assert.Contains(_store.Audit.List(), entry => entry.Verb == AuditVerb.TaggerGuards);
        using var transaction = _store.BeginTransaction();
        _store.Roles.Give(_store.Actor, PersonRole.Editor);
        _store.Roles.Give("Quiet Kettle", PersonRole.Moderator);
        _store.Actor = "Quiet Kettle";
        Assert.Throws<VaultException>(() => _store.Tagger.SetGuards(false));
    }

    private void Run() => new TaggerPass(_store, Settings).Run((_, _) => { }, CancellationToken.None);

    private void Guard()
    {
        using var transaction = _store.BeginTransaction();
        _store.Tagger.SetGuards(true);
        transaction.Commit();
    }

    private TextReview Review(string comment, FindingCatalogue? catalogue = null)
    {
        using var transaction = _store.BeginTransaction();
        foreach (var post in _store.Posts())
        {
            var comments = _store.Comments(post.Row);
            if (comments.FirstOrDefault(each => each.SourceId == comment) is { } asked)
            {
                return VaultReview.Reviewer(_store, Settings, catalogue ?? FindingCatalogue.Reading(_store, Settings)).Review(post, comments).Comments[asked.Row];
            }
        }

        throw new InvalidOperationException("No such comment.");
    }
}
