using Blog.Model;

namespace Blog.Vault;

/// <summary>Numbers of comments as releases gave them: a number that was public once is never another comment's.</summary>
public sealed class GivenNumbers : IDisposable
{
    private readonly VaultStore _store;
    private readonly Statement _all;
    private readonly Statement _give;

    internal GivenNumbers(VaultStore store)
    {
        _store = store;
        _all = new Statement(store.Connection, "SELECT handle, top, reply FROM given_number WHERE post_row = ?1");
        _give = new Statement(store.Connection, "INSERT INTO given_number (post_row, handle, top, reply) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING");
    }

    /// <summary>The numbers given in one thread, by handle.</summary>
    public IReadOnlyDictionary<string, CommentNumber> Of(long postRow)
    {
        var numbers = new Dictionary<string, CommentNumber>(StringComparer.Ordinal);
        _all.Bind(1, postRow);
        while (_all.Step())
        {
            numbers.Add(_all.Required(0), new CommentNumber((int)_all.Long(1), (int)_all.Long(2)));
        }

        _all.Rest();
        return numbers;
    }

    /// <summary>Gives a number; one that was given before stays.</summary>
    /// <exception cref="InvalidOperationException">No transaction is open.</exception>
    public void Give(long postRow, string handle, CommentNumber number)
    {
        _store.RequireTransaction();
        _give.Bind(1, postRow).Bind(2, handle).Bind(3, (long)number.Top).Bind(4, (long)number.Reply).Run();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _all.Dispose();
        _give.Dispose();
    }
}
