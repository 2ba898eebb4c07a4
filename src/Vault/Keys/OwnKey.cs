using Blog.Jose;

namespace Blog.Vault.Keys;

/// <summary>The private halves of a key of one's own, out of their sealed row; wiped when disposed.</summary>
/// <param name="Encryption">Opens what was encrypted to it.</param>
/// <param name="Signature">Signs.</param>
public sealed record OwnKey(EcPrivateKey Encryption, EcPrivateKey Signature) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose()
    {
        Encryption.Dispose();
        Signature.Dispose();
    }
}
