namespace Blog.Vault;

/// <summary>What releases took out, by thread, for the gate. Words stand here as they did in the text; a row goes with its post or with the decision.</summary>
public sealed class ReleaseSecrets : IDisposable
{
    private readonly VaultStore _store;
    private readonly Statement _of;
    private readonly Statement _clear;
    private readonly Statement _add;

    internal ReleaseSecrets(VaultStore store)
    {
        _store = store;
        _of = new Statement(store.Connection, "SELECT scope, public_id, words, decision, letters FROM release_secret WHERE post_row = ?1 ORDER BY row");
        _clear = new Statement(store.Connection, "DELETE FROM release_secret WHERE post_row = ?1");
        _add = new Statement(store.Connection, "INSERT INTO release_secret (post_row, scope, public_id, words, decision, letters) VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
    }

    /// <summary>Puts the secrets of one thread in the place of those of its last release; the same again writes nothing.</summary>
    /// <exception cref="InvalidOperationException">No transaction is open.</exception>
    public void Replace(long postRow, IReadOnlyList<ReleaseSecret> secrets)
    {
        _store.RequireTransaction();
        if (Of(postRow).SequenceEqual(secrets))
        {
            return;
        }

        _clear.Bind(1, postRow).Run();
        foreach (var secret in secrets)
        {
            _add.Bind(1, postRow).Bind(2, VaultWords.Of(secret.Scope)).Bind(3, secret.PublicId).Bind(4, secret.Words).Bind(6, VaultWords.Of(secret.Letters));
            if (secret.Case is { } decision)
            {
                _add.Bind(5, decision.ToBytes());
            }
            else
            {
                _add.Bind(5, (string?)null);
            }

            _add.Run();
        }
    }

    /// <summary>All of them, thread by thread.</summary>
    public IReadOnlyList<ReleaseSecret> List()
    {
        using var all = new Statement(_store.Connection, "SELECT scope, public_id, words, decision, letters FROM release_secret ORDER BY post_row, row");
        return Read(all);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _of.Dispose();
        _clear.Dispose();
        _add.Dispose();
    }

    private List<ReleaseSecret> Of(long postRow) => Read(_of.Bind(1, postRow));

    private static List<ReleaseSecret> Read(Statement rows)
    {
        var list = new List<ReleaseSecret>();
        while (rows.Step())
        {
            list.Add(new ReleaseSecret(VaultWords.SecretScope(rows.Required(0)), rows.Required(1), rows.Required(2), rows.IsNull(3) ? null : VaultHandle.Of(rows.Blob(3)), VaultWords.Letters(rows.Required(4))));
        }

        return list;
    }
}
