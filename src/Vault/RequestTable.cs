namespace Blog.Vault;

/// <summary>Requests as they are kept: kinds, days and states in plain rows, and what a person wrote in one sealed row a request.</summary>
public sealed class RequestTable
{
    private readonly VaultStore _store;

    internal RequestTable(VaultStore store) => _store = store;

    /// <summary>Keeps a new request.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="received">When it came.</param>
    /// <param name="units">What it is about; may be empty.</param>
    /// <returns>Its name.</returns>
    /// <exception cref="InvalidOperationException">No transaction is open.</exception>
    public VaultHandle Add(string kind, DateTimeOffset received, IEnumerable<VaultHandle> units)
    {
        _store.RequireTransaction();
        var handle = _store.NewHandle();
        using var add = new Statement(_store.Connection, "INSERT INTO request (handle, kind, received) VALUES (?1, ?2, ?3)");
        add.Bind(1, handle.ToBytes()).Bind(2, kind).Bind(3, received.UtcTicks).Run();
        _store.Audit.Append(AuditVerb.Request, handle);
        foreach (var unit in units)
        {
            AddUnit(handle, unit);
        }

        return handle;
    }

    /// <summary>Says that a request is about one more post or comment; nothing where it was said before.</summary>
    /// <exception cref="InvalidOperationException">No transaction is open.</exception>
    public void AddUnit(VaultHandle request, VaultHandle unit)
    {
        _store.RequireTransaction();
        using var add = new Statement(_store.Connection, "INSERT OR IGNORE INTO request_unit (request_row, unit) SELECT row, ?2 FROM request WHERE handle = ?1");
        add.Bind(1, request.ToBytes()).Bind(2, unit.ToBytes()).Run();
    }

    /// <summary>Says how a step stands.</summary>
    /// <param name="request">The request.</param>
    /// <param name="step">The step's word in the table.</param>
    /// <param name="state">How it stands now.</param>
    /// <exception cref="InvalidOperationException">No transaction is open.</exception>
    public void SetStep(VaultHandle request, string step, RequestStepState state)
    {
        _store.RequireTransaction();
        using var set = new Statement(_store.Connection, """
            INSERT INTO request_step (request_row, step, state, changed) SELECT row, ?2, ?3, ?4 FROM request WHERE handle = ?1
            ON CONFLICT (request_row, step) DO UPDATE SET state = excluded.state, changed = excluded.changed
            """);
        set.Bind(1, request.ToBytes()).Bind(2, step).Bind(3, VaultWords.Of(state)).Bind(4, _store.Time.GetUtcNow().UtcTicks).Run();
        _store.Audit.Append(AuditVerb.RequestStep, request);
    }

    /// <summary>Closes a request, or opens it again.</summary>
    /// <exception cref="InvalidOperationException">No transaction is open.</exception>
    public void SetDone(VaultHandle request, bool isDone)
    {
        _store.RequireTransaction();
        using var set = new Statement(_store.Connection, "UPDATE request SET done = ?2 WHERE handle = ?1");
        set.Bind(1, request.ToBytes()).Bind(2, isDone ? _store.Time.GetUtcNow().UtcTicks : (long?)null).Run();
        _store.Audit.Append(isDone ? AuditVerb.RequestClosed : AuditVerb.Request, request);
    }

    /// <summary>Every request, in the order in which they were kept.</summary>
    public IReadOnlyList<VaultRequest> List()
    {
        var units = new Dictionary<long, List<VaultHandle>>();
        using (var all = new Statement(_store.Connection, "SELECT request_row, unit FROM request_unit ORDER BY request_row, unit"))
        {
            while (all.Step())
            {
                Of(units, all.Long(0)).Add(VaultHandle.Of(all.Blob(1)));
            }
        }

        var steps = new Dictionary<long, Dictionary<string, VaultRequestStep>>();
        using (var all = new Statement(_store.Connection, "SELECT request_row, step, state, changed FROM request_step"))
        {
            while (all.Step())
            {
                Of(steps, all.Long(0))[all.Required(1)] = new VaultRequestStep(VaultWords.StepState(all.Required(2)), new DateTimeOffset(all.Long(3), TimeSpan.Zero));
            }
        }

        using var requests = new Statement(_store.Connection, "SELECT row, handle, kind, received, done FROM request ORDER BY row");
        var list = new List<VaultRequest>();
        while (requests.Step())
        {
            list.Add(new VaultRequest(
                VaultHandle.Of(requests.Blob(1)),
                requests.Required(2),
                new DateTimeOffset(requests.Long(3), TimeSpan.Zero),
                requests.LongOrNull(4) is { } done ? new DateTimeOffset(done, TimeSpan.Zero) : null,
                Of(units, requests.Long(0)),
                Of(steps, requests.Long(0))));
        }

        return list;
    }

    private static T Of<T>(Dictionary<long, T> all, long row)
        where T : new() => all.TryGetValue(row, out var one) ? one : all[row] = new T();
}
