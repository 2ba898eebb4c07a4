using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json;

namespace Blog.Jose;

/// <summary>A private key on P-256: agrees on secrets (ECDH) or signs (ES256); one key does one of the two. Wiped when disposed, never printed.</summary>
public sealed class EcPrivateKey : IDisposable
{
    private readonly byte[] _d;

    private EcPrivateKey(EcPublicKey @public, byte[] d) => (Public, _d) = (@public, d);

    /// <summary>Its public half.</summary>
    public EcPublicKey Public { get; }

    /// <summary>A new key, from the system's randomness.</summary>
    public static EcPrivateKey Make()
    {
        using var made = ECDsa.Create(P256.Curve);
        var parameters = made.ExportParameters(includePrivateParameters: true);
        return new EcPrivateKey(EcPublicKey.Of(parameters.Q), parameters.D ?? throw new CryptographicException("The system made a key without its private half."));
    }

    /// <summary>Reads a private JSON Web Key (RFC 7518, 6.2.2).</summary>
    /// <returns>False where <see cref="EcPublicKey.TryRead"/> says so, where there is no private half, and where the halves are not of one key.</returns>
    public static bool TryRead(JsonElement jwk, [NotNullWhen(true)] out EcPrivateKey? key)
    {
        key = null;
        if (!EcPublicKey.TryRead(jwk, out var @public) || !StrictJson.TryBytes(jwk, "d", P256.Length, out var d))
        {
            return false;
        }

        try
        {
            using var made = ECDsa.Create(new ECParameters { Curve = P256.Curve, D = d }); // without its point, which the system then reckons
            if (EcPublicKey.Of(made.ExportParameters(includePrivateParameters: false).Q) != @public)
            {
                return false;
            }
        }
        catch (CryptographicException) // nought, or beyond the curve's order
        {
            return false;
        }

        key = new EcPrivateKey(@public, d);
        return true;
    }

    /// <summary>Nothing of it.</summary>
    public override string ToString() => "(a private key)";

    /// <summary>Wipes it.</summary>
    public void Dispose() => CryptographicOperations.ZeroMemory(_d);

    /// <summary>Writes it as a JSON Web Key, for a sealed row.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        Public.WriteMembers(json);
        json.WriteString("d", StrictBase64Url.Encode(_d));
        json.WriteEndObject();
    }

    /// <summary>The x coordinate of the point that this key and another's public half agree on (RFC 7518, 4.6: Z).</summary>
    internal byte[] Agree(EcPublicKey other)
    {
        using var own = ECDiffieHellman.Create(Parameters);
        using var theirs = ECDiffieHellman.Create(other.Parameters);
        using var point = theirs.PublicKey;
        return own.DeriveRawSecretAgreement(point);
    }

    /// <summary>ES256 over bytes: r and s, 64 bytes (RFC 7518, 3.4).</summary>
    internal byte[] Sign(ReadOnlySpan<byte> bytes)
    {
        using var own = ECDsa.Create(Parameters);
        return own.SignData(bytes, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    private ECParameters Parameters => Public.Parameters with { D = _d };
}
