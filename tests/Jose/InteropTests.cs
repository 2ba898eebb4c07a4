using System.Text;
using System.Text.Json.Nodes;
using Blog.Jose;
using static Blog.Tests.Jose.JoseSamples;

namespace Blog.Tests.Jose;

/// <summary>What we write others read, and the other way round: the jose package of npm, and Debian's jose command.</summary>
public sealed class InteropTests : IDisposable
{
    private const string Content = "Zurück, in confidence: a text of two lines\nand \"quotes\"";

    private readonly EcPrivateKey _alice = Private(Alice);
    private readonly EcPrivateKey _bob = Private(Bob);
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _alice.Dispose();
        _bob.Dispose();
        _folder.Dispose();
    }

    [NodeJoseFact]
    public void Npm_reads_our_messages_with_either_key()
    {
        using var node = new NodeJose();
        var message = Seal(Content, _alice.Public, _bob.Public);

        Assert.Equal(Content, node.Ask(new() { ["ask"] = "open", ["message"] = JsonNode.Parse(message), ["key"] = JsonNode.Parse(Json(_alice)) }));
        Assert.Equal(Content, node.Ask(new() { ["ask"] = "open", ["message"] = JsonNode.Parse(message), ["key"] = JsonNode.Parse(Json(_bob)) }));
        using var stranger = EcPrivateKey.Make();
        Assert.StartsWith("error: ERR_JWE", node.Ask(new() { ["ask"] = "open", ["message"] = JsonNode.Parse(message), ["key"] = JsonNode.Parse(Json(stranger)) }), StringComparison.Ordinal);
    }

    [NodeJoseFact]
    public void We_read_messages_of_npm_with_either_key()
    {
        using var node = new NodeJose();
        var message = node.Ask(new() { ["ask"] = "seal", ["content"] = Content, ["keys"] = new JsonArray(Jwk(_alice.Public, KeyUse.Encryption), Jwk(_bob.Public, KeyUse.Encryption)) });

        Assert.Equal(Content, Open(message, _alice));
        Assert.Equal(Content, Open(message, _bob));
        using var stranger = EcPrivateKey.Make();
        Assert.Null(Open(message, stranger));
    }

    [NodeJoseFact]
    public void Signatures_are_good_on_both_sides()
    {
        using var node = new NodeJose();
        var ours = SignedMessage.Sign(Encoding.UTF8.GetBytes(Content), "decisions", _alice);
        var theirs = node.Ask(new() { ["ask"] = "sign", ["content"] = Content, ["type"] = "decisions", ["key"] = JsonNode.Parse(Json(_bob)) });

        Assert.Equal(Content, node.Ask(new() { ["ask"] = "verify", ["message"] = ours, ["key"] = Jwk(_alice.Public, KeyUse.Signature) }));
        Assert.StartsWith("error: ERR_JWS", node.Ask(new() { ["ask"] = "verify", ["message"] = ours, ["key"] = Jwk(_bob.Public, KeyUse.Signature) }), StringComparison.Ordinal);
        Assert.True(SignedMessage.TryVerify(theirs, "decisions", _bob.Public, out var content));
        Assert.Equal(Content, Encoding.UTF8.GetString(content));
    }

    [NodeJoseFact]
    public void Thumbprints_are_the_same()
    {
        using var node = new NodeJose();
        for (var i = 0; i < 20; i++)
        {
            using var key = EcPrivateKey.Make();
            Assert.Equal(node.Ask(new() { ["ask"] = "thumbprint", ["key"] = Jwk(key.Public, KeyUse.Signature) }), key.Public.Thumbprint);
        }
    }

    [DebianJoseFact]
    public void Debians_command_reads_our_messages_with_either_key()
    {
        var message = Put("message", Seal(Content, _alice.Public, _bob.Public));

        Assert.Equal(Content, Programs.Run(_folder.Root, "jose", "jwe", "dec", "-i", message, "-k", Put("a", Json(_alice))));
        Assert.Equal(Content, Programs.Run(_folder.Root, "jose", "jwe", "dec", "-i", message, "-k", Put("b", Json(_bob))));
        using var stranger = EcPrivateKey.Make();
        Assert.Null(Programs.Run(_folder.Root, "jose", "jwe", "dec", "-i", message, "-k", Put("c", Json(stranger))));
    }

    [DebianJoseFact]
    public void We_read_messages_of_debians_command()
    {
        var (a, b) = (Put("a", Bare(_alice.Public)), Put("b", Bare(_bob.Public)));
        foreach (var header in (string[])["""{"protected":{"enc":"A256GCM","alg":"ECDH-ES+A256KW"}}""", """{"protected":{"enc":"A256GCM"},"unprotected":{"alg":"ECDH-ES+A256KW"}}"""])
        {
            var message = Programs.Run(_folder.Root, "jose", "jwe", "enc", "-i", header, "-I", Put("content", Content), "-k", a, "-k", b);

            Assert.NotNull(message);
            Assert.Equal(Content, Open(message, _alice));
            Assert.Equal(Content, Open(message, _bob));
        }
    }

    [DebianJoseFact]
    public void Debians_command_and_we_agree_on_signatures_and_thumbprints()
    {
        var theirs = Programs.Run(_folder.Root, "jose", "jws", "sig", "-s", """{"protected":{"alg":"ES256","typ":"decisions"}}""", "-I", Put("content", Content), "-k", Put("b", Json(_bob)), "-c");
        var ours = Put("ours", SignedMessage.Sign(Encoding.UTF8.GetBytes(Content), "decisions", _alice));

        Assert.True(SignedMessage.TryVerify(theirs!.Trim(), "decisions", _bob.Public, out var content));
        Assert.Equal(Content, Encoding.UTF8.GetString(content));
        Assert.Equal(Content, Programs.Run(_folder.Root, "jose", "jws", "ver", "-i", ours, "-k", Put("a", Bare(_alice.Public)), "-O-"));
        Assert.Null(Programs.Run(_folder.Root, "jose", "jws", "ver", "-i", ours, "-k", Put("other", Bare(_bob.Public)), "-O-"));
        Assert.Equal(_alice.Public.Thumbprint, Programs.Run(_folder.Root, "jose", "jwk", "thp", "-i", Put("a", Bare(_alice.Public)))!.Trim());
    }

    private static JsonNode Jwk(EcPublicKey key, KeyUse use) => JsonNode.Parse(Json(key, use))!;

    private static string Bare(EcPublicKey key) => $$"""{"kty":"EC","crv":"P-256","x":"{{key.X}}","y":"{{key.Y}}"}""";

    private string Put(string name, string content) => _folder.Put(name, content);
}
