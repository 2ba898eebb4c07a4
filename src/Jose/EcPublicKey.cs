using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Blog.Jose;

/// <summary>A public key on P-256, as a JSON Web Key (RFC 7517; RFC 7518, 6.2.1). Its point lies on the curve.</summary>
public sealed record EcPublicKey
{
    private EcPublicKey(string x, string y)
    {
        (X, Y) = (x, y);

        // RFC 7638: the required members alone, in the order of their names, without white space
        Thumbprint = StrictBase64Url.Encode(SHA256.HashData(Encoding.UTF8.GetBytes($$"""{"crv":"P-256","kty":"EC","x":"{{X}}","y":"{{Y}}"}""")));
    }

    /// <summary>Its thumbprint (RFC 7638), base64url of 32 bytes: by which it is known, also as <c>kid</c>.</summary>
    public string Thumbprint { get; }

    /// <summary>First coordinate, base64url of 32 bytes.</summary>
    public string X { get; }

    /// <summary>Second coordinate, base64url of 32 bytes.</summary>
    public string Y { get; }

    /// <summary>Its point, for the framework.</summary>
    internal ECParameters Parameters => new()
    {
        Curve = P256.Curve,
        Q = new ECPoint { X = StrictBase64Url.TryDecode(X, out var x) ? x : null, Y = StrictBase64Url.TryDecode(Y, out var y) ? y : null },
    };

    /// <summary>Reads a JSON Web Key; members that it does not know are passed over.</summary>
    /// <returns>False for another type or curve, for coordinates that are not written as they must be, and for a point off the curve.</returns>
    public static bool TryRead(JsonElement jwk, [NotNullWhen(true)] out EcPublicKey? key)
    {
        key = null;
        if (jwk.ValueKind != JsonValueKind.Object
            || !StrictJson.TryText(jwk, "kty", out var type) || type != "EC"
            || !StrictJson.TryText(jwk, "crv", out var curve) || curve != "P-256"
            || !StrictJson.TryBytes(jwk, "x", P256.Length, out var x)
            || !StrictJson.TryBytes(jwk, "y", P256.Length, out var y)
            || !P256.HasPoint(x, y))
        {
            return false;
        }

        key = new EcPublicKey(StrictBase64Url.Encode(x), StrictBase64Url.Encode(y));
        return true;
    }

    internal static EcPublicKey Of(ECPoint point) => new(StrictBase64Url.Encode(point.X), StrictBase64Url.Encode(point.Y));

    /// <summary>Writes it as a JSON Web Key with its use, algorithm and thumbprint.</summary>
    public void Write(Utf8JsonWriter json, KeyUse use)
    {
        json.WriteStartObject();
        WriteMembers(json);
        json.WriteString("use", use == KeyUse.Encryption ? "enc" : "sig");
        json.WriteString("alg", use == KeyUse.Encryption ? EncryptedMessage.KeyAlgorithm : SignedMessage.Algorithm);
        json.WriteString("kid", Thumbprint);
        json.WriteEndObject();
    }

    /// <summary>Writes the members of the point: <c>kty</c>, <c>crv</c>, <c>x</c>, <c>y</c>.</summary>
    internal void WriteMembers(Utf8JsonWriter json)
    {
        json.WriteString("kty", "EC");
        json.WriteString("crv", "P-256");
        json.WriteString("x", X);
        json.WriteString("y", Y);
    }
}
