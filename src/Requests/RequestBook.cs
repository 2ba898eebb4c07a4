using System.Text;
using Blog.Vault;

namespace Blog.Requests;

/// <summary>The requests of a store: kept, looked at, worked off, closed. Each change is one transaction with its entry in the audit.</summary>
/// <remarks>Kinds, days, states and the random names of texts lie in plain rows; whatever a person wrote, and who, lies in one sealed row a request and nowhere else.</remarks>
public sealed class RequestBook
{
    /// <summary>Fewer digits of a name are a slip of the finger.</summary>
    private const int MinDigits = 4;

    /// <summary>Characters of the sealed words of one request.</summary>
    public const int MostNote = 60_000;

    private readonly VaultStore _store;
    private readonly TimeProvider _time;

    /// <summary>Opens the book.</summary>
    /// <param name="store">The private store.</param>
    /// <param name="time">The clock.</param>
    public RequestBook(VaultStore store, TimeProvider time)
    {
        _store = store;
        _time = time;
    }

    /// <summary>Now, in UK local time.</summary>
    public DateTime Now => UkTime.Local(_time.GetUtcNow());

    /// <summary>All requests: open ones first, and of them the one whose clock ends first; those without a clock as they came; closed ones last, the latest first.</summary>
    public IReadOnlyList<RequestView> Queue()
    {
        var now = Now;
        return
        [
            .. _store.Requests.List().Select(request => RequestView.Of(request, now))
                .OrderBy(view => view.IsOpen ? 0 : 1)
                .ThenBy(view => view.IsOpen ? view.Next?.End ?? DateTime.MaxValue : DateTime.MaxValue - TimeSpan.FromTicks(view.Row.Done!.Value.UtcTicks)) // not null: it is closed
                .ThenBy(view => view.Received),
        ];
    }

    /// <summary>The request of a name, by its first digits.</summary>
    /// <exception cref="RequestException">None is called so, or several are.</exception>
    public RequestView Find(string name)
    {
        var found = name.Length >= MinDigits ? _store.Requests.List().Where(request => request.Handle.Hex.StartsWith(name, StringComparison.OrdinalIgnoreCase)).ToList() : [];
        return found switch
        {
            [var only] => RequestView.Of(only, Now),
            [] => throw new RequestException("No request is called so. \"takedown request list\" shows their names. Nothing was changed."),
            _ => throw new RequestException($"{found.Count} requests have names that begin so. Give more digits. Nothing was changed."),
        };
    }

    /// <summary>Keeps a new request.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="received">When it came, in UK local time.</param>
    /// <param name="units">Posts and comments it is about; may be empty.</param>
    /// <param name="note">Who asked and what they wrote; null for nothing. Sealed.</param>
    /// <exception cref="RequestException">It came later than now, or long ago.</exception>
    /// <exception cref="VaultException">There is a note, and the sealed part is locked.</exception>
    public RequestView Add(RequestKind kind, DateTime received, IReadOnlyList<VaultHandle> units, string? note)
    {
        if (received > Now || received.Year < 2000)
        {
            throw new RequestException("A request came on a day that is not in the future, and not before 2000: give it as 2026-11-20 or 2026-11-20T15:30, in UK time. Nothing was changed.");
        }

        using var transaction = _store.BeginTransaction();
        var handle = _store.Requests.Add(kind.Word, UkTime.InstantOf(received), units);
        if (!string.IsNullOrWhiteSpace(note))
        {
            Seal(handle, Stamped(note));
        }

        transaction.Commit();
        return Find(handle.Hex);
    }

    /// <summary>Says that a request is about more posts and comments.</summary>
    public void AddUnits(RequestView request, IEnumerable<VaultHandle> units)
    {
        using var transaction = _store.BeginTransaction();
        foreach (var unit in units)
        {
            _store.Requests.AddUnit(request.Row.Handle, unit);
        }

        transaction.Commit();
    }

    /// <summary>Says how a step stands.</summary>
    /// <param name="request">The request.</param>
    /// <param name="step">The step's word, or a copy's: <c>copy-wayback</c>.</param>
    /// <param name="state">How it stands.</param>
    /// <exception cref="RequestException">Its checklist has no such step.</exception>
    public void SetStep(RequestView request, string step, RequestStepState state)
    {
        if (!request.Steps.Concat(request.Copies.Select(copy => copy.Item)).Any(item => item.Word == step))
        {
            throw new RequestException($"This request has no such step. Its steps: {string.Join(", ", request.Steps.Select(item => item.Word))}; and copy- with one of: {string.Join(", ", request.Copies.Select(copy => copy.Place.Word))}. Nothing was changed.");
        }

        using var transaction = _store.BeginTransaction();
        _store.Requests.SetStep(request.Row.Handle, step, state);
        transaction.Commit();
    }

    /// <summary>Closes a request, or opens it again.</summary>
    /// <param name="request">The request.</param>
    /// <param name="isDone">Whether it is closed.</param>
    /// <param name="forget">Deletes its sealed words for good: who asked is nobody's to keep longer than needed.</param>
    public void SetDone(RequestView request, bool isDone, bool forget)
    {
        using (var transaction = _store.BeginTransaction())
        {
            _store.Requests.SetDone(request.Row.Handle, isDone);
            if (forget && _store.Sealed.Delete(SealedKind.Request, request.Row.Handle))
            {
                _store.Audit.Append(AuditVerb.RequestForgotten, request.Row.Handle);
            }

            transaction.Commit();
        }
    }

    /// <summary>Adds to the sealed words of a request, under the day.</summary>
    /// <exception cref="VaultException">The sealed part is locked.</exception>
    /// <exception cref="RequestException">They would be too long.</exception>
    public void AddNote(RequestView request, string words)
    {
        var before = Note(request);
        using var transaction = _store.BeginTransaction();
        Seal(request.Row.Handle, (before is null ? string.Empty : before + "\n\n") + Stamped(words));
        transaction.Commit();
    }

    /// <summary>The sealed words of a request; null where there are none.</summary>
    /// <exception cref="VaultException">They are locked, or damaged.</exception>
    public string? Note(RequestView request) => HasNote(request) && _store.Sealed.TryGet(SealedKind.Request, request.Row.Handle, out var bytes) ? Encoding.UTF8.GetString(bytes) : null;

    /// <summary>Whether a request has sealed words; needs no passphrase.</summary>
    public bool HasNote(RequestView request) => _store.Sealed.List(SealedKind.Request).Contains(request.Row.Handle);

    private string Stamped(string words) => $"{Now.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture)} {words.ReplaceLineEndings("\n").Trim()}";

    private void Seal(VaultHandle handle, string words)
    {
        if (words.Length > MostNote)
        {
            throw new RequestException($"The sealed words of a request are at most {MostNote} characters. Nothing was changed.");
        }

        _store.Sealed.Put(SealedKind.Request, handle, Encoding.UTF8.GetBytes(words));
    }
}
