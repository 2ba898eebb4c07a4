namespace Blog.Vault.Keys;

/// <summary>A key of a person, as the store knows it.</summary>
/// <param name="Handle">Its random name, by which the audit speaks of it.</param>
/// <param name="Card">What is handed out of it.</param>
/// <param name="IsOwn">Whether its private halves are in this store.</param>
/// <param name="Retired">When it was removed or gave way to a newer one; null while it holds.</param>
public sealed record PersonKey(VaultHandle Handle, KeyCard Card, bool IsOwn, DateTimeOffset? Retired)
{
    /// <summary>From so many days before its last day on, every command that uses it says so.</summary>
    public const int WarningDays = 30;

    /// <summary>Whether something may be encrypted to it, or be signed by it, on a day.</summary>
    public bool Holds(DateOnly day) => Retired is null && day >= Card.Created && day <= Card.NotAfter;

    /// <summary>Whether it ends soon, or has ended, without having been removed.</summary>
    public bool EndsSoon(DateOnly day) => Retired is null && day.AddDays(WarningDays) >= Card.NotAfter;
}
