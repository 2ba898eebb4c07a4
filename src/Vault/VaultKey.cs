using System.Security.Cryptography;
using System.Text;

namespace Blog.Vault;

/// <summary>The vault's key: 32 random bytes made with the store. Only keys derived from it are ever used, one for each purpose.</summary>
internal sealed class VaultKey
{
    public const string Name = "vault";
    public const int Length = 32;

    private readonly byte[] _key;

    public VaultKey(ReadOnlySpan<byte> key) => _key = key.Length == Length
        ? key.ToArray()
        : throw new VaultException(VaultFault.Damaged, "The private store has lost its key, without which its ids and pseudonyms cannot be made again. Bring back a copy from before.");

    /// <summary>32 bytes for one purpose: HKDF-SHA-256 (RFC 5869) with the purpose as its info.</summary>
    public byte[] Derive(string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, _key, Length, salt: [], info: Encoding.UTF8.GetBytes(purpose));
}
