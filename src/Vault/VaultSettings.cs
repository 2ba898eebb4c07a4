namespace Blog.Vault;

/// <summary>What <c>settings.yml</c> in the store's folder says; what it does not say is as strict as one person alone can work with.</summary>
/// <param name="Actor">Pen name of who works on the store; null leaves the one that the store made.</param>
/// <param name="TwoPersons">What a second person has to confirm.</param>
public sealed record VaultSettings(string? Actor, IReadOnlyList<ConfirmedAct> TwoPersons)
{
    /// <summary>Ends of e-mail addresses that count as work addresses here, beside those the program knows.</summary>
    public IReadOnlyList<string> WorkAddresses { get; init; } = [];

    /// <summary>Ends of e-mail addresses that the program takes for work addresses and that are none here.</summary>
    public IReadOnlyList<string> NotWorkAddresses { get; init; } = [];
}
