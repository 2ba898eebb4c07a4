using System.Security.Cryptography;
using System.Text;

namespace Blog.Vault;

/// <summary>A passphrase in memory: never printed, wiped when disposed.</summary>
/// <remarks>Its bytes are the UTF-8 of what was typed, as it was typed: nothing is trimmed or folded, so that it is the same on every machine and in every version.</remarks>
public sealed class Passphrase : IDisposable
{
    /// <summary>Fewest characters of a new passphrase. Four or five random words are better than any rule; this only stops the worst.</summary>
    public const int MinLength = 12;

    private readonly byte[] _utf8;

    private Passphrase(byte[] utf8) => _utf8 = utf8;

    /// <summary>Its bytes.</summary>
    internal ReadOnlySpan<byte> Utf8 => _utf8;

    /// <summary>A passphrase that exists already.</summary>
    /// <exception cref="VaultException">It is empty.</exception>
    public static Passphrase Existing(ReadOnlySpan<char> typed) => typed.IsEmpty
        ? throw new VaultException(VaultFault.Passphrase, "The passphrase is empty. Nothing was changed.")
        : Of(typed);

    /// <summary>A passphrase that is to be set.</summary>
    /// <exception cref="VaultException">It is too short.</exception>
    public static Passphrase New(ReadOnlySpan<char> typed) => typed.Length < MinLength || typed.IsWhiteSpace()
        ? throw new VaultException(VaultFault.Passphrase, $"A new passphrase has at least {MinLength} characters: it is all that stands between a copied file and what is in it. Take four or five random words. Nothing was changed.")
        : Of(typed);

    /// <summary>Nothing of it.</summary>
    public override string ToString() => "(a passphrase)";

    /// <summary>Wipes it.</summary>
    public void Dispose() => CryptographicOperations.ZeroMemory(_utf8);

    private static Passphrase Of(ReadOnlySpan<char> typed)
    {
        var utf8 = new byte[Encoding.UTF8.GetByteCount(typed)];
        Encoding.UTF8.GetBytes(typed, utf8);
        return new Passphrase(utf8);
    }
}
