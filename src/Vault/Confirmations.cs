using System.Security.Cryptography;
using System.Text;

namespace Blog.Vault;

/// <summary>The two-person rule: what one person asks for, another confirms before it is done. Off for everything that <c>settings.yml</c> does not name under <c>twoPersons</c>.</summary>
/// <remarks>
/// A confirmation holds for one act on the very things that were shown, once, for a day. The two are told apart by their pen names; who may open the file may use any, so the rule keeps one
/// hand from slipping, and, where the second confirms by a signature from a machine of their own, from doing it alone (docs/sharing.md).
/// </remarks>
public sealed class Confirmations
{
    /// <summary>How long something may wait for its second person, and a confirmation for its use.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    private readonly VaultStore _store;

    internal Confirmations(VaultStore store) => _store = store;

    /// <summary>Whether an act needs two people in this store.</summary>
    public bool IsNeeded(ConfirmedAct act) => VaultSettingsReader.Read(_store.Location).TwoPersons.Contains(act);

    /// <summary>Goes on where the act needs no second person or has one, and uses the confirmation up; else remembers that it was asked for, and refuses.</summary>
    /// <param name="act">What is to be done.</param>
    /// <param name="subjects">What it is to be done to; the order does not count.</param>
    /// <exception cref="VaultException">Somebody else has to confirm first; the message says how.</exception>
    /// <exception cref="InvalidOperationException">A transaction is open: what was asked for must stay, whatever becomes of the rest.</exception>
    public void Require(ConfirmedAct act, IEnumerable<VaultHandle> subjects)
    {
        if (Check(act, subjects) is { } confirmed)
        {
            using var transaction = _store.BeginTransaction();
            Use(confirmed);
            transaction.Commit();
        }
    }

    /// <summary>As <see cref="Require"/>, without using the confirmation up: whoever does the act uses it in the transaction that does it, so that a run that is cut off before has used nothing.</summary>
    /// <param name="act">What is to be done.</param>
    /// <param name="subjects">What it is to be done to; the order does not count.</param>
    /// <returns>The confirmation; null where none is needed.</returns>
    /// <exception cref="VaultException">Somebody else has to confirm first; the message says how.</exception>
    /// <exception cref="InvalidOperationException">A transaction is open: what was asked for must stay, whatever becomes of the rest.</exception>
    public VaultHandle? Check(ConfirmedAct act, IEnumerable<VaultHandle> subjects)
    {
        if (!IsNeeded(act))
        {
            return null;
        }

        var subject = Subject(act, subjects);
        using var transaction = _store.BeginTransaction();
        var open = Open(act).Where(each => each.Subject.AsSpan().SequenceEqual(subject)).ToList();
        if (open.Find(each => each.ConfirmedBy is not null && each.ConfirmedBy != _store.Actor) is { } confirmed)
        {
            return confirmed.Handle;
        }

        var waiting = open.Find(each => each.ConfirmedBy is null)?.Handle ?? Ask(act, subject);
        transaction.Commit();
        throw new VaultException(
            VaultFault.Refused,
            $"In this store {Words(act)} needs two people. It was written down as {waiting.Hex[..VaultHandle.ShownDigits]}; somebody with another pen name confirms it within a day (\"vault confirm {waiting.Hex[..VaultHandle.ShownDigits]}\"), then run this again. Nothing was changed.");
    }

    /// <summary>Uses a confirmation up, in the caller's transaction.</summary>
    /// <param name="confirmed">What <see cref="Check"/> gave.</param>
    public void Use(VaultHandle confirmed)
    {
        using var use = new Statement(_store.Connection, "UPDATE confirmation SET used = ?2 WHERE handle = ?1");
        use.Bind(1, confirmed.ToBytes()).Bind(2, _store.Time.GetUtcNow().UtcTicks).Run();
    }

    /// <summary>What waits for a second person, or was confirmed and is not done yet, oldest first.</summary>
    public IReadOnlyList<Confirmation> List() => [.. Enum.GetValues<ConfirmedAct>().SelectMany(Open).OrderBy(each => each.Asked)];

    /// <summary>Confirms as the second person.</summary>
    /// <param name="name">First digits of the name of what waits.</param>
    /// <param name="by">Pen name of who confirms: that of the store's actor, or of a key whose signature was checked.</param>
    /// <returns>What was confirmed.</returns>
    /// <exception cref="VaultException">Nothing, or more than one, is called so; it is one's own; or the name stands for a moderator, who may not do it either.</exception>
    public Confirmation Confirm(string name, string by)
    {
        using var transaction = _store.BeginTransaction();
        if (List().Where(each => each.ConfirmedBy is null && each.Handle.Hex.StartsWith(name, StringComparison.Ordinal)).ToList() is not [var only])
        {
            throw new VaultException(VaultFault.Refused, "Nothing that waits for a second person, or more than one, is called so. It waits for a day. Nothing was changed.");
        }

        if (only.AskedBy == by)
        {
            throw new VaultException(VaultFault.Refused, "This was asked for under the same pen name. Somebody else confirms it. Nothing was changed.");
        }

        if (_store.Roles.Of(by) != PersonRole.Editor)
        {
            throw new VaultException(VaultFault.Refused, "This is for an editor to confirm; the pen name has the role of a moderator. Nothing was changed.");
        }

        using var confirm = new Statement(_store.Connection, "UPDATE confirmation SET confirmed_by = ?2, confirmed = ?3 WHERE handle = ?1");
        confirm.Bind(1, only.Handle.ToBytes()).Bind(2, by).Bind(3, _store.Time.GetUtcNow().UtcTicks).Run();
        _store.Audit.Append(AuditVerb.Confirmed, only.Handle, by);
        transaction.Commit();
        return only with { ConfirmedBy = by };
    }

    private VaultHandle Ask(ConfirmedAct act, byte[] subject)
    {
        var handle = _store.NewHandle();
        using var ask = new Statement(_store.Connection, "INSERT INTO confirmation (handle, what, subject, asked_by, asked) VALUES (?1, ?2, ?3, ?4, ?5)");
        ask.Bind(1, handle.ToBytes()).Bind(2, VaultWords.Of(act)).Bind(3, subject).Bind(4, _store.Actor).Bind(5, _store.Time.GetUtcNow().UtcTicks).Run();
        _store.Audit.Append(AuditVerb.ConfirmationAsked, handle);
        return handle;
    }

    private List<Confirmation> Open(ConfirmedAct act)
    {
        using var open = new Statement(_store.Connection, "SELECT handle, subject, asked_by, asked, confirmed_by FROM confirmation WHERE what = ?1 AND used IS NULL AND ifnull(confirmed, asked) >= ?2 ORDER BY row");
        open.Bind(1, VaultWords.Of(act)).Bind(2, (_store.Time.GetUtcNow() - Lifetime).UtcTicks);
        var list = new List<Confirmation>();
        while (open.Step())
        {
            list.Add(new Confirmation(VaultHandle.Of(open.Blob(0)), act, open.Required(2), new DateTimeOffset(open.Long(3), TimeSpan.Zero), open.Text(4)) { Subject = open.Blob(1).ToArray() });
        }

        return list;
    }

    private byte[] Subject(ConfirmedAct act, IEnumerable<VaultHandle> subjects) =>
        HMACSHA256.HashData(_store.DeriveKey("confirmation"), Encoding.ASCII.GetBytes($"{VaultWords.Of(act)}|{string.Join('|', subjects.Select(each => each.Hex).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))}"));

    private static string Words(ConfirmedAct act) => act switch
    {
        ConfirmedAct.Erasure => "erasing for good",
        ConfirmedAct.GuestPost => "publishing a guest's text",
        _ => throw new ArgumentOutOfRangeException(nameof(act), act, "No such act."),
    };
}
