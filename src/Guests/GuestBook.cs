using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Blog.Guests.Submissions;
using Blog.Html;
using Blog.Import;
using Blog.Model;
using Blog.Moderate;
using Blog.Moderate.Pictures;
using Blog.Source;
using Blog.Vault;
using Blog.Vault.Guests;

namespace Blog.Guests;

/// <summary>The guests' texts of a store: taken in, amended, agreed to, published, forgotten. Every word lies sealed until the agreed text is put among the texts that are released.</summary>
/// <remarks>
/// A draft is one sealed row that is written anew at each change; the text as it was sent is another, which never changes and can be destroyed by itself; who sent it is a third, whose
/// name nobody can work out without the store's key. So destroying one is deleting one row, which SQLite overwrites.
/// </remarks>
public sealed class GuestBook
{
    /// <summary>Characters of a guest's text: a long book chapter. What is longer is no post.</summary>
    public const int MostText = 400_000;

    /// <summary>Versions that are kept; beyond, the oldest but the first go.</summary>
    public const int MostVersions = 60;

    /// <summary>Pictures of one text: as many as a submission takes.</summary>
    public const int MostPictures = 12;

    private const int MinDigits = 4;

    private static readonly SearchValues<char> MarkdownSigns = SearchValues.Create("[]()<>!\\`*_");

    private static readonly JsonSerializerOptions Json = new() { UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow };

    private readonly VaultStore _store;
    private readonly TimeProvider _time;
    private readonly byte[] _senderKey;

    /// <summary>Opens the book.</summary>
    /// <param name="store">The private store.</param>
    /// <param name="time">The clock.</param>
    public GuestBook(VaultStore store, TimeProvider time)
    {
        _store = store;
        _time = time;
        _senderKey = store.DeriveKey("guest sender");
    }

    /// <summary>Today, in UTC: the day by which consent holds or has ended.</summary>
    public DateOnly Today => DateOnly.FromDateTime(_time.GetUtcNow().UtcDateTime);

    /// <summary>Every guest's text, without words; needs no passphrase.</summary>
    public IReadOnlyList<VaultGuest> List() => _store.Guests.List();

    /// <summary>The guest's text of a name, by its first digits; needs no passphrase.</summary>
    /// <exception cref="GuestException">None is called so, or several are.</exception>
    public VaultGuest Find(string name)
    {
        var found = name.Length >= MinDigits ? List().Where(guest => guest.Handle.Hex.StartsWith(name, StringComparison.OrdinalIgnoreCase)).ToList() : [];
        return found switch
        {
            [var only] => only,
            [] => throw new GuestException("No guest's text is called so. \"guest list\" shows their names. Nothing was changed."),
            _ => throw new GuestException($"{found.Count} guests' texts have names that begin so. Give more digits. Nothing was changed."),
        };
    }

    /// <summary>A guest's text with its words.</summary>
    /// <exception cref="VaultException">The sealed part is locked, or the actor may not read it.</exception>
    /// <exception cref="GuestException">There is no such text.</exception>
    public GuestView Open(VaultHandle guest) => new(List().FirstOrDefault(each => each.Handle == guest) ?? throw new GuestException("There is no such guest's text. Nothing was changed."), Read(guest));

    /// <summary>Takes a text in.</summary>
    /// <returns>Its name.</returns>
    /// <exception cref="GuestException">It is empty or far too long.</exception>
    /// <exception cref="VaultException">The sealed part is locked.</exception>
    public VaultHandle Add(GuestArrival arrival)
    {
        using var transaction = _store.BeginTransaction();
        var handle = Add(arrival, transaction);
        transaction.Commit();
        return handle;
    }

    /// <summary>As <see cref="Add(GuestArrival)"/>, within a transaction that is open.</summary>
    public VaultHandle Add(GuestArrival arrival, VaultTransaction transaction)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        var version = Version(arrival.Title, arrival.Markdown);
        var handle = _store.Guests.Add();
        Write(handle, new GuestDraft { Versions = [version], Hidden = arrival.Hidden, Submission = arrival.Submission });
        _store.Sealed.Put(SealedKind.GuestOriginal, handle, JsonSerializer.SerializeToUtf8Bytes(new GuestVersion(version.Made, version.By, arrival.Title, arrival.Markdown), Json));
        if (!string.IsNullOrWhiteSpace(arrival.Sender))
        {
            _store.Sealed.Put(SealedKind.Sender, SenderOf(handle), Encoding.UTF8.GetBytes(arrival.Sender.Trim()));
        }

        return handle;
    }

    /// <summary>The text as it was sent; null where it was destroyed.</summary>
    /// <exception cref="VaultException">The sealed part is locked.</exception>
    public GuestVersion? Original(VaultHandle guest) =>
        _store.Sealed.TryGet(SealedKind.GuestOriginal, guest, out var bytes) ? JsonSerializer.Deserialize<GuestVersion>(bytes, Json) : null;

    /// <summary>Who sent it; null where nobody said, or it was forgotten.</summary>
    /// <exception cref="VaultException">The sealed part is locked.</exception>
    public string? Sender(VaultHandle guest) => _store.Sealed.TryGet(SealedKind.Sender, SenderOf(guest), out var bytes) ? Encoding.UTF8.GetString(bytes) : null;

    /// <summary>Keeps another version of a text. A consent to an earlier one does not hold for it.</summary>
    /// <returns>False where it says what the text says already.</returns>
    /// <exception cref="GuestException">It is empty, far too long, or published already.</exception>
    public bool Amend(VaultHandle guest, string? title, string markdown)
    {
        var view = RequireOpen(guest);
        var version = Version(title, markdown);
        if (version.Title == view.Draft.Now.Title && version.Markdown == view.Draft.Now.Markdown)
        {
            return false;
        }

        Change(guest, view.Draft with { Versions = Kept([.. view.Draft.Versions, version]) }, GuestState.Amending);
        return true;
    }

    /// <summary>Puts a picture at the end of a text, as a new version. Nothing of its file but what it shows is kept.</summary>
    /// <param name="guest">The guest's text.</param>
    /// <param name="file">The picture.</param>
    /// <param name="words">What it shows, for those who do not see it.</param>
    /// <exception cref="GuestException">The words are missing or no plain words, there are too many pictures, or the text is published already.</exception>
    /// <exception cref="Blog.Redact.Pictures.PictureException">It could never be published.</exception>
    public void AddPicture(VaultHandle guest, ReadOnlySpan<byte> file, string words)
    {
        var view = RequireOpen(guest);
        if (SourceText.CanonicalValue(words) is not { } alt || alt.AsSpan().ContainsAny(MarkdownSigns))
        {
            throw new GuestException("Say in plain words, without brackets and signs of Markdown, what the picture shows. Nothing was changed.");
        }

        var picture = GuestPicture.Of(file);
        IReadOnlyList<GuestPicture> pictures = view.Draft.Pictures.Any(each => each.Path == picture.Path) ? view.Draft.Pictures : [.. view.Draft.Pictures, picture];
        if (pictures.Count > MostPictures)
        {
            throw new GuestException($"A text takes {MostPictures} pictures. Nothing was changed.");
        }

        var version = Version(view.Draft.Now.Title, $"{view.Draft.Now.Markdown}\n\n![{alt}]({picture.Path})");
        Change(guest, view.Draft with { Pictures = pictures, Versions = Kept([.. view.Draft.Versions, version]) }, GuestState.Amending);
    }

    /// <summary>Goes back to the version before; the one that is left stays in the history.</summary>
    /// <exception cref="GuestException">There is none before, or it is published already.</exception>
    public void Undo(VaultHandle guest)
    {
        var view = RequireOpen(guest);
        var now = view.Draft.Now;
        var before = view.Draft.Versions.LastOrDefault(version => version.Title != now.Title || version.Markdown != now.Markdown)
            ?? throw new GuestException("There is no version before this one. Nothing was changed.");
        Amend(guest, before.Title, before.Markdown);
    }

    /// <summary>Notes that the writer is asked whether the text may stand as it is now.</summary>
    /// <exception cref="GuestException">It is published already.</exception>
    public void Ask(VaultHandle guest)
    {
        var view = RequireOpen(guest);
        RequirePictures(view.Draft);
        if (view.Draft.Consents is [.., { Answer: null } last] && last.Sha256 == view.Draft.Sha256)
        {
            return; // asked already, about this very text
        }

        Change(guest, view.Draft with { Consents = [.. view.Draft.Consents, new GuestConsent(Today, view.Draft.Sha256)] }, GuestState.Asked);
    }

    /// <summary>Records what the writer answered to the text they were shown last.</summary>
    /// <param name="guest">The guest's text.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="day">When they gave it.</param>
    /// <param name="terms">What they chose; only with a yes.</param>
    /// <exception cref="GuestException">They were not asked, the text was changed since, or the day cannot be.</exception>
    public void Answer(VaultHandle guest, ConsentAnswer answer, DateOnly day, ConsentTerms? terms)
    {
        var view = RequireOpen(guest);
        if (view.Draft.Consents is not [.., var asked])
        {
            throw new GuestException("Its writer was not asked yet. Make the page for them first: \"guest consent\". Nothing was changed.");
        }

        if (day < asked.Asked || day > Today)
        {
            throw new GuestException("An answer is given between the day of the question and today. Nothing was changed.");
        }

        if (answer == ConsentAnswer.Yes && terms is null)
        {
            throw new GuestException("A yes says what may stand, and how long. Nothing was changed.");
        }

        if (answer == ConsentAnswer.Yes && terms!.Until is { } until && until < Today) // not null: checked just before
        {
            throw new GuestException("The last day on which it may stand is over. Nothing was changed.");
        }

        if (answer == ConsentAnswer.Yes && asked.Sha256 != view.Draft.Sha256)
        {
            throw new GuestException("The text was changed since its writer was asked, so their yes is to another text. Ask again (\"guest consent\"), or go back to the text they saw (\"guest history\"). Nothing was changed.");
        }

        var answered = asked with { Answered = day, Answer = answer, Terms = answer == ConsentAnswer.Yes ? terms : null };
        Change(guest, view.Draft with { Consents = [.. view.Draft.Consents.SkipLast(1), answered] }, answer switch
        {
            ConsentAnswer.Yes => GuestState.Agreed,
            ConsentAnswer.Change => GuestState.Amending,
            ConsentAnswer.Withdraw => GuestState.Withdrawn,
            _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, "No such answer."),
        });
    }

    /// <summary>Puts the agreed text among the texts that are released, from a day on; refuses where the text is not, letter for letter, the one its writer agreed to.</summary>
    /// <param name="guest">The guest's text.</param>
    /// <param name="place">Where and when it is to stand.</param>
    /// <exception cref="GuestException">There is no consent to this very text, or it has ended.</exception>
    /// <exception cref="VaultException">A second person has to confirm first.</exception>
    /// <remarks>
    /// The words that were taken out of the text go, as keyed numbers, onto the erasure list before anything else is written: the safety check looks for them in the post and
    /// the comments under it, and neither needs the passphrase for that. A run that was cut off is completed by another one.
    /// </remarks>
    public void Publish(VaultHandle guest, GuestPlace place)
    {
        _store.Roles.Require(EditorTask.Publish);
        var view = RequireOpen(guest);
        var (now, sha256) = (view.Draft.Now, view.Draft.Sha256);
        var consent = view.Draft.ConsentOn(Today) ?? throw new GuestException(view.Draft.Consents.Any(each => each.Answer == ConsentAnswer.Yes)
            ? "Its writer agreed to another text than this one, or their consent has ended or was taken back. Ask again (\"guest consent\"). Nothing was changed."
            : "Its writer has not agreed to this text. Ask them (\"guest consent\"), and record the answer (\"guest answer\"). Nothing was changed.");
        var terms = consent.Terms!; // a yes has them
        if (terms.Until < place.Appears)
        {
            throw new GuestException("The day from which it is to stand lies after the last one its writer agreed to. Choose an earlier day. Nothing was changed.");
        }

        RequirePictures(view.Draft);
        var confirmed = _store.Confirmations.Check(ConfirmedAct.GuestPost, [guest]);
        var post = new ImportedPost
        {
            SourceId = guest.Hex,
            Kind = EntryKind.Post,
            Visibility = Visibility.Public,
            Title = now.Title,
            Body = new ImportedBody(new RawHtml(string.Empty), now.Markdown, []),
            Published = new ImportedTime(new DateTimeOffset(place.Appears.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), DatePrecision.Day),
            Labels = place.Labels,
            Series = place.Series,
            Ordinal = List().ToList().FindIndex(each => each.Handle == guest),
        };

        // In this order: the text, numbers of what was taken out of it, then the word that lets it go out. Cut off in between, less is published, never more.
        new VaultImporter(_store).TakeIn([new ImportedSource { Format = GuestTable.Source, Key = GuestTable.Source, Title = "Guests' texts" }, post], progress: null, CancellationToken.None);
        var written = _store.Post(_store.Guests.PostRowOf(guest) ?? throw new InvalidOperationException("The text was taken in just now."));
        new GuestSecrets(_store).Keep(written, view.Draft, Original(guest), Sender(guest));
        GuestReview.KeepWhatWasAgreed(_store, new UnitPlace(written, null), _time);
        PublishPictures(view.Draft);
        using (var transaction = _store.BeginTransaction())
        {
            CloseSource();
            _store.Guests.Publish(guest, written.Row, sha256, terms.Scope == ConsentScope.Extracts ? "extracts" : "whole", place.Appears, terms.Until, closesComments: !terms.OpenComments);
            if (!terms.KeepOriginal)
            {
                Destroy(guest); // with the word that lets it go out: a run cut off between the two could not be completed, since what is published is closed
            }

            if (confirmed is { } used)
            {
                _store.Confirmations.Use(used);
            }

            transaction.Commit();
        }

        if (!terms.KeepOriginal)
        {
            new VaultEraser(_store, ErasureList.Of(_store)).Finish();
        }
    }

    /// <summary>Records that the writer took their consent back: the next release takes the text away, and it can be published again only with a new consent.</summary>
    public void Withdraw(VaultHandle guest)
    {
        var view = Open(guest);
        Change(guest, view.Draft with { Consents = [.. view.Draft.Consents.Select(consent => consent.Answer == ConsentAnswer.Yes ? consent with { Withdrawn = consent.Withdrawn ?? Today } : consent)] }, GuestState.Withdrawn);
    }

    /// <summary>Destroys who sent it, locked or not.</summary>
    /// <returns>Whether there was anything.</returns>
    public bool ForgetSender(VaultHandle guest)
    {
        bool was;
        using (var transaction = _store.BeginTransaction())
        {
            was = _store.Sealed.Delete(SealedKind.Sender, SenderOf(guest));
            if (was)
            {
                _store.Audit.Append(AuditVerb.SenderForgotten, guest);
            }

            transaction.Commit();
        }

        _store.EmptyLog();
        return was;
    }

    /// <summary>Destroys everything of a guest's text that is not among the texts of the store: draft, original, sender, and the messages under its writer's code. In the caller's transaction.</summary>
    /// <param name="guest">The guest's text.</param>
    /// <exception cref="VaultException">The sealed part is locked: the draft alone says in which message it came. Or the actor may not erase.</exception>
    public void Erase(VaultHandle guest)
    {
        if (_store.Sealed.TryGet(SealedKind.Guest, guest, out var bytes) && JsonSerializer.Deserialize<GuestDraft>(bytes, Json) is { Submission: { } submission })
        {
            new Inbox(_store).ForgetAll(new VaultHandle(submission));
        }

        _store.Sealed.Delete(SealedKind.Guest, guest);
        _store.Sealed.Delete(SealedKind.GuestOriginal, guest);
        _store.Sealed.Delete(SealedKind.Sender, SenderOf(guest));
        _store.Guests.Delete(guest);
    }

    /// <summary>Destroys the text as it was sent, the message in which it came, every version but the present one and what they hashed to, and what else the document held. What stands now is kept.</summary>
    /// <exception cref="VaultException">The sealed part is locked.</exception>
    public void DestroyOriginal(VaultHandle guest)
    {
        using (var transaction = _store.BeginTransaction())
        {
            Destroy(guest);
            transaction.Commit();
        }

        new VaultEraser(_store, ErasureList.Of(_store)).Finish();
    }

    private void Destroy(VaultHandle guest)
    {
        var draft = Read(guest);
        _store.Sealed.Delete(SealedKind.GuestOriginal, guest);
        _store.Sealed.Delete(SealedKind.Guest, guest); // so that the row is overwritten and not only written anew
        Write(guest, draft with { Versions = [draft.Now], Hidden = [], Consents = [.. draft.Consents.Select(consent => consent.Sha256 == draft.Sha256 ? consent : consent with { Sha256 = string.Empty })], Pictures = [.. draft.Pictures.Where(picture => GuestPicture.In(draft.Now.Markdown).Contains(picture.Path))] });
        if (draft.Submission is { } submission)
        {
            new Inbox(_store).ForgetText(new VaultHandle(submission));
        }

        _store.Audit.Append(AuditVerb.GuestForgotten, guest);
    }

    /// <summary>The next number of a series, over the texts of the store and those that stand in the blog.</summary>
    /// <param name="name">The series.</param>
    /// <param name="standing">Places in series that stand in the blog.</param>
    public int NextNumber(string name, IEnumerable<SeriesPlace?> standing) => NextNumbers(standing).GetValueOrDefault(name, 1);

    /// <summary>The next number of every series, by name. Reads every post of the store once.</summary>
    /// <param name="standing">Places in series that stand in the blog.</param>
    public IReadOnlyDictionary<string, int> NextNumbers(IEnumerable<SeriesPlace?> standing) => new SortedDictionary<string, int>(
        _store.Posts().Select(post => post.Series).Concat(standing).OfType<SeriesPlace>().GroupBy(series => series.Name, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => 1 + group.Max(series => series.Number ?? 0), StringComparer.Ordinal),
        StringComparer.Ordinal);

    /// <summary>The pictures of the agreed text go among those of the store, as looked at: their writer and an editor have.</summary>
    private void PublishPictures(GuestDraft draft)
    {
        var shown = GuestPicture.In(draft.Now.Markdown);
        var moderation = new PictureModeration(_store, _store.Actor, _time);
        foreach (var picture in draft.Pictures.Where(picture => shown.Contains(picture.Path)))
        {
            var (handle, isNew) = moderation.TakeIn(picture.Bytes.Span, [picture.Path]);
            if (isNew)
            {
                moderation.Publish(_store.Pictures.List().First(each => each.Handle == handle), "agreed to by its writer");
            }
        }
    }

    /// <summary>There is no old page to lay beside what was taken out of a guest's text.</summary>
    private void CloseSource()
    {
        if (_store.Sources.List().First(source => source.Format == GuestTable.Source) is { State: not SourceState.Closed } open)
        {
            _store.Sources.Set(open.Handle, SourceState.Closed);
        }
    }

    private GuestView RequireOpen(VaultHandle guest)
    {
        var view = Open(guest);
        return view.Row.State == GuestState.Published
            ? throw new GuestException("This text is published. What is to go out of it is taken out in the console or with \"redact\"; to take all of it away: \"guest withdraw\". Nothing was changed.")
            : view;
    }

    private GuestVersion Version(string? title, string markdown)
    {
        var body = SourceText.CanonicalBody(markdown);
        if (body.Length == 0)
        {
            throw new GuestException("There is no text in it. Nothing was changed.");
        }

        return body.Length > MostText
            ? throw new GuestException(string.Create(CultureInfo.InvariantCulture, $"The text has more than {MostText:N0} characters. Take it in in parts. Nothing was changed."))
            : new GuestVersion(_time.GetUtcNow(), _store.Actor, SourceText.CanonicalValue(title), body);
    }

    private static IReadOnlyList<GuestVersion> Kept(IReadOnlyList<GuestVersion> versions) =>
        versions.Count > MostVersions ? [versions[0], .. versions.Skip(versions.Count - MostVersions + 1)] : versions;

    /// <summary>A text names the pictures that are here and no others: nobody can agree to one that they were not shown.</summary>
    private static void RequirePictures(GuestDraft draft)
    {
        if (GuestPicture.In(draft.Now.Markdown).FirstOrDefault(address => !draft.Pictures.Any(picture => picture.Path == address)) is not null)
        {
            throw new GuestException("The text shows a picture that is not here. Put it in (\"guest picture\"), or take its line out. Nothing was changed.");
        }
    }

    private void Change(VaultHandle guest, GuestDraft draft, GuestState state)
    {
        using var transaction = _store.BeginTransaction();
        Write(guest, draft);
        _store.Guests.SetState(guest, state);
        transaction.Commit();
    }

    private GuestDraft Read(VaultHandle guest) => _store.Sealed.TryGet(SealedKind.Guest, guest, out var bytes) && JsonSerializer.Deserialize<GuestDraft>(bytes, Json) is { Versions.Count: > 0 } draft
        ? draft
        : throw new VaultException(VaultFault.Damaged, "The sealed words of a guest's text are not there. Run \"vault verify\", and bring back a copy from before.");

    private void Write(VaultHandle guest, GuestDraft draft) => _store.Sealed.Put(SealedKind.Guest, guest, JsonSerializer.SerializeToUtf8Bytes(draft, Json));

    /// <summary>The row of a sender is named by a keyed hash: nothing that holds a text says which sender is its own.</summary>
    private VaultHandle SenderOf(VaultHandle guest) => VaultHandle.Of(HMACSHA256.HashData(_senderKey, guest.ToBytes()).AsSpan(0, 16));
}
