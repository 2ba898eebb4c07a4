using Blog.Vault.Keys;

namespace Blog.Vault.Sharing;

/// <summary>A packet of texts that was handed out.</summary>
/// <param name="Handle">Its random name.</param>
/// <param name="To">Whose key it was encrypted to.</param>
/// <param name="Made">When, in UTC.</param>
/// <param name="Expires">The last day on which it can be opened, and decisions from it be taken in.</param>
/// <param name="Decisions">Row of the last decision that was made before it.</param>
public sealed record VaultPacket(VaultHandle Handle, PersonKey To, DateTimeOffset Made, DateOnly Expires, long Decisions);
