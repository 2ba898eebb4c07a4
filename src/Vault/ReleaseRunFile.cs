namespace Blog.Vault;

/// <summary>What one run did to one file.</summary>
/// <param name="Path">Path within <c>input/</c>, with <c>/</c>.</param>
/// <param name="Sha256">SHA-256 of the bytes it wrote, 32 bytes; null where it removed the file.</param>
public sealed record ReleaseRunFile(string Path, ReadOnlyMemory<byte>? Sha256);
