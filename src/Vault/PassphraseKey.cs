using System.Security.Cryptography;

namespace Blog.Vault;

/// <summary>Makes a key of a passphrase: PBKDF2 with HMAC-SHA-512 (RFC 8018, 5.2), 32 bytes.</summary>
/// <remarks>
/// The framework has no memory-hard function (scrypt, Argon2), and a package with one could not be had; so the cost is a count of turns, stored beside each
/// salt so that it can be raised. 1,000,000 turns are about five times what OWASP asks of this function (210,000) and cost a guess
/// about a CPU second on the machines this was measured on (docs/vault.md).
/// </remarks>
internal static class PassphraseKey
{
    /// <summary>Name of the function as it is stored.</summary>
    public const string Derivation = "pbkdf2-hmac-sha512";

    /// <summary>Turns for a new salt.</summary>
    public const int DefaultCost = 1_000_000;

    /// <summary>A stored count beyond this is not run: a file that asks for hours is damaged or hostile.</summary>
    public const int MaxCost = 10_000_000;

    /// <summary>Bytes of a salt.</summary>
    public const int SaltLength = 32;

    /// <summary>Bytes of a key.</summary>
    public const int Length = 32;

    public static byte[] Derive(Passphrase passphrase, ReadOnlySpan<byte> salt, int cost) =>
        Rfc2898DeriveBytes.Pbkdf2(passphrase.Utf8, salt, cost, HashAlgorithmName.SHA512, Length);
}
