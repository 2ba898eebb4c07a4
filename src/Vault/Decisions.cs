namespace Blog.Vault;

/// <summary>Decisions in the order in which they were made; only ever added to, and each with its entry in the audit.</summary>
public sealed class Decisions : IDisposable
{
    private readonly VaultStore _store;
    private readonly Statement _add;
    private readonly Statement _addText;
    private readonly HandleSource _handles;

    internal Decisions(VaultStore store)
    {
        _store = store;
        _handles = new HandleSource(store.Random);
        _add = new Statement(store.Connection, """
            INSERT INTO decision (handle, made, actor, action, scope, unit, person, replaces, kind, field, start, length)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
            """);
        _addText = new Statement(store.Connection, "INSERT INTO decision_text (decision_row, term, variants, replacement, reason) VALUES (last_insert_rowid(), ?1, ?2, ?3, ?4)");
    }

    /// <summary>A fresh random name for a decision.</summary>
    public VaultHandle NewHandle() => VaultHandle.Of(_handles.Next());

    /// <summary>Adds a decision; its <see cref="VaultDecision.Row"/> is not looked at.</summary>
    /// <exception cref="InvalidOperationException">No transaction is open.</exception>
    public void Add(VaultDecision decision)
    {
        _store.RequireTransaction();
        _add.Bind(1, decision.Handle.ToBytes()).Bind(2, decision.Made.UtcTicks).Bind(3, decision.Actor)
            .Bind(4, VaultWords.Of(decision.Action)).Bind(5, VaultWords.Of(decision.Scope));
        Bind(6, decision.Unit);
        Bind(7, decision.Person);
        Bind(8, decision.Replaces);
        _add.Bind(9, decision.Kind).Bind(10, decision.Field is { } field ? VaultWords.Of(field) : null)
            .Bind(11, decision.Field is null ? null : (long?)decision.Start).Bind(12, decision.Field is null ? null : (long?)decision.Length).Run();
        _addText.Bind(1, decision.Term).Bind(2, string.Join('\n', decision.Variants)).Bind(3, decision.Replacement).Bind(4, decision.Reason).Run();
        _store.Audit.Append(AuditVerb.Decision, decision.Handle, decision.Actor);
    }

    /// <summary>Every decision, in order.</summary>
    public IReadOnlyList<VaultDecision> List()
    {
        using var all = new Statement(_store.Connection, """
            SELECT d.row, d.handle, d.made, d.actor, d.action, d.scope, d.unit, d.person, d.replaces, d.kind, d.field, d.start, d.length,
                t.term, t.variants, t.replacement, t.reason
            FROM decision d LEFT JOIN decision_text t ON t.decision_row = d.row ORDER BY d.row
            """);
        var list = new List<VaultDecision>();
        while (all.Step())
        {
            list.Add(new VaultDecision
            {
                Row = all.Long(0),
                Handle = VaultHandle.Of(all.Blob(1)),
                Made = new DateTimeOffset(all.Long(2), TimeSpan.Zero),
                Actor = all.Required(3),
                Action = VaultWords.Action(all.Required(4)),
                Scope = VaultWords.Scope(all.Required(5)),
                Unit = all.IsNull(6) ? null : VaultHandle.Of(all.Blob(6)),
                Person = all.IsNull(7) ? null : VaultHandle.Of(all.Blob(7)),
                Replaces = all.IsNull(8) ? null : VaultHandle.Of(all.Blob(8)),
                Kind = all.Text(9),
                Field = all.Text(10) is { } field ? VaultWords.Field(field) : null,
                Start = (int)(all.LongOrNull(11) ?? 0),
                Length = (int)(all.LongOrNull(12) ?? 0),
                Term = all.Text(13),
                Variants = all.Text(14) is { Length: > 0 } variants ? variants.Split('\n') : [],
                Replacement = all.Text(15),
                Reason = all.Text(16),
            });
        }

        return list;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _add.Dispose();
        _addText.Dispose();
    }

    private void Bind(int parameter, VaultHandle? handle)
    {
        if (handle is { } named)
        {
            _add.Bind(parameter, named.ToBytes());
        }
        else
        {
            _add.Bind(parameter, (string?)null);
        }
    }
}
