using System.Text;
using Blog.Requests;
using Blog.Tests.Vault;
using Blog.Vault;

namespace Blog.Tests.Requests;

public sealed class RequestBookTests : IDisposable
{
    private const string Note = "Zebedee Quillfeather rang from 020 7946 0123 about it";

    private readonly VaultFixture _fixture = new();
    private readonly ManualTime _time = new() { Now = new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero) };
    private readonly VaultStore _store;
    private readonly RequestBook _book;

    public RequestBookTests()
    {
        _store = VaultStore.OpenOrCreate(_fixture.Location(), System.Security.Cryptography.RandomNumberGenerator.Create(), _time);
        _store.Sealed.Cost = 1000;
        VaultFixture.TakeIn(_store, [VaultFixture.Archive(), VaultFixture.Post("p1", 0), VaultFixture.Comment("c1", "p1", 1)]);
        _book = new RequestBook(_store, _time);
    }

    public void Dispose()
    {
        _store.Dispose();
        _fixture.Dispose();
    }

    [Fact]
    public void The_queue_has_what_is_overdue_first_and_what_is_closed_last()
    {
        Add("complaint", "2026-11-23");
        Add("erasure", "2026-09-01");
        var closed = Add("copyright", "2026-08-01");
        Add("who-wrote", "2026-11-01");
        Add("defamation", "2026-11-23T11:00");
        _book.SetDone(closed, isDone: true, forget: false);

        var queue = _book.Queue();
        Assert.Equal(["erasure", "defamation", "complaint", "who-wrote", "copyright"], queue.Select(request => request.Kind.Word));
        Assert.Equal([true, false, false, false, false], queue.Select(request => request.IsOverdue));
        Assert.Equal(new DateTime(2026, 11, 25, 11, 0, 0), queue[1].Next!.End);
        Assert.Equal("23 hours left", queue[1].Next!.Words);
        Assert.Equal("by 11:00 on Wednesday 25 November 2026", queue[1].Next!.By);
        Assert.Equal(new DateOnly(2026, 10, 1), queue[0].Clocks[0].LastDay);
        Assert.Null(queue[3].Next);
    }

    [Fact]
    public void A_step_stops_its_clock_in_time_or_late_and_can_be_opened_again()
    {
        var request = Add("defamation", "2026-11-23T11:00");
        _book.SetStep(request, "act", RequestStepState.Done);
        Assert.Equal(ClockState.Stopped, Again(request).Clocks[0].State);
        _book.SetStep(request, "act", RequestStepState.Open);
        Assert.Equal(ClockState.Running, Again(request).Clocks[0].State);
        _time.Pass(TimeSpan.FromHours(23));
        Assert.Equal(ClockState.Overdue, Again(request).Clocks[0].State); // on the minute
        _book.SetStep(request, "act", RequestStepState.Done);
        Assert.Equal(ClockState.Late, Again(request).Clocks[0].State);
        Assert.Throws<RequestException>(() => _book.SetStep(request, "no-such-step", RequestStepState.Done));
        _book.SetStep(request, "copy-wayback", RequestStepState.NotNeeded);
        Assert.Equal(RequestStepState.NotNeeded, Again(request).Copies.Single(copy => copy.Place.Word == "wayback").Item.State);
    }

    [Fact]
    public void What_a_person_wrote_is_sealed_and_can_be_forgotten_while_locked()
    {
        Assert.Throws<VaultException>(() => Add("erasure", "2026-11-20", Note)); // no passphrase yet: nothing is kept of it
        Assert.Empty(_book.Queue());
        using (var passphrase = Passphrase.New("four words and more"))
        {
            _store.Sealed.SetPassphrase(null, passphrase);
            _store.Sealed.Unlock(passphrase, keep: false);
        }

        var request = Add("erasure", "2026-11-20", Note);
        _book.AddNote(request, "Answered.");
        Assert.Equal($"2026-11-24 12:00 {Note}\n\n2026-11-24 12:00 Answered.", _book.Note(request));
        _store.Sealed.Lock();
        Assert.Throws<VaultException>(() => _book.Note(request));
        Assert.True(_book.HasNote(request));
        foreach (var file in Directory.EnumerateFiles(_fixture.Root, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith("vault.lock", StringComparison.Ordinal)))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            Assert.DoesNotContain("Quillfeather", Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        }

        _book.SetDone(request, isDone: true, forget: true);
        Assert.False(_book.HasNote(request));
        Assert.False(Again(request).IsOpen);
        Assert.Equal(
            [AuditVerb.Request, AuditVerb.Sealed, AuditVerb.Sealed, AuditVerb.RequestClosed, AuditVerb.RequestForgotten],
            _store.Audit.Of(request.Row.Handle).Select(entry => entry.Verb));
        Assert.Empty(VaultVerifier.Verify(_store, []).Faults);
    }

    [Fact]
    public void A_request_is_about_texts_by_random_name_and_comes_not_from_the_future()
    {
        var comment = _store.Units().Single(unit => unit.CommentRow is not null).Handle;
        var request = _book.Add(Kind("victim"), new DateTime(2026, 11, 24, 11, 0, 0), [comment], null);
        _book.AddUnits(request, _store.Units().Select(unit => unit.Handle));
        Assert.Equal(2, Again(request).Row.Units.Count);
        Assert.Throws<RequestException>(() => Add("victim", "2026-11-24T12:01"));
        Assert.Throws<RequestException>(() => _book.Find("zz"));
        Assert.Equal(request.Row.Handle, _book.Find(request.Row.Handle.Hex[..8]).Row.Handle);
    }

    [Fact]
    public void A_clock_beyond_the_known_holidays_says_so()
    {
        _time.Now = new DateTimeOffset(BankHolidays.KnownUntil, 12, 20, 12, 0, 0, TimeSpan.Zero);
        Assert.True(Add("erasure", $"{BankHolidays.KnownUntil}-12-19").Clocks[0].IsUncertain);
        Assert.False(Add("defamation", $"{BankHolidays.KnownUntil}-12-19").Clocks[0].IsUncertain);
    }

    [Fact]
    public void The_verifier_sees_a_request_put_there_or_taken_away_by_another_tool()
    {
        Add("victim", "2026-11-20");
        _store.Execute("INSERT INTO request (handle, kind, received) VALUES (randomblob(16), 'victim', 1)");
        Assert.Contains(VaultVerifier.Verify(_store, []).Faults, fault => fault.Contains("requests have no entry", StringComparison.Ordinal));
        _store.Execute("DELETE FROM request");
        Assert.Contains(VaultVerifier.Verify(_store, []).Faults, fault => fault.Contains("requests stand in the audit", StringComparison.Ordinal));
    }

    private static RequestKind Kind(string word) => RequestKindTable.All.Single(kind => kind.Word == word);

    private RequestView Add(string kind, string received, string? note = null) => _book.Add(Kind(kind), UkTime.TryParse(received, out var local) ? local : throw new FormatException(received), [], note);

    private RequestView Again(RequestView request) => _book.Find(request.Row.Handle.Hex);
}
