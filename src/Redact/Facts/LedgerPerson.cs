using Blog.Vault;

namespace Blog.Redact.Facts;

/// <summary>What an archive tells of one person without naming them.</summary>
/// <param name="Key">Names the person within the ledger; private, as it may hold an identity.</param>
/// <param name="Case">Of the person at the centre of a thread: the post; otherwise null.</param>
/// <param name="Entries">Their facts, by kind and then by place.</param>
public sealed record LedgerPerson(string Key, VaultHandle? Case, IReadOnlyList<LedgerEntry> Entries)
{
    /// <summary>How many facts there are: the key and the values are private.</summary>
    public override string ToString() => $"{Entries.Count} facts";
}
