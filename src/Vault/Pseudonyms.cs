using System.Diagnostics.CodeAnalysis;

namespace Blog.Vault;

/// <summary>Pseudonyms by scope (a thread, or the whole site) and identity: given once and never changed, so that later merges rename nobody.</summary>
public sealed class Pseudonyms : IDisposable
{
    private readonly VaultStore _store;
    private readonly Statement _find;
    private readonly Statement _holder;
    private readonly Statement _assign;

    internal Pseudonyms(VaultStore store)
    {
        _store = store;
        _find = new Statement(store.Connection, "SELECT name FROM pseudonym WHERE scope = ?1 AND identity = ?2");
        _holder = new Statement(store.Connection, "SELECT identity FROM pseudonym WHERE scope = ?1 AND name = ?2");
        _assign = new Statement(store.Connection, "INSERT INTO pseudonym (scope, identity, name) VALUES (?1, ?2, ?3)");
    }

    /// <summary>The pseudonym of an identity in a scope, if it has one.</summary>
    public bool TryGet(string scope, string identity, [NotNullWhen(true)] out string? name)
    {
        name = _find.Bind(1, scope).Bind(2, identity).Word();
        return name is not null;
    }

    /// <summary>Whether a name is given to anybody in a scope.</summary>
    public bool IsTaken(string scope, string name) => _holder.Bind(1, scope).Bind(2, name).Word() is not null;

    /// <summary>Gives a pseudonym. An identity that has one keeps it: asking for the same again does nothing.</summary>
    /// <exception cref="InvalidOperationException">The identity has another name, somebody else has this one, or no transaction is open.</exception>
    public void Assign(string scope, string identity, string name)
    {
        _store.RequireTransaction();
        if (TryGet(scope, identity, out var held))
        {
            if (held != name)
            {
                throw new InvalidOperationException("This identity has another pseudonym in this scope already.");
            }

            return;
        }

        if (IsTaken(scope, name))
        {
            throw new InvalidOperationException("Somebody else has this pseudonym in this scope.");
        }

        _assign.Bind(1, scope).Bind(2, identity).Bind(3, name).Run();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _find.Dispose();
        _holder.Dispose();
        _assign.Dispose();
    }
}
