using Blog.Moderate;
using Blog.Redact;
using Blog.Vault;
using static Blog.Tests.Moderate.ModerationSamples;

namespace Blog.Tests.Moderate;

public sealed class ThreadReviewerTests
{
    [Fact]
    public void A_term_goes_in_every_form_from_post_title_labels_and_comments()
    {
        var post = Post("I am with *Ottoline Marchbank*.", "With Ottoline Marchbank", labels: ["Marchbank", "work"]);
        var review = Review(
            post,
            [Comment(1, "Marchbank's view, and OTTOLINE MARCHBANK again. O. Marchbank!"), Comment(2, "[words](https://example.org/ottoline-marchbank) and `Marchbank`")],
            RedactTerm("Ottoline Marchbank"));

        Assert.Equal("I am with *[redacted: person]*.", review.Post.Markdown);
        Assert.Equal("With [redacted: person]", review.Title);
        Assert.Equal(["[redacted: person]", "work"], review.Labels);
        Assert.DoesNotContain("archbank", review.Comments[1].Markdown, StringComparison.OrdinalIgnoreCase);
        Assert.StartsWith("words [redacted] and", review.Comments[2].Markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("archbank", review.Comments[2].Markdown, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void The_next_sentence_is_not_a_plural_of_the_name() =>
        Assert.Equal("I asked [redacted: person]. She said so.", Review(Post("I asked Ottoline Marchbank. She said so."), [], RedactTerm("Ottoline Marchbank")).Post.Markdown);

    [Fact]
    public void An_address_that_is_cut_goes_whole() =>
        Assert.Equal(
            "Write to [redacted] today.",
            Review(Post("Write to ottoline.marchbank@mill.example.org today."), [], RedactTerm("Ottoline Marchbank")).Post.Markdown);

    [Fact]
    public void A_link_whose_address_holds_what_is_masked_goes_and_leaves_its_words()
    {
        var review = Review(
            Post("His number is A1234BC, see [the page](https://example.org/a1234bc-case) and <https://example.org/a1234bc>, not [the other](https://example.org/other)."), []);

        Assert.DoesNotContain("1234", review.Post.Markdown, StringComparison.Ordinal);
        Assert.Contains("see the page [redacted]", review.Post.Markdown, StringComparison.Ordinal);
        Assert.Contains("[the other](https://example.org/other)", review.Post.Markdown, StringComparison.Ordinal);
        Assert.Equal(ReviewState.Masked, review.Post.State);
    }

    [Fact]
    public void A_first_name_alone_goes_only_where_the_whole_name_stands_in_the_thread()
    {
        var named = Review(Post("Ottoline Marchbank wrote."), [Comment(1, "Thanks Ottoline. OM is right, om is not.")], RedactTerm("Ottoline Marchbank"));
        var unnamed = Review(Post("Somebody wrote."), [Comment(1, "Thanks Ottoline. OM is right.")], RedactTerm("Ottoline Marchbank"));

        Assert.Equal("Thanks [redacted: person]. [redacted: person] is right, om is not.", named.Comments[1].Markdown);
        Assert.Equal("Thanks Ottoline. OM is right.", unnamed.Comments[1].Markdown);
    }

    [Fact]
    public void A_term_of_one_thread_or_text_or_writer_stays_elsewhere()
    {
        var writer = Person(1, "Lamplit", "name:lamplit");
        var other = Person(2, "lamplit", "name:lamplit");
        IReadOnlyList<VaultComment> comments = [Comment(1, "In Ockering.", writer), Comment(2, "In Ockering."), Comment(3, "Ockering again.", other)];
        var post = Post("Ockering is a town.");

        Assert.Equal("[redacted: place] is a town.", Review(post, comments, RedactTerm("Ockering", DecisionScope.Thread, post.Handle, FindingKind.Place)).Post.Markdown);
        Assert.Equal("Ockering is a town.", Review(post, comments, RedactTerm("Ockering", DecisionScope.Thread, Handle(77), FindingKind.Place)).Post.Markdown);
        var text = Review(post, comments, RedactTerm("Ockering", DecisionScope.Text, comments[1].Handle, FindingKind.Place));
        Assert.Equal(["In Ockering.", "In [redacted: place].", "Ockering again."], comments.Select(comment => text.Comments[comment.Row].Markdown));
        var byWriter = Review(post, comments, RedactTerm("Ockering", DecisionScope.Writer, person: writer.Handle, kind: FindingKind.Place));
        Assert.Equal(["In [redacted: place].", "In Ockering.", "[redacted: place] again."], comments.Select(comment => byWriter.Comments[comment.Row].Markdown));
    }

    [Fact]
    public void A_decision_for_the_text_of_a_post_does_not_reach_its_comments()
    {
        IReadOnlyList<VaultComment> comments = [Comment(1, "In Ockering.")];
        var post = Post("Ockering is a town.");
        var redacted = Review(post, comments, RedactTerm("Ockering", DecisionScope.Text, post.Handle, FindingKind.Place));
        Assert.Equal("[redacted: place] is a town.", redacted.Post.Markdown);
        Assert.Equal("In Ockering.", redacted.Comments[1].Markdown);
        Assert.Contains(redacted.Post.TakenOut, taken => taken.Words == "Ockering");
        Assert.Empty(redacted.ThreadTerms);

        var kept = Review(post, comments, RedactTerm("Ockering", kind: FindingKind.Place), Decide(DecisionAction.Keep, DecisionScope.Text, "Ockering", unit: post.Handle));
        Assert.Equal("Ockering is a town.", kept.Post.Markdown);
        Assert.Equal("In [redacted: place].", kept.Comments[1].Markdown);
    }

    [Fact]
    public void A_narrower_or_later_keep_frees_only_what_it_covers_whole()
    {
        var post = Post("Ockering and Ockering Borough Council.");
        var redact = RedactTerm("Ockering", kind: FindingKind.Place);
        var keep = Decide(DecisionAction.Keep, DecisionScope.Everywhere, "Ockering Borough Council");
        var narrow = Decide(DecisionAction.Keep, DecisionScope.Everywhere, "Ocker");

        Assert.Equal("[redacted: place] and Ockering Borough Council.", Review(post, [], redact, keep).Post.Markdown);
        Assert.Equal("[redacted: place] and [redacted: place] Borough Council.", Review(post, [], redact, narrow).Post.Markdown);
    }

    [Fact]
    public void A_place_is_found_again_where_the_text_has_moved_and_holds_the_text_where_it_is_gone()
    {
        var comment = Comment(1, "It was in Ockering then.");
        var place = RedactTerm("Ockering", DecisionScope.Place, comment.Handle, FindingKind.Place) with { Field = TextField.Body, Start = 10, Length = 8 };

        Assert.Equal("It was in [redacted: place] then.", Review(Post("P"), [comment], place).Comments[1].Markdown);
        Assert.Equal("Edit: it was in [redacted: place] then.", Review(Post("P"), [comment with { Markdown = "Edit: it was in Ockering then." }], place).Comments[1].Markdown);
        var lost = Review(Post("P"), [comment with { Markdown = "It was there then." }], place).Comments[1];
        Assert.True(lost.HasLostPlace);
        Assert.Equal(ReviewState.Held, lost.State);
    }

    [Fact]
    public void What_is_withheld_takes_text_thread_or_writer()
    {
        var writer = Person(1, "Lamplit", "name:lamplit");
        IReadOnlyList<VaultComment> comments = [Comment(1, "a", writer), Comment(2, "b")];
        var post = Post("P");

        Assert.Equal([ReviewState.Withheld, ReviewState.Ready], States(Decide(DecisionAction.Withhold, DecisionScope.Text, unit: comments[0].Handle)));
        Assert.Equal([ReviewState.Withheld, ReviewState.Ready], States(Decide(DecisionAction.Withhold, DecisionScope.Writer, person: writer.Handle)));
        Assert.Equal([ReviewState.Withheld, ReviewState.Withheld], States(Decide(DecisionAction.Withhold, DecisionScope.Thread, unit: post.Handle)));
        Assert.Equal(ReviewState.Ready, Review(post, comments, Decide(DecisionAction.Withhold, DecisionScope.Text, unit: comments[0].Handle)).Post.State);

        IEnumerable<ReviewState> States(VaultDecision decision) => comments.Select(comment => Review(post, comments, decision).Comments[comment.Row].State);
    }

    [Fact]
    public void A_person_who_is_renamed_has_one_name_in_a_thread_and_another_in_the_next()
    {
        var rename = Decide(DecisionAction.Pseudonym, DecisionScope.Everywhere, "Ottoline Marchbank", kind: FindingKind.Person);
        var first = Review(Post("Ottoline Marchbank and Marchbank."), [Comment(1, "Ottoline!")], rename);
        var second = Review(Post("Ottoline Marchbank.", row: 2), [], rename);

        Assert.Equal("Quiet Kettle 03e8 and Quiet Kettle 03e8.", first.Post.Markdown);
        Assert.Equal("Quiet Kettle 03e8!", first.Comments[1].Markdown);
        Assert.Equal("Quiet Kettle 07d0.", second.Post.Markdown);
    }

    [Theory]
    [InlineData("/2015/12/ottoline-marchbank-speaks.html", true)]
    [InlineData("/2015/12/a-quiet-week.html", false)]
    [InlineData("/2015/12/%6Fttoline-marchbank.html", true)]
    public void An_old_address_that_tells_cannot_stay(string permalink, bool tells) =>
        Assert.Equal(tells, Review(Post("A text.", permalink: permalink), [], RedactTerm("Ottoline Marchbank")).PermalinkTells);

    [Fact]
    public void What_is_taken_out_of_one_text_is_told_to_the_gate_unless_it_stands_there_still()
    {
        var comment = Comment(1, "Ockering here. Ockering there.");
        var place = RedactTerm("Ockering", DecisionScope.Place, comment.Handle, FindingKind.Place) with { Field = TextField.Body, Start = 0, Length = 8 };
        var second = place with { Handle = Handle(9), Start = 15 };

        Assert.Empty(Review(Post("P"), [comment], place).Comments[1].TakenOut);
        Assert.Equal(["Ockering"], Review(Post("P"), [comment], place, second).Comments[1].TakenOut.Select(taken => taken.Words));
    }

    [Fact]
    public void A_more_general_word_may_stand_instead() =>
        Assert.Equal("I was there about a year.", Review(Post("I was there 14 months."), [], RedactTerm("14 months", kind: FindingKind.Tenure, replacement: "about a year")).Post.Markdown);
}
