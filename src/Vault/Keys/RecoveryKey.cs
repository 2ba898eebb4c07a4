using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Blog.Jose;
using Blog.Source;

namespace Blog.Vault.Keys;

/// <summary>A key that opens submissions when all others are lost. It is made into a file under a passphrase and never lies in a store: the file is kept away from every machine.</summary>
public static class RecoveryKey
{
    private const int MaxBytes = 64 * 1024;

    /// <summary>Makes one.</summary>
    /// <param name="created">First day.</param>
    /// <param name="notAfter">Last day.</param>
    /// <param name="passphrase">Under which the file is kept.</param>
    /// <param name="random">Where salt and keys of the file come from.</param>
    /// <param name="turns">Turns of the passphrase's key; fewer only in tests.</param>
    /// <returns>The file with the private half (a JSON Web Key in JSON Web Encryption), and the public half.</returns>
    public static (byte[] File, PublishedKey Public) Make(DateOnly created, DateOnly notAfter, Passphrase passphrase, RandomNumberGenerator random, int turns = PassphraseMessage.DefaultTurns)
    {
        using var key = EcPrivateKey.Make();
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            key.Write(json);
        }

        var bytes = buffer.ToArray();
        var file = Encoding.ASCII.GetBytes(PassphraseMessage.Seal(bytes, "jwk+json", passphrase.Utf8, turns, random) + "\n");
        CryptographicOperations.ZeroMemory(bytes);
        CryptographicOperations.ZeroMemory(buffer.GetBuffer());
        return (file, new PublishedKey(IsRecovery: true, created, notAfter, key.Public.X, key.Public.Y, key.Public.Thumbprint));
    }

    /// <summary>Opens the file.</summary>
    /// <returns>False where it is no such file or the passphrase is another.</returns>
    public static bool TryOpen(ReadOnlySpan<byte> file, Passphrase passphrase, [NotNullWhen(true)] out EcPrivateKey? key)
    {
        key = null;
        if (file.Length > MaxBytes || !Ascii.IsValid(file) || !PassphraseMessage.TryOpen(Encoding.ASCII.GetString(file).Trim(), passphrase.Utf8, out var bytes))
        {
            return false;
        }

        try
        {
            using var document = JsonDocument.Parse(bytes);
            return EcPrivateKey.TryRead(document.RootElement, out key);
        }
        catch (JsonException)
        {
            return false;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }
}
