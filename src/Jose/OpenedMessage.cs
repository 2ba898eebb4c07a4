namespace Blog.Jose;

/// <summary>An encrypted message that was opened.</summary>
/// <param name="Bytes">What was in it, with its padding.</param>
/// <param name="Recipient">The key that opened it.</param>
public sealed record OpenedMessage(ReadOnlyMemory<byte> Bytes, EcPublicKey Recipient);
