using Microsoft.Data.Sqlite;

namespace Blog.Vault;

/// <summary>Decisions in the order in which they were made; only ever added to, and each with its entry in the audit.</summary>
public sealed class Decisions : IDisposable
{
    private readonly VaultStore _store;
    private readonly Statement _add;
    private readonly Statement _addText;
    private readonly Statement _row;
    private readonly HandleSource _handles;

    internal Decisions(VaultStore store)
    {
        _store = store;
        _handles = new HandleSource(store.Random);
        _add = new Statement(store.Connection, """
            INSERT INTO decision (handle, made, actor, action, scope, unit, person, replaces, kind, field, start, length)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
            """);
        _addText = new Statement(store.Connection, "INSERT INTO decision_text (decision_row, term, variants, replacement, reason, sha256) VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
        _row = new Statement(store.Connection, "SELECT last_insert_rowid()");
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
        var row = _row.Number() ?? throw new InvalidOperationException("A row was added without a number.");
        _addText.Bind(1, row).Bind(2, decision.Term).Bind(3, string.Join('\n', decision.Variants)).Bind(4, decision.Replacement).Bind(5, decision.Reason)
            .Bind(6, DecisionHash.Of(AsKept(decision) with { Row = row })).Run();
        _store.Audit.Append(AuditVerb.Decision, decision.Handle, decision.Actor);
    }

    /// <summary>Every decision, in order.</summary>
    public IReadOnlyList<VaultDecision> List() => Since(0);

    /// <summary>Every decision made after one, in order.</summary>
    /// <param name="row"><see cref="VaultDecision.Row"/> of the last one that is known; 0 for all.</param>
    public IReadOnlyList<VaultDecision> Since(long row) => [.. Read(_store.Connection, row).Select(each => each.Decision)];

    /// <summary>How many decisions are not as they were made. One whose words were erased has no hash and is not counted.</summary>
    internal long CountChanged() =>
        Read(_store.Connection).LongCount(each => each.Hash is not null && !DecisionHash.Of(each.Decision).AsSpan().SequenceEqual(each.Hash));

    /// <summary>Hashes decisions that are older than their hashes.</summary>
    internal static void FillHashes(SqliteConnection connection)
    {
        using var fill = new Statement(connection, "UPDATE decision_text SET sha256 = ?2 WHERE decision_row = ?1");
        foreach (var (decision, _) in Read(connection).ToList())
        {
            fill.Bind(1, decision.Row).Bind(2, DecisionHash.Of(decision)).Run();
        }
    }

    private static IEnumerable<(VaultDecision Decision, byte[]? Hash)> Read(SqliteConnection connection, long since = 0)
    {
        using var all = new Statement(connection, """
            SELECT d.row, d.handle, d.made, d.actor, d.action, d.scope, d.unit, d.person, d.replaces, d.kind, d.field, d.start, d.length,
                t.term, t.variants, t.replacement, t.reason, t.sha256
            FROM decision d LEFT JOIN decision_text t ON t.decision_row = d.row WHERE d.row > ?1 ORDER BY d.row
            """);
        all.Bind(1, since);
        while (all.Step())
        {
            yield return (
                new VaultDecision
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
                },
                all.IsNull(17) ? null : all.Blob(17).ToArray());
        }
    }

    /// <summary>As it will be read again: without a place where it names no text, and one empty form is none.</summary>
    private static VaultDecision AsKept(VaultDecision decision)
    {
        var kept = decision.Variants is [""] ? decision with { Variants = [] } : decision;
        return kept.Field is null ? kept with { Start = 0, Length = 0 } : kept;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _add.Dispose();
        _addText.Dispose();
        _row.Dispose();
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
