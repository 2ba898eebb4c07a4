namespace Blog.Vault;

/// <summary>A writer as the vault knows them.</summary>
public sealed record VaultPerson
{
    /// <summary>Row id in the vault: one for each name, link and identity as shown. It is no identity: all who are shown as Anonymous share one.</summary>
    public required long Row { get; init; }

    /// <summary>Its random name, by which decisions speak of it.</summary>
    public VaultHandle Handle { get; init; }

    /// <summary>Name shown on the old page; null where it showed none.</summary>
    public string? Name { get; init; }

    /// <summary>
    /// What makes two comments one person's: <c>pid:…</c>, <c>profile:…</c> or <c>name:…</c> (folded, distinctive names only); null for people shown as
    /// Anonymous, Unknown or without a name, who stay unlinked, each comment on its own, even where a hidden key shows that they are one.
    /// </summary>
    public string? Identity { get; init; }

    /// <summary>Profile or site address, if any.</summary>
    public string? ProfileUrl { get; init; }
}
