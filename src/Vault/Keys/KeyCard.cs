using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Blog.Jose;
using Blog.Model;

namespace Blog.Vault.Keys;

/// <summary>What a person hands out: a pen name, from when to when, and two public keys. A JSON Web Key Set (RFC 7517, 5) with three members more.</summary>
/// <param name="Name">Pen name.</param>
/// <param name="Created">First day.</param>
/// <param name="NotAfter">Last day on which anything is encrypted to it or signed by it.</param>
/// <param name="Encryption">The key to which others encrypt.</param>
/// <param name="Signature">The key that signs.</param>
public sealed record KeyCard(string Name, DateOnly Created, DateOnly NotAfter, EcPublicKey Encryption, EcPublicKey Signature)
{
    /// <summary>A file larger than this is no card.</summary>
    public const int MaxBytes = 16 * 1024;

    private const string Digits = "abcdefghijkmnpqrstuvwxyz23456789"; // 32, without those that are read for one another

    /// <summary>What two people compare by voice before they trust a card: 100 bits over everything it says, as five groups of four letters and digits.</summary>
    public string Fingerprint
    {
        get
        {
            var text = string.Join('\n', "subrosa-card-1", Name, DayText.Of(Created), DayText.Of(NotAfter), Encryption.Thumbprint, Signature.Thumbprint);
            var hash = new System.Numerics.BigInteger(SHA256.HashData(Encoding.UTF8.GetBytes(text)), isUnsigned: true, isBigEndian: true);
            var groups = new List<string>();
            for (var group = 0; group < 5; group++)
            {
                var signs = new char[4];
                for (var sign = 0; sign < signs.Length; sign++)
                {
                    signs[sign] = Digits[(int)(hash % 32)];
                    hash /= 32;
                }

                groups.Add(new string(signs));
            }

            return string.Join('-', groups);
        }
    }

    /// <summary>Reads a card.</summary>
    /// <param name="utf8">Anything at all.</param>
    /// <param name="card">The card.</param>
    /// <returns>False where it is no card: another form, an unusable name, dates that are none, keys that are none or the same.</returns>
    public static bool TryRead(ReadOnlyMemory<byte> utf8, [NotNullWhen(true)] out KeyCard? card)
    {
        card = null;
        if (utf8.Length > MaxBytes || !StrictJson.TryRead(utf8, out var document))
        {
            return false;
        }

        using (document)
        {
            var root = document.RootElement;
            if (!StrictJson.TryText(root, "name", out var name) || !PenNames.IsUsable(name)
                || !TryDay(root, "created", out var created) || !TryDay(root, "notAfter", out var notAfter) || notAfter < created
                || !root.TryGetProperty("keys", out var keys) || keys.ValueKind != JsonValueKind.Array || keys.GetArrayLength() != 2
                || !TryKey(keys[0], "enc", out var encryption) || !TryKey(keys[1], "sig", out var signature) || encryption == signature)
            {
                return false;
            }

            card = new KeyCard(name, created, notAfter, encryption, signature);
            return true;
        }
    }

    /// <summary>The card as it is handed out, with a line feed at its end.</summary>
    public byte[] ToBytes()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("name", Name);
            json.WriteString("created", DayText.Of(Created));
            json.WriteString("notAfter", DayText.Of(NotAfter));
            json.WriteStartArray("keys");
            Encryption.Write(json, KeyUse.Encryption);
            Signature.Write(json, KeyUse.Signature);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }

    private static bool TryDay(JsonElement root, string member, out DateOnly day)
    {
        day = default;
        return StrictJson.TryText(root, member, out var text) && DayText.TryRead(text, out day);
    }

    private static bool TryKey(JsonElement jwk, string use, [NotNullWhen(true)] out EcPublicKey? key)
    {
        key = null;
        return jwk.ValueKind == JsonValueKind.Object && StrictJson.TryText(jwk, "use", out var given) && given == use
            && !jwk.TryGetProperty("d", out _) // a private half does not belong here: its owner must not send it, and we must not keep it
            && EcPublicKey.TryRead(jwk, out key);
    }
}
