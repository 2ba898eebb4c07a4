using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Blog.Jose;

namespace Blog.Tests.Jose;

/// <summary>Keys and messages of the tests; the named keys are those of RFC 7518, appendix C.</summary>
internal static class JoseSamples
{
    public const string Alice = """{"kty":"EC","crv":"P-256","x":"gI0GAILBdu7T53akrFmMyGcsF3n5dO7MmwNBHKW5SV0","y":"SLW_xSffzlPWrHEVI30DHM_4egVwt3NQqeUD7nMFpps","d":"0_NxaRPUMQoAJt50Gz8YiTr8gRTwyEaCumd-MToTmIo"}""";
    public const string Bob = """{"kty":"EC","crv":"P-256","x":"weNJy2HscCSM6AEDTDg04biOvhFhyyWvOHQfeF_PxMQ","y":"e8lnCO-AlStT-NJVX-crhB7QRYhiix03illJOVAOyck","d":"VEmDZpDXXK8p8N0Cndsxs924q6nS1RXFASRl6BfUqdw"}""";

    public static RandomNumberGenerator Randomness { get; } = RandomNumberGenerator.Create();

    public static EcPrivateKey Private(string jwk) => EcPrivateKey.TryRead(Element(jwk), out var key) ? key : throw new InvalidOperationException("This is no key.");

    public static EcPublicKey Public(string jwk) => EcPublicKey.TryRead(Element(jwk), out var key) ? key : throw new InvalidOperationException("This is no key.");

    public static JsonElement Element(string json) => JsonDocument.Parse(json).RootElement.Clone();

    /// <summary>A key as JSON, with its private half.</summary>
    public static string Json(EcPrivateKey key) => Written(key.Write);

    /// <summary>A public key as JSON.</summary>
    public static string Json(EcPublicKey key, KeyUse use) => Written(json => key.Write(json, use));

    public static string? Open(string message, params EcPrivateKey[] keys) => EncryptedMessage.TryOpen(Encoding.UTF8.GetBytes(message), keys, out var opened) ? Encoding.UTF8.GetString(opened.Bytes.Span) : null;

    public static string Seal(string content, params EcPublicKey[] keys) => Encoding.UTF8.GetString(EncryptedMessage.Seal(Encoding.UTF8.GetBytes(content), keys, Randomness));

    private static string Written(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
