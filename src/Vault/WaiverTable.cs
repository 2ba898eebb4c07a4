
namespace Blog.Vault;

/// <summary>Permissions for the gate, each given and taken back with an entry in the audit.</summary>
public sealed class WaiverTable
{
    private readonly VaultStore _store;

    internal WaiverTable(VaultStore store) => _store = store;

    /// <summary>Gives a permission.</summary>
    /// <param name="given">The permission; its handle and time are made here.</param>
    /// <returns>It, with handle and time.</returns>
    /// <exception cref="InvalidOperationException">No transaction is open.</exception>
    public VaultWaiver Add(VaultWaiver given)
    {
        _store.RequireTransaction();
        _store.Roles.Require(EditorTask.Publish);
        var waiver = given with { Handle = _store.NewHandle(), Made = _store.Time.GetUtcNow() };
        using var add = new Statement(_store.Connection, "INSERT INTO gate_waiver (handle, made, actor, case_name, place, reason, until) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
        add.Bind(1, waiver.Handle.ToBytes()).Bind(2, waiver.Made.UtcTicks).Bind(3, waiver.Actor).Bind(4, waiver.Case).Bind(5, waiver.Place).Bind(6, waiver.Reason)
            .Bind(7, waiver.Until).Run();
        _store.Audit.Append(AuditVerb.Waiver, waiver.Handle, waiver.Actor);
        return waiver;
    }

    /// <summary>Takes a permission back; false where there is none of that name.</summary>
    /// <exception cref="InvalidOperationException">No transaction is open.</exception>
    public bool TakeBack(VaultHandle waiver, string actor)
    {
        _store.RequireTransaction();
        using var remove = new Statement(_store.Connection, "DELETE FROM gate_waiver WHERE handle = ?1");
        if (remove.Bind(1, waiver.ToBytes()).Run() == 0)
        {
            return false;
        }

        _store.Audit.Append(AuditVerb.Waiver, waiver, actor);
        return true;
    }

    /// <summary>Every permission, in the order in which they were given, ended ones too.</summary>
    public IReadOnlyList<VaultWaiver> List()
    {
        using var all = new Statement(_store.Connection, "SELECT handle, made, actor, case_name, place, reason, until FROM gate_waiver ORDER BY row");
        var list = new List<VaultWaiver>();
        while (all.Step())
        {
            list.Add(new VaultWaiver(
                VaultHandle.Of(all.Blob(0)), new DateTimeOffset(all.Long(1), TimeSpan.Zero), all.Required(2), all.Required(3), all.Required(4), all.Required(5),
                all.Day(6)));
        }

        return list;
    }
}
