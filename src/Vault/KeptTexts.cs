namespace Blog.Vault;

/// <summary>Texts that an import leaves as they are here though their source has changed them, and which of them it met.</summary>
internal sealed class KeptTexts
{
    private readonly IReadOnlySet<VaultHandle> _decided;
    private readonly List<VaultHandle> _met = [];

    public KeptTexts(IReadOnlySet<VaultHandle> decided) => _decided = decided;

    /// <summary>Those that were met, in the order of the source.</summary>
    public IReadOnlyList<VaultHandle> Met => _met;

    /// <summary>Whether a changed text stays; then it is noted.</summary>
    /// <param name="text">Its name.</param>
    /// <param name="isShown">Whether the source still shows it: what a writer or the old blog took away goes here too, whatever was decided.</param>
    public bool Keep(VaultHandle text, bool isShown)
    {
        if (!isShown || !_decided.Contains(text))
        {
            return false;
        }

        _met.Add(text);
        return true;
    }
}
