using Blog.Moderate;
using Blog.Redact;
using Blog.Vault;
using static Blog.Tests.Moderate.ModerationSamples;

namespace Blog.Tests.Moderate;

/// <summary>The review of one text of a thread says what the review of the whole thread says of it.</summary>
public sealed class OneTextReviewTests
{
    [Fact]
    public void One_text_alone_is_reviewed_as_in_its_thread()
    {
        var post = Post("Margaret Dunwoody of the kiln, 07700 900123.", title: "On Dunwoody");
        VaultComment[] comments =
        [
            Comment(1, "Margaret told us."), Comment(2, "MD wrote to a.b@example.org, and Sam Birch kept it."), Comment(3, "Nothing."),
            Comment(4, "Dunwoody again, and Birch."), Comment(5, "See [Margaret](https://example.org/dunwoody)."),
        ];
        VaultDecision[] decisions =
        [
            RedactTerm("Margaret Dunwoody"),
            Decide(DecisionAction.Keep, DecisionScope.Text, "Dunwoody", unit: comments[3].Handle),
            RedactTerm("Birch", DecisionScope.Thread, post.Handle),
            Decide(DecisionAction.Withhold, DecisionScope.Text, unit: comments[2].Handle),
            Decide(DecisionAction.Accept, DecisionScope.Text, TextHash.Of(comments[1].Markdown), comments[1].Handle),
        ];
        for (var count = 0; count <= decisions.Length; count++)
        {
            var reviewer = Reviewer(comments, decisions[..count]);
            var whole = reviewer.Review(post, comments);
            var thread = PreparedThread.Of(post, comments);
            Same(whole.Post, reviewer.Review(thread, post.Handle));
            foreach (var comment in comments)
            {
                Same(whole.Comments[comment.Row], reviewer.Review(thread, comment.Handle));
            }
        }
    }

    [Fact]
    public void A_reviewer_after_another_book_says_what_a_new_one_says()
    {
        var post = Post("Margaret Dunwoody and Sam Birch.");
        VaultComment[] comments = [Comment(1, "Margaret, Birch, Quill and Dunwoody."), Comment(2, "Quill again.")];
        VaultDecision[] decisions =
        [
            RedactTerm("Margaret Dunwoody"), RedactTerm("Quill", DecisionScope.Thread, post.Handle),
            Decide(DecisionAction.Keep, DecisionScope.Everywhere, "Quill"), RedactTerm("Sam Birch"),
        ];
        var thread = PreparedThread.Of(post, comments);
        var reviewer = Reviewer(comments);
        for (var count = 1; count <= decisions.Length; count++)
        {
            reviewer = reviewer.After(DecisionBook.Of(decisions[..count]));
            var fresh = Reviewer(comments, decisions[..count]).Review(post, comments);
            var after = reviewer.Review(thread);
            Same(fresh.Post, after.Post);
            Same(fresh.Comments[1], after.Comments[1]);
            Same(fresh.Comments[2], after.Comments[2]);
        }

        var undone = decisions.Append(Decide(DecisionAction.Undo, DecisionScope.Everywhere) with { Replaces = decisions[0].Handle }).ToArray();
        Same(Reviewer(comments, undone).Review(post, comments).Post, reviewer.After(DecisionBook.Of(undone)).Review(thread).Post);
    }

    [Fact]
    public void A_text_of_another_thread_is_refused() =>
        Assert.Throws<ArgumentException>(() => Reviewer([]).Review(PreparedThread.Of(Post("Words."), []), Handle(77)));

    [Fact]
    public void The_words_of_a_stretch_are_those_readers_read() => Assert.Equal("Margaret-Ann of the kiln", FindingWords.Of("Margaret\\-Ann of\u00A0the kiln "));

    private static void Same(TextReview one, TextReview other)
    {
        Assert.Equal((one.Unit, one.State, one.Markdown, one.Redactions, one.Masks, one.HasLostPlace), (other.Unit, other.State, other.Markdown, other.Redactions, other.Masks, other.HasLostPlace));
        Assert.Equal(one.Findings, other.Findings);
        Assert.Equal(one.TakenOut, other.TakenOut);
        Assert.Equal(one.HeldOff, other.HeldOff);
    }
}
