namespace Blog.Vault;

/// <summary>Abbreviations whose proposed explanation an editor refused: they are not proposed again.</summary>
public sealed class RefusedAbbreviations
{
    private const string Name = "glossary-refused";

    private readonly VaultStore _store;

    internal RefusedAbbreviations(VaultStore store) => _store = store;

    /// <summary>All of them (ordinal).</summary>
    public IReadOnlyList<string> All => _store.Setting(Name)?.Split('\n', StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>Refuses one, or takes the refusal back.</summary>
    /// <param name="term">The abbreviation.</param>
    /// <param name="isRefused">Whether it is refused.</param>
    /// <exception cref="VaultException">The actor may not do it.</exception>
    /// <exception cref="InvalidOperationException">No transaction is open.</exception>
    public void Set(string term, bool isRefused)
    {
        _store.Roles.Require(EditorTask.Publish);
        var others = All.Where(other => other != term);
        _store.KeepSetting(Name, string.Join('\n', (isRefused ? others.Append(term) : others).Order(StringComparer.Ordinal)));
    }
}
