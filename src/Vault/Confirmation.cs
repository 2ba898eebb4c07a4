namespace Blog.Vault;

/// <summary>Something that waits for a second person, or was confirmed by one.</summary>
/// <param name="Handle">Its random name.</param>
/// <param name="Act">What is to be done.</param>
/// <param name="AskedBy">Pen name of who asked.</param>
/// <param name="Asked">When, in UTC.</param>
/// <param name="ConfirmedBy">Pen name of the second person; null while it waits.</param>
public sealed record Confirmation(VaultHandle Handle, ConfirmedAct Act, string AskedBy, DateTimeOffset Asked, string? ConfirmedBy)
{
    /// <summary>Keyed hash of what it is about.</summary>
    internal byte[] Subject { get; init; } = [];
}
