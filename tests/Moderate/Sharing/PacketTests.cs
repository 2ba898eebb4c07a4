using System.Text;
using Blog.Import;
using Blog.Model;
using Blog.Moderate;
using Blog.Moderate.Sharing;
using Blog.Redact;
using Blog.Source;
using Blog.Tests.Vault;
using Blog.Text;
using Blog.Vault;
using Blog.Vault.Sharing;

namespace Blog.Tests.Moderate.Sharing;

/// <summary>A packet on its way: what is in it, what a moderator's store makes of it, what comes back, and what the editor's store takes in.</summary>
public sealed class PacketTests : IDisposable
{
    private const string Name = "Margaret Dunwoody";
    private const string Elsewhere = "Wilbur Ockerby";
    private const string Moderator = "Quiet Harbour";
    private const string Site = "title: The Kettle Yard\naddress: https://kettle.example\n";

    private readonly VaultFixture _fixture = new();
    private readonly ManualTime _time = new();
    private readonly VaultStore _home;
    private readonly VaultPacket _packet;
    private readonly PacketContent _content;

    public PacketTests()
    {
        _home = VaultStore.OpenOrCreate(_fixture.Location("home"), Blog.Commands.VaultAccess.Random, _time);
        VaultFixture.TakeIn(_home, Entries());
        Decide(_home, new TermRequest { Action = DecisionAction.Redact, Term = Name, Scope = DecisionScope.Everywhere, Also = ["Maggie Formername"], Kind = FindingKind.Person });
        Decide(_home, new TermRequest { Action = DecisionAction.Redact, Term = Elsewhere, Scope = DecisionScope.Everywhere, Kind = FindingKind.Person, Reason = "secret-reason" });
        Decide(_home, new TermRequest { Action = DecisionAction.Redact, Term = "Ottilie Farthingale", Scope = DecisionScope.Everywhere, Also = ["Tilly"], Kind = FindingKind.Person, Reason = "secret-reason" });
        _packet = Add("A packet");
        _content = Make();
    }

    public void Dispose()
    {
        _home.Dispose();
        _fixture.Dispose();
    }

    [Fact]
    public void It_holds_the_texts_and_nothing_of_who_wrote_them_or_of_other_texts()
    {
        var json = Encoding.UTF8.GetString(PacketReader.Write(_content));

        Assert.Contains(Name, json, StringComparison.Ordinal);
        Assert.Equal(["The post", "Comments"], [_content.Threads.Count == 1 ? "The post" : "more", _content.Threads[0].Comments.Count == 5 ? "Comments" : "others"]);
        string[] kept =
        [
            Elsewhere, "secret-reason", "pid-secret", "profile-secret", "mail-secret", "avatar-secret", "Netnipper Longname", "Formername", "Farthingale", "raw-secret", "spam-secret", "draft-secret", "11:23", "2015-12-16",
        ];
        Assert.All(kept, secret => Assert.DoesNotContain(secret, json, StringComparison.OrdinalIgnoreCase));
        Assert.All(_home.Units(), unit => Assert.DoesNotContain(unit.Handle.Hex, json, StringComparison.Ordinal));
        Assert.All(_home.Decisions.List(), decision => Assert.DoesNotContain(decision.Handle.Hex, json, StringComparison.Ordinal));
    }

    [Fact]
    public void Writers_are_numbers_with_as_much_of_a_name_as_stands_in_the_thread()
    {
        var comments = _content.Threads[0].Comments;

        Assert.Equal((1, null), (comments[0].Writer, comments[0].WriterName)); // of "Netnipper Longname" nothing stands there
        Assert.Equal((1, null), (comments[1].Writer, comments[1].WriterName));
        Assert.Equal((2, "Old Trimmer"), (comments[2].Writer, comments[2].WriterName)); // "as Old Trimmer says"
        Assert.Null(comments[3].Writer); // Anonymous is nobody in particular
        Assert.Null(comments[4].Writer);
    }

    [Fact]
    public void Of_a_term_that_does_not_stand_there_itself_only_the_form_that_does_is_handed_over()
    {
        var terms = _content.Decisions.Select(decision => decision.Term).ToList();

        Assert.Contains(Name, terms);
        Assert.Contains("Tilly", terms);
        Assert.Equal(2, terms.Count);
        Assert.All(_content.Decisions, decision => Assert.Empty(decision.Variants));
    }

    [Fact]
    public void Repairs_of_a_thread_go_there_and_come_back()
    {
        var moderation = new Blog.Moderate.Moderation(_home, "The Editor", _time);
        moderation.Answers(Comment(_home, 2), Comment(_home, 0));
        var packet = Add("With a repair");
        var content = Make(packet);
        Assert.All(_home.Units(), unit => Assert.DoesNotContain(unit.Handle.Hex, Encoding.UTF8.GetString(PacketReader.Write(content)), StringComparison.Ordinal));

        using var there = Filled(content);
        var comments = there.Comments(there.Posts().First().Row);
        var repairs = ThreadRepairs.Of(DecisionBook.Of(there.Decisions.List()), comments);
        Assert.Equal(Comment(there, 0).Comment!.Row, repairs.Answers[Comment(there, 2).Comment!.Row]);

        new Blog.Moderate.Moderation(there, Moderator, _time).Answers(Comment(there, 3), Comment(there, 1));
        var returned = new ReturnedDecisions(ReturnedDecisions.CurrentFormat, packet.Handle.Hex, "x", PacketStore.Decided(there, content));
        var merger = new PacketMerger(_home, packet, _time);
        var plan = merger.Plan(returned, Moderator);
        Assert.Null(Assert.Single(plan.All).Skip);
        merger.TakeIn(plan, new HashSet<string>());
        var home = _home.Comments(Thread(_home).Row);
        Assert.Equal(Comment(_home, 1).Comment!.Row, ThreadRepairs.Of(DecisionBook.Of(_home.Decisions.List()), home).Answers[Comment(_home, 3).Comment!.Row]);
        Assert.Equal(MergeSkip.TakenInBefore, Assert.Single(new PacketMerger(_home, packet, _time).Plan(returned, Moderator).All).Skip);
    }

    [Fact]
    public void A_repair_that_could_not_be_made_here_or_disagrees_is_left()
    {
        var comments = _content.Threads[0].Comments;
        PacketDecision Repair(string action, string unit, string? other) => new() { Id = new string('6', 32), Action = action, Scope = "text", Unit = unit, Replacement = other, Judged = PacketHash.Of(Comment(_home, 0)) };

        Assert.Equal(MergeSkip.Unusable, Assert.Single(Plan([Repair("same-as", comments[0].Id, comments[1].Id)]).All).Skip); // two different texts
        Assert.Equal(MergeSkip.Unusable, Assert.Single(Plan([Repair("answers", comments[0].Id, _content.Threads[0].Post.Id)]).All).Skip);
        Assert.Equal(MergeSkip.Unusable, Assert.Single(Plan([Repair("answers", comments[0].Id, comments[0].Id)]).All).Skip);
        Assert.Equal(MergeSkip.Unusable, Assert.Single(Plan([Repair("answers", comments[0].Id, new string('0', 32))]).All).Skip);
        Assert.Equal(MergeSkip.Unusable, Assert.Single(Plan([Repair("answers", comments[0].Id, null)]).All).Skip);
        new Blog.Moderate.Moderation(_home, "The Editor", _time).Answers(Comment(_home, 0), Comment(_home, 3));
        Assert.Equal(MergeSkip.DecidedOtherwise, Assert.Single(Plan([Repair("answers", comments[0].Id, comments[2].Id)]).All).Skip);
    }

    [Fact]
    public void Two_packets_of_one_thread_call_nothing_by_the_same_name()
    {
        var other = new PacketMaker(_home, Settings, Add("Another").Handle).Make([Thread(_home)], Site, _packet.Expires);

        Assert.Empty(other.Threads[0].Comments.Select(text => text.Id).Intersect(_content.Threads[0].Comments.Select(text => text.Id), StringComparer.Ordinal));
    }

    [Fact]
    public void What_was_never_public_is_not_handed_out() =>
        Assert.Throws<ModerationException>(() => new PacketMaker(_home, Settings, _packet.Handle).Make([_home.Posts().Single(post => post.Visibility == Visibility.Draft)], Site, _packet.Expires));

    [Fact]
    public void A_moderators_store_shows_the_same_texts_findings_and_decisions()
    {
        using var store = Filled();
        var (home, there) = (Review(_home), Review(store));

        Assert.Equal(home.Select(text => text.Markdown), there.Select(text => text.Markdown));
        Assert.Equal(home.Select(text => text.State), there.Select(text => text.State));
        Assert.Contains(there, text => text.Markdown.Contains("[redacted", StringComparison.Ordinal));
    }

    [Fact]
    public void Decisions_come_back_and_go_in_under_the_moderators_name_and_a_second_time_not_at_all()
    {
        using var store = Filled();
        var moderation = new Blog.Moderate.Moderation(store, Moderator, _time);
        moderation.Place(DecisionAction.Redact, Comment(store, 0), TextField.Body, RangeOf(Comment(store, 0), "kiln"), FindingKind.Place);
        moderation.Term(new TermRequest { Action = DecisionAction.Redact, Term = "Ockering", Scope = DecisionScope.Thread, At = Comment(store, 1), Kind = FindingKind.Place });
        moderation.Accept(Comment(store, 3));
        moderation.Withhold(Comment(store, 4), DecisionScope.Text);
        var taken = moderation.Accept(Comment(store, 2));
        moderation.Undo(taken.Handle.Hex);

        var returned = Returned(store);
        Assert.Equal(4, returned.Decisions.Count); // what was undone there does not come back
        var plan = Plan(returned);
        Assert.Empty(plan.Skipped);
        var merge = Merger().TakeIn(plan, new HashSet<string>());

        Assert.NotNull(merge);
        var made = _home.Decisions.Since(_packet.Decisions);
        Assert.Equal(4, made.Count);
        Assert.All(made, decision => Assert.Equal(Moderator, decision.Actor));
        Assert.Equal(4, _home.Audit.List().Count(entry => entry.Actor == Moderator));
        Assert.Null(_home.Audit.FirstFault());
        Assert.Equal([ReviewState.Withheld], Review(_home).Skip(5).Select(text => text.State));
        Assert.Equal(Review(_home).Select(text => text.Markdown), Review(store).Select(text => text.Markdown));

        var again = Plan(Returned(store));
        Assert.Equal(4, again.Skipped[MergeSkip.TakenInBefore]);
        Assert.Null(Merger().TakeIn(again, new HashSet<string>()));
        Assert.Equal(4, _home.Decisions.Since(_packet.Decisions).Count);
    }

    [Fact]
    public void A_merge_is_taken_back_at_once_but_for_what_was_undone_since()
    {
        using var store = Filled();
        var moderation = new Blog.Moderate.Moderation(store, Moderator, _time);
        moderation.Accept(Comment(store, 3));
        moderation.Withhold(Comment(store, 4), DecisionScope.Text);
        Merger().TakeIn(Plan(Returned(store)), new HashSet<string>());
        var before = Review(_home).Select(text => text.State).ToList();
        new Blog.Moderate.Moderation(_home, "The Editor", _time).Undo(_home.Decisions.List()[^1].Handle.Hex);

        Assert.Equal(1, PacketMerger.Undo(_home, Assert.Single(_home.Packets.Merges()), _time));

        Assert.NotEqual(before, Review(_home).Select(text => text.State));
        Assert.Equal(_packet.Decisions, DecisionBook.Of(_home.Decisions.List()).InForce.Max(decision => decision.Row));
        Assert.NotNull(Assert.Single(_home.Packets.Merges()).Undone);
        Assert.Null(_home.Audit.FirstFault());
        Assert.Equal(2, Plan(Returned(store)).Skipped[MergeSkip.TakenInBefore]);
    }

    [Fact]
    public void Everywhere_in_a_packet_means_the_threads_of_the_packet()
    {
        using var store = Filled();
        new Blog.Moderate.Moderation(store, Moderator, _time).Term(new TermRequest { Action = DecisionAction.Redact, Term = "Ockering", Scope = DecisionScope.Everywhere, Kind = FindingKind.Place });

        Merger().TakeIn(Plan(Returned(store)), new HashSet<string>());

        var made = Assert.Single(_home.Decisions.Since(_packet.Decisions));
        Assert.Equal((DecisionScope.Thread, Thread(_home).Handle), (made.Scope, made.Unit));
    }

    [Fact]
    public void What_was_decided_otherwise_here_since_is_left_for_a_person_who_can_take_it()
    {
        using var store = Filled();
        var there = new Blog.Moderate.Moderation(store, Moderator, _time);
        var here = new Blog.Moderate.Moderation(_home, "The Editor", _time);
        there.Place(DecisionAction.Redact, Comment(store, 0), TextField.Body, RangeOf(Comment(store, 0), "kiln"), FindingKind.Place);
        there.Accept(Comment(store, 3));
        there.Accept(Comment(store, 4));
        here.Place(DecisionAction.Keep, Comment(_home, 0), TextField.Body, RangeOf(Comment(_home, 0), "kiln"), null);
        here.Withhold(Comment(_home, 3), DecisionScope.Text);

        var plan = Plan(Returned(store));

        Assert.Equal(2, plan.Skipped[MergeSkip.DecidedOtherwise]);
        Assert.Single(plan.Taken);
        Assert.All(plan.All.Where(each => each.Skip is not null), each => Assert.Equal("The Editor", each.Against!.Actor));
        var chosen = plan.All.First(each => each.Skip is not null).Id;
        Merger().TakeIn(plan, new HashSet<string> { chosen });
        Assert.Equal(2, _home.Decisions.List().Count(decision => decision.Actor == Moderator));
        var after = Plan(Returned(store));
        Assert.Equal((1, 2), (after.Skipped[MergeSkip.DecidedOtherwise], after.Skipped[MergeSkip.TakenInBefore]));
    }

    [Fact]
    public void A_term_kept_here_and_redacted_there_at_one_of_its_places_is_a_conflict_too()
    {
        using var store = Filled();
        new Blog.Moderate.Moderation(store, Moderator, _time).Place(DecisionAction.Redact, Comment(store, 0), TextField.Body, RangeOf(Comment(store, 0), "kiln"), FindingKind.Place);
        Decide(_home, new TermRequest { Action = DecisionAction.Keep, Term = "kiln", Scope = DecisionScope.Everywhere });

        Assert.Equal(1, Plan(Returned(store)).Skipped[MergeSkip.DecidedOtherwise]);
    }

    [Fact]
    public void The_same_decided_on_both_sides_is_no_conflict_and_nothing_twice()
    {
        using var store = Filled();
        new Blog.Moderate.Moderation(store, Moderator, _time).Withhold(Comment(store, 4), DecisionScope.Text);
        new Blog.Moderate.Moderation(_home, "The Editor", _time).Withhold(Comment(_home, 4), DecisionScope.Text);

        Assert.Equal(1, Plan(Returned(store)).Skipped[MergeSkip.SameInForce]);
    }

    [Fact]
    public void A_decision_over_a_text_that_changed_since_is_left_for_a_person()
    {
        using var store = Filled();
        new Blog.Moderate.Moderation(store, Moderator, _time).Accept(Comment(store, 3));
        new Blog.Moderate.Moderation(store, Moderator, _time).Withhold(Comment(store, 1), DecisionScope.Text);
        VaultFixture.TakeIn(_home, Entries("other words in it now"));

        var plan = Plan(Returned(store));

        Assert.Equal(1, plan.Skipped[MergeSkip.TextChanged]);
        Assert.Single(plan.Taken);
    }

    [Fact]
    public void A_decision_over_a_text_that_was_erased_since_is_left_out()
    {
        using var store = Filled();
        new Blog.Moderate.Moderation(store, Moderator, _time).Accept(Comment(store, 3));
        var erased = Comment(_home, 3).Handle;
        var folder = new BlogFolder(_fixture.BlogFolder);
        Directory.CreateDirectory(folder.Input);
        new Blog.Release.Erasure.Eraser(_home, folder, Settings).Erase([_home.Units().Single(unit => unit.Handle == erased)], keepQuotes: false);

        Assert.Equal(1, Plan(Returned(store)).Skipped[MergeSkip.Erased]);
    }

    [Fact]
    public void An_undoing_there_undoes_here_unless_it_was_undone_or_reaches_beyond_the_packet()
    {
        var here = new Blog.Moderate.Moderation(_home, "The Editor", _time);
        var withheld = here.Withhold(Comment(_home, 4), DecisionScope.Text);
        var accepted = here.Accept(Comment(_home, 3));
        var packet = Add("Later");
        var content = Make(packet);
        using var store = Filled(content);
        var there = new Blog.Moderate.Moderation(store, Moderator, _time);
        foreach (var decision in store.Decisions.List())
        {
            there.Undo(decision.Handle.Hex);
        }

        here.Undo(accepted.Handle.Hex);
        var plan = new PacketMerger(_home, packet, _time).Plan(new ReturnedDecisions(ReturnedDecisions.CurrentFormat, packet.Handle.Hex, "x", PacketStore.Decided(store, content)), Moderator);

        Assert.Equal(withheld.Handle, Assert.Single(plan.Taken).Made[0].Replaces);
        Assert.Equal(1, plan.Skipped[MergeSkip.UndoneAlready]);
        Assert.Equal(2, plan.Skipped[MergeSkip.TooWide]); // two terms for everywhere
    }

    /// <summary>Decisions as nobody's console makes them; each is signed by a moderator who was accepted.</summary>
    public static TheoryData<string, Func<PacketDecision, PacketDecision>> Forged => new()
    {
        { "a text of no packet", decision => decision with { Unit = new string('a', 32) } },
        { "no text", decision => decision with { Unit = null } },
        { "a place beyond the text", decision => decision with { Start = 100_000 } },
        { "a place before the text", decision => decision with { Start = -1 } },
        { "a place that ends beyond all numbers", decision => decision with { Length = int.MaxValue } },
        { "a place beyond all numbers in a text that has changed", decision => decision with { Start = int.MaxValue, Length = int.MaxValue, Judged = "other" } },
        { "a place of another length than its words in a text that has changed", decision => decision with { Length = 90, Judged = "other" } },
        { "a form with a line end", decision => decision with { Scope = "text", Variants = ["two\nlines"] } },
        { "a form of nothing", decision => decision with { Scope = "text", Variants = [" "] } },
        { "other words than stand there", decision => decision with { Term = "another" } },
        { "an unknown kind", decision => decision with { Kind = "nonsense" } },
        { "a replacement with markup", decision => decision with { Replacement = "<script>" } },
        { "a replacement that is a link", decision => decision with { Replacement = "[x](https://example.org)" } },
        { "a mark of an unknown label", decision => decision with { Replacement = "[redacted: nonsense-of-mine]" } },
        { "a replacement that holds the term", decision => decision with { Replacement = "the kiln" } },
        { "a replacement of a whole page", decision => decision with { Replacement = new string('x', 5_000) } },
        { "a thousand forms", decision => decision with { Variants = [.. Enumerable.Range(0, 1_000).Select(_ => "abc")] } },
        { "a decision about pictures", decision => decision with { Action = "publish-picture" } },
        { "an undoing of nothing", decision => decision with { Action = "undo", Undoes = new string('b', 32) } },
        { "an undoing of a name that is none", decision => decision with { Action = "undo", Undoes = "x" } },
        { "a term of one letter", decision => decision with { Scope = "text", Term = "a" } },
    };

    [Theory]
    [MemberData(nameof(Forged), DisableDiscoveryEnumeration = true)]
    public void A_decision_that_could_not_be_made_here_is_not_taken_in(string how, Func<PacketDecision, PacketDecision> forge)
    {
        var good = Good();
        Assert.Single(Plan([good]).Taken);

        var plan = Plan([forge(good)]);

        Assert.True(plan.Skipped.GetValueOrDefault(MergeSkip.Unusable) == 1, how);
        Assert.Null(Merger().TakeIn(plan, new HashSet<string> { good.Id }));
    }

    [Fact]
    public void A_writers_texts_and_the_whole_archive_are_no_moderators_to_decide()
    {
        var good = Good();
        Assert.Equal(1, Plan([good with { Scope = "writer", Unit = null, Writer = 1 }]).Skipped[MergeSkip.TooWide]);
        Assert.Equal(1, Plan([good with { Scope = "everywhere", Unit = null }]).Skipped[MergeSkip.TooWide]);
        Assert.Equal(1, Plan([good with { Scope = "everywhere", Action = "accept", Unit = null, Term = null, Threads = [_content.Threads[0].Post.Id] }]).Skipped[MergeSkip.TooWide]);
        Assert.Equal(1, Plan([good with { Scope = "everywhere", Unit = null, Threads = [new string('c', 32)] }]).Skipped[MergeSkip.Unusable]);
    }

    [Theory]
    [InlineData("nonsense", "place")]
    [InlineData("redact", "nonsense")]
    public void A_file_with_words_that_nobody_knows_is_refused_whole(string action, string scope) =>
        Assert.Throws<ModerationException>(() => Plan([Good() with { Action = action, Scope = scope }]));

    [Fact]
    public void A_file_of_another_form_is_not_read()
    {
        var json = Encoding.UTF8.GetString(PacketReader.Write(new ReturnedDecisions(ReturnedDecisions.CurrentFormat, "x", "y", [Good()])));
        Assert.True(PacketReader.TryReadDecisions(Encoding.UTF8.GetBytes(json), out _));
        foreach (var broken in (string[])[json[..^1], json.Replace("\"packet\"", "\"pocket\"", StringComparison.Ordinal), "{\"format\":1}", "null", "[]", json.Replace("{\"format\"", "{\"format\":\"a\",\"format\"", StringComparison.Ordinal), json.Replace("\"kiln\"", "\"\\ud800\"", StringComparison.Ordinal), json.Replace("\"start\":", "\"more\":1,\"start\":", StringComparison.Ordinal)])
        {
            Assert.False(PacketReader.TryReadDecisions(Encoding.UTF8.GetBytes(broken), out _), broken);
        }
    }

    [Fact]
    public void A_packet_that_is_not_whole_fills_no_store()
    {
        var thread = _content.Threads[0];
        PacketContent[] broken =
        [
            _content with { Format = "subrosa-packet-9" },
            _content with { Packet = "x" },
            _content with { Decisions = [_content.Decisions[0] with { Unit = new string('d', 32) }] },
            _content with { Decisions = [_content.Decisions[0] with { Action = "nonsense" }] },
            _content with { Threads = [thread with { Comments = [thread.Comments[0] with { State = "nonsense" }] }] },
            _content with { Threads = [thread with { Comments = [thread.Comments[0] with { Number = "six" }] }] },
            _content with { Threads = [thread with { Post = thread.Post with { Findings = [new PacketFinding("body", 0, 1_000_000, "person", 1, "x", "y")] } }] },
            _content with { Threads = [thread with { Post = thread.Post with { Findings = [new PacketFinding("body", 0, 1, "nonsense", 1, "x", "y")] } }] },
            _content with { Threads = [thread with { Post = thread.Post with { Findings = [new PacketFinding("title", int.MaxValue, int.MaxValue, "person", 1, "x", "y")] } }] },
        ];
        for (var i = 0; i < broken.Length; i++)
        {
            using var store = VaultStore.Create(_fixture.Location("broken" + i), Blog.Commands.VaultAccess.Random, _time);
            Assert.Throws<ModerationException>(() => PacketStore.Fill(store, broken[i], "The Editor", _time, CancellationToken.None));
        }
    }

    private static SiteSettings Settings => new() { Title = "The Kettle Yard", Address = "https://kettle.example" };

    /// <summary>A thread to be shared, and others that must leave no trace in the packet.</summary>
    private static IEnumerable<ImportedEntry> Entries(string agreement = "Nothing but agreement here")
    {
        var nipper = new ImportedAuthor { Name = "Netnipper Longname", Key = "pid-secret", ProfileUrl = "https://profile-secret.example/1", Email = "mail-secret@example.org", AvatarUrl = "https://avatar-secret.example/a.png" };
        var trimmer = new ImportedAuthor { Name = "Old Trimmer", ProfileUrl = "https://profile-secret.example/2" };
        var nobody = new ImportedAuthor { Name = "Anonymous", Key = "pid-secret" };
        yield return VaultFixture.Archive();
        yield return VaultFixture.Post("p1", 0, $"Our manager {Name} rang about the kiln in Ockering. Tilly was there.");
        yield return With(VaultFixture.Comment("c0", "p1", 0, author: nipper, text: $"I know {Name} and the kiln well."));
        yield return With(VaultFixture.Comment("c1", "p1", 1, parent: "c0", author: nipper, text: "They moved to Ockering, as Old Trimmer says."));
        yield return With(VaultFixture.Comment("c2", "p1", 2, author: trimmer, text: "A telephone: 07700 900123."));
        yield return With(VaultFixture.Comment("c3", "p1", 3, author: nobody, text: agreement + "."));
        yield return With(VaultFixture.Comment("c4", "p1", 4, author: nobody, text: "Nothing either."));
        yield return With(VaultFixture.Comment("c5", "p1", 5, text: "spam-secret") with { Visibility = Visibility.Spam });
        yield return VaultFixture.Post("p2", 1, $"{Elsewhere} and Ottilie Farthingale, who is Tilly, and Maggie Formername were here. Ockering.");
        yield return VaultFixture.Post("p3", 2, "draft-secret", Visibility.Draft);

        static ImportedComment With(ImportedComment comment) => comment with { Body = comment.Body with { Original = new Blog.Html.RawHtml("<p>raw-secret</p>" + comment.Body.Markdown) } };
    }

    private static VaultPost Thread(VaultStore store) => store.Posts().First(post => post.Markdown.Contains("Our manager", StringComparison.Ordinal));

    private static UnitPlace Comment(VaultStore store, int index)
    {
        var post = Thread(store);
        return new UnitPlace(post, store.Comments(post.Row)[index]);
    }

    private static TextRange RangeOf(UnitPlace place, string words)
    {
        var start = place.Markdown.IndexOf(words, StringComparison.Ordinal);
        return new TextRange(start, start + words.Length);
    }

    private static List<TextReview> Review(VaultStore store)
    {
        var post = Thread(store);
        var comments = store.Comments(post.Row).Where(comment => comment.Visibility == Visibility.Public).ToList();
        var review = VaultReview.Reviewer(store, Settings).Review(post, comments);
        return [review.Post, .. comments.Select(comment => review.Comments[comment.Row])];
    }

    private void Decide(VaultStore store, TermRequest request) => new Blog.Moderate.Moderation(store, "The Editor", _time).Term(request);

    private VaultPacket Add(string place)
    {
        var packet = _home.Packets.NewHandle();
        using var transaction = _home.BeginTransaction();
        using var own = Blog.Jose.EcPrivateKey.Make();
        using var sign = Blog.Jose.EcPrivateKey.Make();
        var name = $"{Moderator} {_home.Keys.List().Count}";
        var key = _home.Keys.Accept(new Blog.Vault.Keys.KeyCard(name, _home.Keys.Today, _home.Keys.Today.AddDays(90), own.Public, sign.Public));
        _home.Packets.Add(packet, key, place, _home.Keys.Today.AddDays(30), _home.Decisions.List()[^1].Row);
        transaction.Commit();
        Assert.Contains(_home.Copies.List(), copy => copy.Kind == "packet" && copy.Place == place && copy.Expires == _home.Keys.Today.AddDays(30));
        return _home.Packets.List()[^1];
    }

    private PacketContent Make(VaultPacket? packet = null)
    {
        var made = new PacketMaker(_home, Settings, (packet ?? _packet).Handle).Make([Thread(_home)], Site, _packet.Expires);
        Assert.True(PacketReader.TryReadPacket(PacketReader.Write(made), out var read));
        return read;
    }

    private VaultStore Filled(PacketContent? content = null)
    {
        var store = VaultStore.Create(_fixture.Location("there"), Blog.Commands.VaultAccess.Random, _time);
        PacketStore.Fill(store, content ?? _content, "The Editor", _time, CancellationToken.None);
        return store;
    }

    private ReturnedDecisions Returned(VaultStore store) => new(ReturnedDecisions.CurrentFormat, _packet.Handle.Hex, "x", PacketStore.Decided(store, _content));

    private PacketMerger Merger() => new(_home, _packet, _time);

    private MergePlan Plan(ReturnedDecisions returned) => Merger().Plan(returned, Moderator);

    private MergePlan Plan(IReadOnlyList<PacketDecision> decisions) => Plan(new ReturnedDecisions(ReturnedDecisions.CurrentFormat, _packet.Handle.Hex, "x", decisions));

    private PacketDecision Good()
    {
        var place = Comment(_home, 0);
        var range = RangeOf(place, "kiln");
        return new PacketDecision
        {
            Id = new string('7', 32),
            Action = "redact",
            Scope = "place",
            Unit = _content.Threads[0].Comments[0].Id,
            Kind = "place",
            Field = "body",
            Start = range.Start,
            Length = range.Length,
            Term = "kiln",
            Judged = PacketHash.Of(place),
        };
    }
}
