namespace Blog.Vault;

/// <summary>How the trained tagger is used in this store, and the one row of weights that this store's decisions have taught it.</summary>
public sealed class TaggerSettings
{
    private const string Mode = "tagger-mode";
    private const string Guard = "guard";

    private readonly VaultStore _store;

    internal TaggerSettings(VaultStore store) => _store = store;

    /// <summary>Whether what it finds holds a text until somebody has decided; else it only suggests, which is how a store begins.</summary>
    public bool Guards => _store.Setting(Mode) == Guard;

    /// <summary>Sets whether it holds texts. What it has read under the other setting counts as not read.</summary>
    /// <exception cref="VaultException">The actor may not do it.</exception>
    /// <exception cref="InvalidOperationException">No transaction is open.</exception>
    public void SetGuards(bool guards)
    {
        _store.Roles.Require(EditorTask.Detector);
        if (guards != Guards)
        {
            _store.KeepSetting(Mode, guards ? Guard : "suggest");
            _store.Audit.Append(guards ? AuditVerb.TaggerGuards : AuditVerb.TaggerSuggests, null);
        }
    }

    /// <summary>What was learned here; null where nothing was.</summary>
    public LearnedWeights? Learned()
    {
        using var read = new Statement(_store.Connection, "SELECT base, made, examples, weights FROM tagger_weights");
        if (!read.Step())
        {
            return null;
        }

        var learned = new LearnedWeights(read.Blob(0).ToArray(), new DateTimeOffset(read.Long(1), TimeSpan.Zero), (int)read.Long(2), read.Blob(3).ToArray());
        read.Rest();
        return learned;
    }

    /// <summary>Puts what was learned in the place of what was learned before.</summary>
    /// <param name="shipped">SHA-256 of the weights to which it belongs.</param>
    /// <param name="examples">Decided stretches it was learned from.</param>
    /// <param name="weights">The weights.</param>
    /// <exception cref="VaultException">The actor may not do it.</exception>
    /// <exception cref="InvalidOperationException">No transaction is open.</exception>
    public void Take(ReadOnlySpan<byte> shipped, int examples, ReadOnlySpan<byte> weights)
    {
        _store.RequireTransaction();
        _store.Roles.Require(EditorTask.Detector);
        using var keep = new Statement(_store.Connection, """
            INSERT INTO tagger_weights (row, base, made, examples, weights) VALUES (1, ?1, ?2, ?3, ?4)
            ON CONFLICT (row) DO UPDATE SET base = excluded.base, made = excluded.made, examples = excluded.examples, weights = excluded.weights
            """);
        keep.Bind(1, shipped).Bind(2, _store.Time.GetUtcNow().UtcTicks).Bind(3, (long)examples).Bind(4, weights).Run();
        _store.Audit.Append(AuditVerb.TaggerTaught, null);
    }

    /// <summary>Forgets what was learned; false where nothing was.</summary>
    /// <exception cref="VaultException">The actor may not do it.</exception>
    /// <exception cref="InvalidOperationException">No transaction is open.</exception>
    public bool Forget()
    {
        _store.RequireTransaction();
        _store.Roles.Require(EditorTask.Detector);
        using var drop = new Statement(_store.Connection, "DELETE FROM tagger_weights");
        if (drop.Run() == 0)
        {
            return false;
        }

        _store.Audit.Append(AuditVerb.TaggerForgot, null);
        return true;
    }
}
