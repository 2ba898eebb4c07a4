namespace Blog.Vault;

/// <summary>A file that a release wrote.</summary>
/// <param name="Path">Path within <c>input/</c>, with <c>/</c>.</param>
/// <param name="Sha256">SHA-256 of the bytes written, 32 bytes.</param>
/// <param name="Released">When these bytes were first written there, in UTC.</param>
/// <param name="Run">The run that wrote them; null where that was before runs were kept, or outside one.</param>
public sealed record ReleasedFile(string Path, ReadOnlyMemory<byte> Sha256, DateTimeOffset Released, VaultHandle? Run);
