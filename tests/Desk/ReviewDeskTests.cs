using Blog.Desk;
using Blog.Desk.Review;
using Blog.Desk.Screens;
using Blog.Import;
using Blog.Moderate;
using Blog.Redact;
using Blog.Tests.Vault;
using Blog.Text;
using Blog.Vault;

namespace Blog.Tests.Desk;

/// <summary>What the console keeps in memory follows the private store.</summary>
public sealed class ReviewDeskTests : IDisposable
{
    private readonly VaultFixture _fixture = new();
    private readonly VaultStore _store;
    private readonly ReviewDesk _desk;

    [Fact]
    public void An_open_thread_stands_on_the_lists_as_one_that_is_read_anew()
    {
        var post = _store.Posts().First();
        var thread = _desk.Open(post.Handle)!; // not null: it is public
        foreach (var unit in thread.Units)
        {
            var text = unit.Markdown;
            if (text.IndexOf("Margaret", StringComparison.Ordinal) is >= 0 and var at)
            {
                _desk.Place(DecisionAction.Redact, unit, TextField.Body, new TextRange(at, at + "Margaret".Length), FindingKind.Person, null, null);
                while (_desk.RefreshOne())
                {
                }

                using var anew = new ReviewDesk(_store, new Blog.Source.BlogFolder(_fixture.BlogFolder), TimeProvider.System);
                while (anew.RefreshOne())
                {
                }

                var (known, read) = (_desk.Board.Threads.First(), anew.Board.Threads.First());
                Assert.Equal(read.State, known.State);
                Assert.Equal(read.Held, known.Held);
                Assert.Equal(read.Open, known.Open);
                Assert.Equal(read.Twins, known.Twins);
                Assert.Equal(read.Texts.OrderBy(pair => pair.Key), known.Texts.OrderBy(pair => pair.Key));
            }
        }
    }

    [Fact]
    public void Comments_that_are_alike_are_joined_all_at_once_and_taken_back_all_at_once()
    {
        const string Words = "The kettle in the yard was never once inspected in all the winters.";
        VaultFixture.TakeIn(
            _store,
            [
                VaultFixture.Archive(), VaultFixture.Post("p3", 200, "Another yard."),
                VaultFixture.Comment("t1", "p3", 201, text: Words), VaultFixture.Comment("t2", "p3", 202, text: Words), VaultFixture.Comment("t3", "p3", 203, text: Words + "!"),
                VaultFixture.Comment("t4", "p3", 204, text: Words.Replace("never once", "never", StringComparison.Ordinal)),
            ]);
        _desk.Reload();
        while (_desk.RefreshOne())
        {
        }

        var alike = _desk.Alike();
        Assert.Equal(["t2", "t3"], alike.Select(pair => pair.Again.Comment!.SourceId));
        Assert.Equal(3, _desk.Board.Threads.Sum(thread => thread.Twins.Count)); // the fourth is nearly the same: a person reads it
        var made = _desk.SameAsAll(alike);
        while (_desk.RefreshOne())
        {
        }

        Assert.Equal(2, made.Count);
        Assert.Empty(_desk.Alike());
        Assert.Equal(2, _desk.UndoTogether(made[1].Handle.Hex).Count);
        while (_desk.RefreshOne())
        {
        }

        Assert.Equal(2, _desk.Alike().Count);
        Assert.Throws<ModerationException>(() => _desk.UndoTogether(made[0].Handle.Hex)); // not in force any more
    }

    public ReviewDeskTests()
    {
        Directory.CreateDirectory(Path.Combine(_fixture.BlogFolder, "input"));
        File.WriteAllText(Path.Combine(_fixture.BlogFolder, "input", "site.yml"), "title: T\naddress: https://t.example\n");
        _store = _fixture.Open();
        VaultFixture.TakeIn(_store, [.. ConsoleHost.Thread(6), VaultFixture.Post("p2", 90, "Margaret Dunwoody again, and a word of Sam Oakleaf.")]);
        _desk = new ReviewDesk(_store, new Blog.Source.BlogFolder(_fixture.BlogFolder), TimeProvider.System);
        while (_desk.RefreshOne())
        {
        }
    }

    public void Dispose()
    {
        _desk.Dispose();
        _store.Dispose();
        _fixture.Dispose();
    }

    [Fact]
    public void The_lists_count_what_the_review_of_the_store_counts()
    {
        var tally = new ReviewTally();
        foreach (var (_, comments, review) in VaultReview.Threads(_store, VaultReview.Reviewer(_store, _desk.Settings)))
        {
            tally.Add(comments, review);
        }

        var summary = _desk.Board.Summary;
        Assert.Equal(tally.Of(ReviewState.Held).Posts + tally.Of(ReviewState.Held).Comments, summary.Held);
        Assert.Equal(tally.Of(ReviewState.Ready).Posts + tally.Of(ReviewState.Ready).Comments, summary.Ready);
        Assert.Equal(tally.Of(ReviewState.Masked).Posts + tally.Of(ReviewState.Masked).Comments, summary.Masked);
        Assert.Equal(0, summary.Stale);
        Assert.Equal(summary.Held, summary.First); // fewer terms than fifty: they settle all

        // Said beforehand, and then done: after so many decisions nine of ten can go out, and not before.
        var most = Assert.NotNull(summary.ToMost);
        Assert.InRange(most, 1, summary.Decisions);
        foreach (var (term, made) in _desk.Board.Terms(nearMisses: false).Where(term => term.Holds).OrderByDescending(term => term.Texts.Count).ThenBy(term => term.Words, StringComparer.Ordinal).Select((term, index) => (term, index + 1)).ToList())
        {
            _desk.Term(new TermRequest { Action = DecisionAction.Redact, Term = term.Words, Scope = DecisionScope.Everywhere, Kind = term.Kind });
            Refresh();
            var now = _desk.Board.Summary;
            Assert.Equal(made >= most, now.Ready + now.Masked >= BoardSummary.Most * (now.Ready + now.Masked + now.Held));
        }
    }

    [Fact]
    public void A_decision_for_everywhere_is_seen_in_every_open_thread_and_list_and_goes_with_its_undo()
    {
        var held = _desk.Board.Summary.Held;
        var threads = _store.Posts().Select(post => _desk.Open(post.Handle)!).ToList();
        Assert.All(threads, thread => Assert.Contains(ConsoleHost.Name, thread.Review(thread.Units[0].Handle, _desk.Reviewer).Markdown, StringComparison.Ordinal));
        var (decision, places) = _desk.Term(new TermRequest { Action = DecisionAction.Redact, Term = ConsoleHost.Name, Scope = DecisionScope.Everywhere, Kind = FindingKind.Person });

        Assert.Equal(2, places.Threads);
        Assert.All(threads, thread => Assert.DoesNotContain("Dunwoody", thread.Review(thread.Units[0].Handle, _desk.Reviewer).Markdown, StringComparison.Ordinal));
        Refresh();
        Assert.True(_desk.Board.Summary.Held < held);
        Assert.DoesNotContain(_desk.Board.Terms(nearMisses: false), term => term.Words == ConsoleHost.Name);

        _desk.Undo(decision.Handle.Hex);
        Assert.All(threads, thread => Assert.Contains(ConsoleHost.Name, thread.Review(thread.Units[0].Handle, _desk.Reviewer).Markdown, StringComparison.Ordinal));
        Refresh();
        Assert.Equal(held, _desk.Board.Summary.Held);
    }

    [Fact]
    public void A_decision_on_a_place_leaves_the_other_texts_as_they_were_and_the_lists_follow()
    {
        var thread = _desk.Open(_store.Posts().First().Handle)!;
        thread.ReviewAll(_desk.Reviewer);
        var other = thread.Known(thread.Units[1].Handle);
        var view = _desk.View(thread, thread.Units[0], FindingFilter.Deciding);
        var finding = view.Findings.First(found => found.Kind == "person");
        _desk.Place(DecisionAction.Redact, thread.Units[0], finding.Field, new TextRange(finding.Start, finding.Start + finding.Length), FindingKind.Person, null, null);

        Assert.Same(other, thread.Known(thread.Units[1].Handle));
        Assert.Null(thread.Known(thread.Units[0].Handle));
        Assert.Contains(_desk.View(thread, thread.Units[0], FindingFilter.Deciding).Findings, found => found is { Status: FindingStatus.Redacted, Kind: "person" });
        Assert.Equal(1, _desk.Board.Stale);
    }

    [Fact]
    public void What_was_taken_out_in_one_place_and_stands_in_another_is_listed_until_somebody_decides()
    {
        Assert.Empty(_desk.Standing);
        var thread = _desk.Open(_store.Posts().First().Handle)!;
        var post = thread.Units[0];
        var at = post.Markdown.IndexOf(ConsoleHost.Name, StringComparison.Ordinal);
        _desk.Place(DecisionAction.Redact, post, TextField.Body, new TextRange(at, at + ConsoleHost.Name.Length), FindingKind.Person, null, null);
        Refresh();
        var term = Assert.Single(_desk.Standing);
        Assert.Equal((ConsoleHost.Name, "person", 1, 3), (term.Words, term.Kind, term.TakenOut, term.Hits.Count));
        Assert.DoesNotContain(term.Hits, hit => hit.Unit == post.Handle);

        // A text of its own, a text that is away, and then everywhere.
        var other = _desk.PlaceOf(term.Hits[0].Unit)!;
        _desk.Term(new TermRequest { Action = DecisionAction.Keep, Term = ConsoleHost.Name, Scope = DecisionScope.Text, At = other });
        Assert.Equal(2, Assert.Single(_desk.Standing).Hits.Count);
        _desk.Withhold(_desk.PlaceOf(term.Hits[1].Unit)!, DecisionScope.Text, null);
        Assert.Single(Assert.Single(_desk.Standing).Hits);
        _desk.Term(new TermRequest { Action = DecisionAction.Redact, Term = ConsoleHost.Name, Scope = DecisionScope.Everywhere });
        Assert.Empty(_desk.Standing);
        _desk.Undo(null);
        Assert.Single(Assert.Single(_desk.Standing).Hits);
    }

    [Fact]
    public void Comments_that_are_joined_leave_the_thread_and_come_back_with_the_undo()
    {
        const string Said = "The kiln has been cold since the spring and nobody was told why it was let go out.";
        VaultFixture.TakeIn(_store, VaultFixture.Archive(), VaultFixture.Post("p4", 200, "About the kiln."), VaultFixture.Comment("t1", "p4", 1, text: Said), VaultFixture.Comment("t2", "p4", 60, text: Said), VaultFixture.Comment("t3", "p4", 90, parent: "t2", text: "So it was."));
        _desk.Reload();
        Refresh();
        var (again, first) = Assert.Single(_desk.Board.Threads.SelectMany(each => each.Twins));
        Assert.Equal("1", _desk.View(_desk.Open(again)!, _desk.PlaceOf(again)!, FindingFilter.Deciding).Repairs.Twin);

        var joined = _desk.SameAs(_desk.PlaceOf(again)!, _desk.PlaceOf(first)!);
        Refresh();
        Assert.Empty(_desk.Board.Threads.SelectMany(each => each.Twins));
        Assert.Null(_desk.Open(again));
        var thread = _desk.Open(first)!;
        Assert.Equal(3, thread.Units.Count);
        Assert.Equal("answers #1", _desk.View(thread, thread.Units[2], FindingFilter.Deciding).Beside.Split(" · ")[^1]);
        Assert.Equal(joined.Handle.Hex, Assert.Single(_desk.View(thread, thread.Find(first)!, FindingFilter.Deciding).Repairs.Made).Decision);

        _desk.Undo(joined.Handle.Hex);
        Assert.Equal(4, _desk.Open(again)!.Units.Count);
    }

    [Fact]
    public void What_is_told_of_a_writer_is_listed_over_all_their_threads_with_what_readers_will_see()
    {
        var who = new ImportedAuthor { Name = "Nettlepin", Key = "pid-9" };
        VaultFixture.TakeIn(
            _store, VaultFixture.Archive(), VaultFixture.Post("p5", 300, "About the yard."), VaultFixture.Post("p6", 301, "About the gate."),
            VaultFixture.Comment("w1", "p5", 1, text: "I am 47 years old and nobody asked me. The gate was open.", author: who),
            VaultFixture.Comment("w2", "p6", 2, text: "I am a probation officer. I have been in post for 14 months. It rained.", author: who),
            VaultFixture.Comment("w3", "p6", 3, text: "I am 52 years old.", author: new ImportedAuthor { Name = "Anonymous" }));
        _desk.Reload();
        Refresh();
        UnitPlace Text(string id) => _store.Posts().SelectMany(post => _store.Comments(post.Row).Where(comment => comment.SourceId == id).Select(comment => new UnitPlace(post, comment))).Single();

        var (facts, _, read, threads) = WriterFacts.Of(_store, _desk.Reviewer, _desk.PlaceOf, Text("w2"));
        Assert.Equal((2, 2), (read, threads));
        Assert.Superset(new HashSet<string> { "age", "role", "length of service" }, facts.Select(fact => fact.Kind).ToHashSet());
        var age = Assert.Single(facts.Single(fact => fact.Kind == "age").Places);
        Assert.True(age.IsSeen);
        Assert.StartsWith("I am ", age.Excerpt.Before + age.Excerpt.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("gate", age.Excerpt.Before + age.Excerpt.Words + age.Excerpt.After, StringComparison.Ordinal); // its own sentence alone
        Assert.DoesNotContain("52", string.Concat(facts.SelectMany(fact => fact.Places).Select(place => place.Excerpt.Words)), StringComparison.Ordinal);

        _desk.Place(DecisionAction.Redact, Text("w1"), TextField.Body, new TextRange(age.Place.Start, age.Place.Start + age.Place.Length), FindingKind.Age, "middle age", null);
        Assert.Equal(["47 years old"], facts.Single(fact => fact.Kind == "age").Seen);
        var after = WriterFacts.Of(_store, _desk.Reviewer, _desk.PlaceOf, Text("w2")).Facts.Single(fact => fact.Kind == "age");
        Assert.False(after.IsSeen);

        // Somebody without a name stands alone.
        Assert.Equal(1, WriterFacts.Of(_store, _desk.Reviewer, _desk.PlaceOf, Text("w3")).Threads);

        // The archive is read only once somebody asks, and then to its end.
        var all = _desk.WantArchive().Threads;
        Refresh();
        Assert.Equal((all, 4), (_desk.WantArchive().Done, all));
        Assert.NotNull(_desk.WantArchive().Ledger.Writer(_store.People().Single(person => person.Name == "Nettlepin").Identity!));
    }

    [Fact]
    public void Words_are_listed_once_with_all_their_texts()
    {
        var term = _desk.Board.Terms(nearMisses: false).Single(each => each.Words == ConsoleHost.Name);

        Assert.Equal((FindingKind.Person, 4, 4, true), (term.Kind, term.Texts.Count, term.Places, term.Holds));
    }

    [Fact]
    public void Marks_cut_an_original_without_losing_a_letter()
    {
        var thread = _desk.Open(_store.Posts().First().Handle)!;
        foreach (var place in thread.Units)
        {
            var view = _desk.View(thread, place, FindingFilter.All);
            Assert.Equal(place.Markdown, string.Concat(view.Body.Select(segment => segment.Text)));
            Assert.All(view.Body, segment => Assert.Equal(segment.Text, place.Markdown.Substring(segment.Start, segment.Text.Length)));
            Assert.All(view.Findings.Where(found => found.Field == TextField.Body), found => Assert.Contains(view.Body, segment => segment.Finding == found.Index || view.Findings.Any(inner => inner.Index == segment.Finding && inner.Length <= found.Length)));
        }
    }

    [Fact]
    public void More_general_words_are_offered_for_a_fact_and_for_a_date()
    {
        VaultFixture.TakeIn(_store, VaultFixture.Archive(), VaultFixture.Post("p3", 99, "I am 47 years old. It was on 12 March 2015 that we met."));
        _desk.Reload();
        var place = _desk.PlaceOf(_store.Posts().Last().Handle)!;
        var age = place.Markdown.IndexOf("47", StringComparison.Ordinal);
        var date = place.Markdown.IndexOf("12 March 2015", StringComparison.Ordinal);

        Assert.Contains("in my forties", FactLadders.At(place, new PlaceFields(place.Handle.Hex, "body", age, 2, "age")).SelectMany(fact => fact.Rungs));
        Assert.Contains("March 2015", FactLadders.At(place, new PlaceFields(place.Handle.Hex, "body", date, "12 March 2015".Length, "event-date")).SelectMany(fact => fact.Rungs));
    }

    [Fact]
    public void Two_versions_of_a_text_are_laid_side_by_side()
    {
        var parts = TextDiff.Of("The kiln of Sam Oakleaf is cold.", "The kiln of [redacted: person] is cold.");

        Assert.Equal("The kiln of Sam Oakleaf is cold.", string.Concat(parts.Where(part => part.Change <= 0).Select(part => part.Text)));
        Assert.Equal("The kiln of [redacted: person] is cold.", string.Concat(parts.Where(part => part.Change >= 0).Select(part => part.Text)));
        Assert.Equal([0, -1, 1, 0], parts.Select(part => part.Change).Where((change, index) => index is 0 or 1 || change != parts[index - 1].Change).Take(4));
    }

    [Fact]
    public void The_pace_is_the_middle_of_the_times_between_decisions_of_one_sitting()
    {
        var start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        VaultDecision At(double seconds) => new() { Handle = default, Made = start.AddSeconds(seconds), Actor = "T", Action = DecisionAction.Keep, Scope = DecisionScope.Place };

        Assert.Equal((BoardSummary.SecondsADecision, 0), DecisionPace.Of([At(0), At(3)]));
        Assert.Equal((3.0, 24), DecisionPace.Of([.. Enumerable.Range(0, 20).Select(i => At(i * 3)), At(9000), .. Enumerable.Range(1, 5).Select(i => At(9000 + i))]));
    }

    [Fact]
    public void The_sites_stylesheet_holds_within_the_readers_pane_only()
    {
        var css = ConsoleAssets.Within(".reader", ":root {\n  --a: 1;\n}\nhtml { x: 1; }\nbody { y: 2; }\np { z: 3; }");

        Assert.Equal(".reader {\n& {\n  --a: 1;\n}\n& { x: 1; }\n& { y: 2; }\np { z: 3; }\n}\n", css);
    }

    private void Refresh()
    {
        while (_desk.RefreshOne())
        {
        }
    }
}
