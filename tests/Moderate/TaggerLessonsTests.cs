using System.Security.Cryptography;
using Blog.Model;
using Blog.Moderate;
using Blog.Redact;
using Blog.Redact.Tagging;
using Blog.Tests.Vault;
using Blog.Vault;
using static Blog.Tests.Vault.VaultFixture;

namespace Blog.Tests.Moderate;

/// <summary>The tagger learns from decisions: what was kept is suggested no more, what was taken out is found elsewhere, and it can be taken back.</summary>
public sealed class TaggerLessonsTests : IDisposable
{
    private const string Kept = "Quillfeather Systems Ltd";
    private const string Masked = "the old maltings";

    private readonly TaggedStore _tagged;

    public TaggerLessonsTests()
    {
        var ways = new[] { "She went to work for {0} after that.", "He left {0} in the spring.", "They had a contract with {0} for years.", "Nobody at {0} knew of it.", "The letter from {0} came late.", "We all met behind {1} that day.", "She lived over {1} by then.", "The team moved to {1} in May.", "I parked near {1} and waited.", "He would not set foot in {1} again." };
        _tagged = new TaggedStore([Post("1", 0, "It rained."), .. ways.Select((way, i) => Comment((10 + i).ToString(System.Globalization.CultureInfo.InvariantCulture), "1", 1 + i, text: string.Format(System.Globalization.CultureInfo.InvariantCulture, way, Kept, Masked)))]);
        _tagged.Read();
        var moderation = _tagged.Moderation;
        var post = Store.Posts().Single();
        foreach (var comment in Store.Comments(post.Row))
        {
            var keeps = comment.Markdown.Contains(Kept, StringComparison.Ordinal);
            var at = comment.Markdown.IndexOf(keeps ? Kept : Masked, StringComparison.Ordinal);
            moderation.Place(keeps ? DecisionAction.Keep : DecisionAction.Redact, new UnitPlace(post, comment), TextField.Body, new TextRange(at, at + (keeps ? Kept : Masked).Length), keeps ? FindingKind.Organisation : FindingKind.Place, null, null);
        }
    }

    private VaultStore Store => _tagged.Store;

    public void Dispose() => _tagged.Dispose();

    [Fact]
    public void What_was_kept_is_suggested_no_more_and_what_was_taken_out_is_found_elsewhere()
    {
        const string New = "I used to walk past the old maltings with a man of Quillfeather Systems Ltd, and Sam Threlkeld came too.";
        var lessons = Lessons();
        var (before, after) = (Found(TextTagger.Shipped, New), Found(TextTagger.With(lessons.Learn()), New));

        Assert.Contains(Kept, before);
        Assert.DoesNotContain(before, words => words.Contains("maltings", StringComparison.Ordinal));
        Assert.DoesNotContain(after, words => words.Contains("Quillfeather", StringComparison.Ordinal));
        Assert.Contains(after, words => words.Contains("maltings", StringComparison.Ordinal));
        Assert.Equal(before.Where(words => words.Contains("Threlkeld", StringComparison.Ordinal)), after.Where(words => words.Contains("Threlkeld", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_same_decisions_give_the_same_bytes_and_the_trial_counts_the_held_part_alone()
    {
        var lessons = Lessons();

        Assert.Equal(SHA256.HashData(lessons.Learn()), SHA256.HashData(Lessons().Learn()));
        Assert.Equal((10, 5, 5), (lessons.Texts, lessons.Masked, lessons.Kept));
        var trial = lessons.Try();
        Assert.Equal(lessons.Held, trial.MaskedBefore.All + trial.KeptBefore.All);
        Assert.Equal((trial.MaskedBefore.All, trial.KeptBefore.All), (trial.MaskedAfter.All, trial.KeptAfter.All));
        Assert.Equal(1, trial.Others);
    }

    [Fact]
    public void What_is_taken_is_used_by_the_next_pass_belongs_to_its_weights_and_can_be_forgotten()
    {
        Take(TextTagger.ShippedHash.Span);
        var pass = _tagged.Pass();
        Assert.Equal(11, pass.Remaining);
        pass.Run((_, _) => { }, CancellationToken.None);
        Assert.DoesNotContain(Store.Comments(Store.Posts().Single().Row).SelectMany(comment => Store.TaggerFindings.Of(comment.Handle)), found => found.Kind == "organisation");

        Take(new byte[32]);
        _tagged.Read();
        Assert.NotEmpty(Store.Comments(Store.Posts().Single().Row).SelectMany(comment => Store.TaggerFindings.Of(comment.Handle)).Where(found => found.Kind == "organisation"));

        using var transaction = Store.BeginTransaction();
        Assert.True(Store.Tagger.Forget());
        Assert.False(Store.Tagger.Forget());
        transaction.Commit();
        Assert.Null(Store.Tagger.Learned());
        Assert.Equal(["tagger-taught", "tagger-taught", "tagger-forgot"], Store.Audit.List().Select(entry => VaultWords.Of(entry.Verb)).Where(verb => verb.StartsWith("tagger-", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_decision_that_was_undone_teaches_nothing_and_the_weights_of_the_program_stay_as_they_are()
    {
        _tagged.Moderation.Undo(null);

        var lessons = Lessons();
        lessons.Learn();

        Assert.Equal(9, lessons.Texts);
        Assert.Equal(SHA256.HashData(File.ReadAllBytes(Path.Combine(SharedMaterial.Project, "src", "Redact", "Tagging", "tagger.weights"))), TextTagger.ShippedHash.ToArray());
    }

    private TaggerLessons Lessons() => _tagged.Lessons();

    private void Take(ReadOnlySpan<byte> shipped)
    {
        var learned = Lessons().Learn();
        var of = shipped.ToArray();
        _tagged.Within(() => Store.Tagger.Take(of, 10, learned));
    }

    private static List<string> Found(TextTagger tagger, string text) => [.. tagger.Find([ProseView.Of(text)], [[]], PublicNames.BuiltIn, TagMode.Suggest)[0].Select(finding => finding.Range.Of(text))];
}
