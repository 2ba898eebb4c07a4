using System.Text;
using Blog.Jose;
using static Blog.Tests.Jose.JoseSamples;

namespace Blog.Tests.Jose;

public sealed class SignedMessageTests
{
    private const string Signer = """{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0","d":"jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI"}""";
    private const string Body = "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";
    private const string Seal = "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q";

    [Fact] // RFC 7515, appendix A.3
    public void The_vector_of_the_standard()
    {
        Assert.True(SignedMessage.TryVerify($"eyJhbGciOiJFUzI1NiJ9.{Body}.{Seal}", null, Public(Signer), out var content));
        Assert.StartsWith("{\"iss\":\"joe\"", Encoding.UTF8.GetString(content), StringComparison.Ordinal);
        Assert.False(SignedMessage.TryVerify($"eyJhbGciOiJFUzI1NiJ9.{Body}.{Seal}", null, Public(Alice), out _));
        Assert.False(SignedMessage.TryVerify($"eyJhbGciOiJFUzI1NiJ9.{Body}.{Seal}", "a purpose", Public(Signer), out _));
    }

    [Fact]
    public void A_message_counts_for_its_key_and_purpose_alone()
    {
        using var signer = Private(Signer);
        var message = SignedMessage.Sign("decided"u8, "one-purpose", signer);

        Assert.True(SignedMessage.TryVerify(message, "one-purpose", signer.Public, out var content));
        Assert.Equal("decided", Encoding.UTF8.GetString(content));
        Assert.False(SignedMessage.TryVerify(message, "another", signer.Public, out _));
        Assert.False(SignedMessage.TryVerify(message, "one-purpose", Public(Bob), out _));
    }

    [Theory] // each signed by the very key, over the very bytes: what is refused is the header
    [InlineData("""{"alg":"none"}""")]
    [InlineData("""{"alg":"HS256"}""")]
    [InlineData("""{"alg":"ES384"}""")]
    [InlineData("""{"alg":"ES256","crit":["b64"],"b64":false}""")]
    [InlineData("""{"alg":"ES256","alg":"ES256"}""")]
    [InlineData("""{"alg":"ES256","kid":"another"}""")]
    [InlineData("""{"alg":"ES256","kid":7}""")]
    [InlineData("""{"alg":["ES256"]}""")]
    [InlineData("""{"ALG":"ES256"}""")]
    [InlineData("""["ES256"]""")]
    [InlineData("""{"alg":"ES256"} """ + "x")]
    [InlineData("")]
    public void Headers_that_are_not_those_of_this_format_are_refused(string header)
    {
        using var signer = Private(Signer);
        var signed = $"{StrictBase64Url.Encode(Encoding.UTF8.GetBytes(header))}.{Body}";
        var message = $"{signed}.{StrictBase64Url.Encode(signer.Sign(Encoding.ASCII.GetBytes(signed)))}";

        Assert.False(SignedMessage.TryVerify(message, null, signer.Public, out _));
    }

    [Fact]
    public void No_changed_or_cut_message_is_taken()
    {
        using var signer = Private(Signer);
        var message = SignedMessage.Sign("decided"u8, "one-purpose", signer);
        for (var i = 0; i < message.Length; i++)
        {
            var changed = message.ToCharArray();
            changed[i] = changed[i] == 'A' ? 'B' : 'A';
            Assert.False(SignedMessage.TryVerify(new string(changed), "one-purpose", signer.Public, out _));
            Assert.False(SignedMessage.TryVerify(message[..i], "one-purpose", signer.Public, out _));
            Assert.False(SignedMessage.TryVerify(message.Remove(i, 1), "one-purpose", signer.Public, out _));
        }

        Assert.False(SignedMessage.TryVerify(message + ".", "one-purpose", signer.Public, out _));
        Assert.False(SignedMessage.TryVerify(message + "=", "one-purpose", signer.Public, out _));
        Assert.False(SignedMessage.TryVerify(message + "\n", "one-purpose", signer.Public, out _));
        Assert.False(SignedMessage.TryVerify(string.Empty, "one-purpose", signer.Public, out _));
    }
}
