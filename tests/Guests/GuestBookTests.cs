using System.Security.Cryptography;
using System.Text;
using Blog.Guests;
using Blog.Model;
using Blog.Release;
using Blog.Source;
using Blog.Tests.Vault;
using Blog.Vault;
using Blog.Vault.Guests;

namespace Blog.Tests.Guests;

/// <summary>A guest's text from the day it came to the day it goes: what lies where, what is refused, what is gone.</summary>
public sealed class GuestBookTests : IDisposable
{
    private const string Sent = "Last week Zebedee Quillfeather of the Ockering office told us to close 40 cases.\n\nI have worked there for 17 years.";
    private const string Agreed = "Last week a manager told us to close cases.\n\nI have worked there for many years.";
    private const string Sender = "Perpetua Thimblerigg <perpetua@thimblerigg.example.org>";

    private readonly VaultFixture _fixture = new();
    private readonly ManualTime _time = new() { Now = new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero) };
    private readonly VaultStore _store;
    private readonly GuestBook _book;

    public GuestBookTests()
    {
        _fixture.SmallBlog();
        _store = _fixture.OpenUnlocked(_time);
        _book = new GuestBook(_store, _time);
    }

    public void Dispose()
    {
        _store.Dispose();
        _fixture.Dispose();
    }

    [Fact]
    public void Every_word_lies_sealed_until_its_writer_agreed_and_the_sender_is_named_nowhere()
    {
        var guest = Add();
        _book.Amend(guest, "A letter", Agreed);
        _book.Ask(guest);
        AssertNowhere("Quillfeather", "Thimblerigg", "Ockering", "manager told us");
        Assert.Equal(Sender, _book.Sender(guest));
        Assert.Equal(Sent, _book.Original(guest)!.Markdown);

        // Nothing that holds a text says which row is its sender's.
        using var rows = new Statement(_store.Connection, "SELECT item FROM sealed_item WHERE kind = 'sender'");
        Assert.True(rows.Step());
        var sender = Convert.ToHexStringLower(rows.Blob(0));
        Assert.NotEqual(guest.Hex, sender);
        rows.Rest();
        Assert.DoesNotContain(sender, VaultFixture.Dump(_store, withRuns: true).Replace("sealed_item", string.Empty, StringComparison.Ordinal).Split('\n').Where(line => !line.Contains("sender", StringComparison.Ordinal)));

        _store.Sealed.Lock();
        Assert.Equal(GuestState.Asked, Assert.Single(_book.List()).State);
        Assert.Throws<VaultException>(() => _book.Open(guest));
        Assert.True(_book.ForgetSender(guest)); // what must go goes without a passphrase
        Assert.False(_book.ForgetSender(guest));
    }

    [Fact]
    public void Only_the_very_text_that_was_agreed_to_is_published()
    {
        var guest = Add();
        Assert.Contains("has not agreed", Assert.Throws<GuestException>(() => Publish(guest)).Message, StringComparison.Ordinal);
        _book.Amend(guest, "A letter", Agreed);
        Assert.Contains("not asked", Assert.Throws<GuestException>(() => Yes(guest)).Message, StringComparison.Ordinal);
        _book.Ask(guest);
        _book.Amend(guest, "A letter", Agreed + "!");
        Assert.Contains("changed since", Assert.Throws<GuestException>(() => Yes(guest)).Message, StringComparison.Ordinal);
        _book.Undo(guest);
        Yes(guest);
        Assert.Equal(GuestState.Agreed, _book.List()[0].State);

        _book.Amend(guest, "A letter.", Agreed); // one sign in the title
        Assert.Contains("another text", Assert.Throws<GuestException>(() => Publish(guest)).Message, StringComparison.Ordinal);
        Assert.DoesNotContain(_store.Posts(), post => post.SourceFormat == GuestTable.Source);
        _book.Undo(guest);
        Publish(guest);
        Assert.Equal(GuestState.Published, _book.List()[0].State);
        Assert.Contains("published", Assert.Throws<GuestException>(() => _book.Amend(guest, "A letter", "x")).Message, StringComparison.Ordinal);
        Assert.Throws<GuestException>(() => Publish(guest));
    }

    [Fact]
    public void A_published_text_goes_out_on_its_day_with_the_consent_under_which_it_stands_and_goes_when_that_ends()
    {
        var guest = Agree(until: new DateOnly(2026, 12, 24));
        Publish(guest, new DateOnly(2026, 12, 1));
        Assert.Empty(Release());

        _time.Now = new DateTimeOffset(2026, 12, 1, 9, 0, 0, TimeSpan.Zero);
        var post = Assert.Single(Release());
        Assert.Equal((Provenance.Guest, "2026-12-01", 7), (post.FrontMatter.Provenance, post.FrontMatter.Date.ToString(), post.FrontMatter.Series!.Number));
        Assert.Equal((ConsentHash.Of("A letter", Agreed), "whole", "2026-12-24"), (post.FrontMatter.Consent!.Sha256, post.FrontMatter.Consent.Scope, post.FrontMatter.Consent.Until.ToString()));
        Assert.Equal(Agreed, post.Body);
        Assert.Null(post.FrontMatter.Author);
        Assert.DoesNotContain(guest.Hex, post.FrontMatter.Id.Value, StringComparison.Ordinal);

        _time.Now = new DateTimeOffset(2026, 12, 25, 9, 0, 0, TimeSpan.Zero);
        Assert.Empty(Release());
    }

    [Fact]
    public void What_its_writer_takes_back_goes_with_the_next_release()
    {
        var guest = Agree(until: null);
        Publish(guest, _book.Today);
        Assert.Single(Release());
        _book.Withdraw(guest);
        Assert.Empty(Release());
        Assert.Throws<GuestException>(() => Publish(guest)); // and only a new yes brings it back
        _book.Ask(guest);
        Yes(guest);
        Publish(guest, _book.Today);
        Assert.Single(Release());
    }

    [Fact]
    public void A_changed_letter_in_the_file_stops_whoever_reads_it()
    {
        Publish(Agree(until: null), _book.Today);
        Release();
        var file = Directory.GetFiles(Path.Combine(_fixture.BlogFolder, "input", "posts"), "*.md", SearchOption.AllDirectories).Single();
        File.WriteAllText(file, File.ReadAllText(file).Replace("many years", "many yearz", StringComparison.Ordinal));
        var refused = Assert.Throws<SourceException>(() => new BlogReader(new BlogFolder(_fixture.BlogFolder)).ReadPost(new BlogReader(new BlogFolder(_fixture.BlogFolder)).ListPosts().Single()));
        Assert.Contains("not the one its writer agreed to", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("yearz", refused.Message, StringComparison.Ordinal);
        Assert.NotEmpty(BlogChecker.Check(new BlogFolder(_fixture.BlogFolder)));
    }

    [Fact]
    public void A_text_that_was_put_among_the_posts_and_not_let_go_stays_there()
    {
        var guest = Agree(until: null);
        VaultFixture.TakeIn(_store, new Blog.Import.ImportedSource { Format = GuestTable.Source, Key = GuestTable.Source }, VaultFixture.Post(guest.Hex, 0, Agreed)); // as a kill leaves it
        Assert.Empty(Release());
        Publish(guest, _book.Today);
        Assert.Equal(Agreed, Assert.Single(Release()).Body);
    }

    [Fact]
    public void A_later_redaction_takes_out_of_it_and_its_consent_is_to_what_is_left()
    {
        Publish(Agree(until: null), _book.Today);
        new Blog.Moderate.Moderation(_store, _store.Actor, _time).Term(new Blog.Moderate.TermRequest { Action = DecisionAction.Redact, Term = "many years", Scope = DecisionScope.Everywhere });
        var post = Assert.Single(Release());
        Assert.DoesNotContain("many years", post.Body, StringComparison.Ordinal);
        Assert.Equal(ConsentHash.Of(post.FrontMatter.Title, post.Body), post.FrontMatter.Consent!.Sha256);
    }

    [Fact]
    public void A_text_that_was_changed_in_the_store_is_not_released()
    {
        Publish(Agree(until: null), _book.Today);
        _store.Execute("UPDATE post_text SET markdown = replace(markdown, 'many', 'any')");
        Assert.Empty(Release(out var report));
        Assert.Contains(report.Held.Keys, reason => reason.Contains("not the one agreed to", StringComparison.Ordinal));
    }

    [Fact]
    public void What_was_taken_out_is_looked_for_in_the_thread_by_keyed_numbers_alone()
    {
        Publish(Agree(until: null), _book.Today);
        var terms = ErasureList.Of(_store).Terms;
        var scope = SealScope.Thread(_store.Units().Single(unit => unit.CommentRow is null).PublicId);
        foreach (var secret in new[] { "Was it Quillfeather?", "ockering again", "perpetua thimblerigg says", "perpetua@thimblerigg.example.org" })
        {
            Assert.True(terms.Find(secret, scope).Count > 0, $"number {secret.Length} is not found"); // the words stay out of the message
        }

        Assert.Empty(terms.Find("Last week a manager told us. I have worked there for 17 years, at the office, since 2016.", scope));
        Assert.Empty(terms.Find("Was it Quillfeather?", SealScope.Thread("another")));
        AssertNowhere("Quillfeather", "Thimblerigg", "Ockering");
        Assert.DoesNotContain("uillfeather", File.ReadAllText(ErasureList.PathOf(_store.Location)), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_word_that_the_archive_is_full_of_is_no_secret()
    {
        VaultFixture.TakeIn(_store, VaultFixture.Archive(), VaultFixture.Post("p1", 0, "The Wibbleboard met."), VaultFixture.Comment("c1", "p1", 1, text: "The Wibbleboard again."), VaultFixture.Comment("c2", "p1", 2, text: "No more Wibbleboard."));
        var guest = _book.Add(new GuestArrival("A letter", "Then the Wibbleboard and the Fnordleship came."));
        _book.Amend(guest, "A letter", "Then they came.");
        _book.Ask(guest);
        Yes(guest);
        Publish(guest);
        var scope = SealScope.Thread(_store.Units().Single(unit => _store.Posts().Any(post => post.SourceFormat == GuestTable.Source && post.Handle == unit.Handle)).PublicId);
        Assert.NotEmpty(ErasureList.Of(_store).Terms.Find("the Fnordleship", scope));
        Assert.Empty(ErasureList.Of(_store).Terms.Find("the Wibbleboard", scope));
    }

    [Fact]
    public void With_the_choice_to_destroy_nothing_is_left_of_what_was_sent_not_even_its_sealed_bytes()
    {
        var guest = Agree(until: null);
        var sealedBefore = Sealed("guest-original");
        var versionsBefore = Sealed("guest");
        Publish(guest, _book.Today);
        Assert.Null(_book.Original(guest));
        Assert.Equal([Agreed], _book.Open(guest).Draft.Versions.Select(version => version.Markdown));
        _store.Dispose();
        foreach (var file in Directory.GetFiles(_fixture.Location().Folder))
        {
            Assert.Equal(-1, File.ReadAllBytes(file).AsSpan().IndexOf(sealedBefore.AsSpan(0, 64)));
            Assert.Equal(-1, File.ReadAllBytes(file).AsSpan().IndexOf(versionsBefore.AsSpan(0, 64)));
        }
    }

    [Fact]
    public void With_the_choice_to_keep_it_stays_sealed()
    {
        var guest = Agree(until: null, keep: true);
        Publish(guest, _book.Today);
        Assert.Equal(Sent, _book.Original(guest)!.Markdown);
        AssertNowhere("Quillfeather", "Ockering");
    }

    [Fact]
    public void Empty_and_endless_texts_and_impossible_days_are_refused()
    {
        Assert.Throws<GuestException>(() => _book.Add(new GuestArrival("x", " \n ")));
        Assert.Throws<GuestException>(() => _book.Add(new GuestArrival("x", new string('a', GuestBook.MostText + 1))));
        Assert.Empty(_book.List());
        var guest = Add();
        _book.Ask(guest);
        Assert.Throws<GuestException>(() => _book.Answer(guest, ConsentAnswer.Yes, _book.Today.AddDays(1), Terms(null)));
        Assert.Throws<GuestException>(() => _book.Answer(guest, ConsentAnswer.Yes, _book.Today.AddDays(-1), Terms(null)));
        Assert.Throws<GuestException>(() => _book.Answer(guest, ConsentAnswer.Yes, _book.Today, Terms(_book.Today.AddDays(-1))));
        Assert.Throws<GuestException>(() => _book.Answer(guest, ConsentAnswer.Yes, _book.Today, null));
        _book.Answer(guest, ConsentAnswer.Yes, _book.Today, Terms(_book.Today));
        Assert.Throws<GuestException>(() => Publish(guest, _book.Today.AddDays(1)));
        Assert.Throws<GuestException>(() => _book.Find("00"));
    }

    [Fact]
    public void A_moderator_reads_none_of_it()
    {
        var guest = Add();
        using (var transaction = _store.BeginTransaction())
        {
            _store.Roles.Give(_store.Actor, PersonRole.Editor);
            _store.Roles.Give("Somebody Else", PersonRole.Moderator);
            transaction.Commit();
        }

        _store.Actor = "Somebody Else";
        Assert.Throws<VaultException>(() => _book.Open(guest));
        Assert.Throws<VaultException>(() => _book.Sender(guest));
        Assert.Throws<VaultException>(() => _book.ForgetSender(guest));
    }

    [Fact]
    public void A_second_person_confirms_a_publication_where_the_store_says_so()
    {
        File.WriteAllText(Path.Combine(_fixture.Location().Folder, VaultSettingsReader.FileName), "twoPersons: [guest-post]\n");
        var guest = Agree(until: null);
        var refused = Assert.Throws<VaultException>(() => Publish(guest, _book.Today));
        Assert.Contains("two people", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Release());
        _store.Confirmations.Confirm(_store.Confirmations.List().Single().Handle.Hex, "Other Editor");
        Publish(guest, _book.Today);
        Assert.Single(Release());
    }

    [Fact]
    public void The_next_number_of_a_series_comes_after_all_that_stand()
    {
        Assert.Equal(1, _book.NextNumber("Guest Blog", []));
        Assert.Equal(48, _book.NextNumber("Guest Blog", [new SeriesPlace("Guest Blog", 47), new SeriesPlace("Other", 90), null]));
        Publish(Agree(until: null), _book.Today);
        Assert.Equal(8, _book.NextNumber("Guest Blog", [new SeriesPlace("Guest Blog", 3)]));
    }

    [Fact]
    public void A_drawn_day_lies_within_the_days_that_are_said_and_is_not_always_the_same()
    {
        var days = Enumerable.Range(0, 200).Select(_ => GuestPlace.DrawDay(_book.Today)).ToHashSet();
        Assert.All(days, day => Assert.InRange(day, _book.Today.AddDays(1), _book.Today.AddDays(GuestPlace.DrawnWithin)));
        Assert.True(days.Count > 5);
    }

    private VaultHandle Add() => _book.Add(new GuestArrival("A letter from Ockering", Sent) { Sender = Sender, Hidden = [new HiddenWords("comment", "by Quillfeather")] });

    private VaultHandle Agree(DateOnly? until, bool keep = false)
    {
        var guest = Add();
        _book.Amend(guest, "A letter", Agreed);
        _book.Ask(guest);
        _book.Answer(guest, ConsentAnswer.Yes, _book.Today, Terms(until, keep));
        return guest;
    }

    private void Yes(VaultHandle guest) => _book.Answer(guest, ConsentAnswer.Yes, _book.Today, Terms(null));

    private static ConsentTerms Terms(DateOnly? until, bool keep = false) => new(ConsentScope.Whole, until, OpenComments: true, KeepOriginal: keep);

    private void Publish(VaultHandle guest, DateOnly? on = null) => _book.Publish(guest, new GuestPlace(on ?? _book.Today, new SeriesPlace("Guest Blog", 7), ["Letters"]));

    private IReadOnlyList<PublishedPost> Release() => Release(out _);

    private List<PublishedPost> Release(out ReleaseReport report)
    {
        var reader = new BlogReader(new BlogFolder(_fixture.BlogFolder));
        report = Releaser.Run(_store, reader.Folder, reader.ReadSettings(), new ReleaseOptions(false, null, false, [], UnfinishedPolicy.Release), null, CancellationToken.None);
        return [.. reader.ListPosts().Select(reader.ReadPost)];
    }

    private byte[] Sealed(string kind)
    {
        using var row = new Statement(_store.Connection, "SELECT sealed FROM sealed_item WHERE kind = ?1");
        row.Bind(1, kind).Step();
        var bytes = row.Blob(0).ToArray();
        row.Rest();
        return bytes;
    }

    private void AssertNowhere(params string[] words)
    {
        _store.EmptyLog();
        foreach (var file in Directory.GetFiles(_fixture.Location().Folder).Where(file => Path.GetFileName(file) != "vault.lock"))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            foreach (var word in words)
            {
                Assert.Equal(-1, bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)));
                Assert.Equal(-1, bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(word.ToLowerInvariant())));
            }
        }
    }
}
