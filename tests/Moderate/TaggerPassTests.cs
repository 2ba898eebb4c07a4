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

    private readonly TaggedStore _tagged = new(Post("1", 0, "It rained."), Comment("10", "1", 1, text: Telling), Post("2", 2, "It snowed."), Comment("20", "2", 3, text: "So it did."));

    private VaultStore Store => _tagged.Store;

    public void Dispose() => _tagged.Dispose();

    [Fact]
    public void After_an_import_every_text_counts_as_not_read_and_after_a_run_none()
    {
        var pass = _tagged.Pass();
        Assert.Equal(4, pass.Remaining);

        pass.Run((_, _) => { }, CancellationToken.None);

        Assert.Equal((0, 0), (pass.Remaining, _tagged.Pass().Remaining));
        Assert.Contains(Review("10").Findings, found => found.Finding is { Recognizer: TextTagger.Name, IsNearMiss: true });
    }

    [Fact]
    public void A_run_that_was_cut_off_goes_on_where_it_was()
    {
        using var stop = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => _tagged.Pass().Run((done, _) => { if (done > 0) { stop.Cancel(); } }, stop.Token));

        Assert.Equal(2, _tagged.Pass().Remaining);
    }

    [Fact]
    public void A_new_or_changed_text_has_its_thread_read_again_and_no_other()
    {
        Run();
        TakeIn(Store, [Archive(), Post("2", 2, "It snowed all day."), Comment("21", "2", 4, text: "And all night.")]);

        var pass = _tagged.Pass();

        Assert.Equal(2, pass.Remaining);
        Assert.Equal(Store.Posts().Single(post => post.SourceId == "2").Row, pass.Next());
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
        var post = Store.Posts().First();
        _tagged.Moderation.Accept(new UnitPlace(post, Store.Comments(post.Row)[0]));
        Assert.Equal(ReviewState.Ready, Review("10").State);
    }

    [Fact]
    public void What_is_published_is_judged_without_suggestions_and_with_what_guard_found()
    {
        Run();
        Assert.Equal(ReviewState.Ready, Review("10", FindingCatalogue.Keeping(Store, TaggedStore.Settings)).State);
        Guard();
        Assert.Equal(ReviewState.Held, Review("20", FindingCatalogue.Keeping(Store, TaggedStore.Settings)).State);
        Run();
        Assert.Equal((ReviewState.Held, ReviewState.Ready), (Review("10", FindingCatalogue.Keeping(Store, TaggedStore.Settings)).State, Review("20", FindingCatalogue.Keeping(Store, TaggedStore.Settings)).State));
    }

    [Fact]
    public void Only_an_editor_sets_the_mode_and_the_audit_says_so()
    {
        Guard();
        Assert.Contains(Store.Audit.List(), entry => entry.Verb == AuditVerb.TaggerGuards);
        using var transaction = Store.BeginTransaction();
        Store.Roles.Give(Store.Actor, PersonRole.Editor);
        Store.Roles.Give("Quiet Kettle", PersonRole.Moderator);
        Store.Actor = "Quiet Kettle";
        Assert.Throws<VaultException>(() => Store.Tagger.SetGuards(false));
    }

    private void Run() => _tagged.Read();

    private void Guard() => _tagged.Within(() => Store.Tagger.SetGuards(true));

    private TextReview Review(string comment, FindingCatalogue? catalogue = null)
    {
        using var transaction = Store.BeginTransaction();
        foreach (var post in Store.Posts())
        {
            var comments = Store.Comments(post.Row);
            if (comments.FirstOrDefault(each => each.SourceId == comment) is { } asked)
            {
                return VaultReview.Reviewer(Store, TaggedStore.Settings, catalogue ?? FindingCatalogue.Reading(Store, TaggedStore.Settings)).Review(post, comments).Comments[asked.Row];
            }
        }

        throw new InvalidOperationException("No such comment.");
    }
}
