namespace Blog.Vault.Sharing;

/// <summary>Decisions that came into the store together, out of a packet.</summary>
/// <param name="Handle">Its random name.</param>
/// <param name="Packet">The packet.</param>
/// <param name="Made">When, in UTC.</param>
/// <param name="Undone">When all of it was taken back; null where it was not.</param>
/// <param name="Decisions">The decisions, in no order that counts.</param>
public sealed record VaultMerge(VaultHandle Handle, VaultHandle Packet, DateTimeOffset Made, DateTimeOffset? Undone, IReadOnlyList<VaultHandle> Decisions);
