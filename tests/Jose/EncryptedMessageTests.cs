using System.Text;
using System.Text.Json.Nodes;
using Blog.Bench.Jose;
using Blog.Jose;
using static Blog.Tests.Jose.JoseSamples;

namespace Blog.Tests.Jose;

public sealed class EncryptedMessageTests : IDisposable
{
    private readonly EcPrivateKey _alice = Private(Alice);
    private readonly EcPrivateKey _bob = Private(Bob);
    private readonly EcPrivateKey _stranger = EcPrivateKey.Make();

    public void Dispose()
    {
        _alice.Dispose();
        _bob.Dispose();
        _stranger.Dispose();
    }

    [Fact]
    public void Each_recipient_reads_it_and_nobody_else()
    {
        var message = Seal("a text in confidence", _alice.Public, _bob.Public);

        Assert.Equal("a text in confidence", Open(message, _alice));
        Assert.Equal("a text in confidence", Open(message, _stranger, _bob));
        Assert.Null(Open(message, _stranger));
        Assert.Null(Open(message));
        Assert.True(EncryptedMessage.TryOpen(Encoding.UTF8.GetBytes(message), [_stranger, _bob], out var opened));
        Assert.Equal(_bob.Public, opened.Recipient);
    }

    [Fact]
    public void It_is_the_general_form_with_nothing_of_the_content_in_sight()
    {
        var message = JsonNode.Parse(Seal("a text in confidence", _alice.Public, _bob.Public))!.AsObject();

        Assert.Equal(["protected", "recipients", "iv", "ciphertext", "tag"], message.Select(member => member.Key));
        Assert.Equal(2, message["recipients"]!.AsArray().Count);
        var header = message["recipients"]![1]!["header"]!;
        Assert.Equal("ECDH-ES+A256KW", (string?)header["alg"]);
        Assert.Equal(_bob.Public.Thumbprint, (string?)header["kid"]);
        Assert.NotEqual((string?)message["recipients"]![0]!["header"]!["epk"]!["x"], (string?)header["epk"]!["x"]);
    }

    [Fact]
    public void Padded_messages_to_as_many_recipients_have_six_lengths_and_no_more()
    {
        var random = new Random(7);
        int[] lengths = [1, 2, 80, 8_192, .. Enumerable.Range(0, 60).Select(_ => (int)Math.Pow(2, random.NextDouble() * 21)), 8_388_608];

        var sizes = lengths.Select(length => EncryptedMessage.Seal(PaddedContent.Pad(Enumerable.Repeat((byte)'x', length).ToArray()), [_alice.Public, _bob.Public], Randomness).Length).Distinct().ToList();

        Assert.True(sizes.Count <= 6, $"{sizes.Count} lengths");
        Assert.True(sizes.Max() <= EncryptedMessage.MaxLength);
    }

    [Fact]
    public void The_largest_content_to_the_most_recipients_is_below_the_limit_of_reading()
    {
        var keys = Enumerable.Range(0, EncryptedMessage.MaxRecipients).Select(_ => EcPrivateKey.Make()).ToList();
        var message = EncryptedMessage.Seal(PaddedContent.Pad(Enumerable.Repeat((byte)'x', PaddedContent.MaxLength).ToArray()), [.. keys.Select(key => key.Public)], Randomness);

        Assert.True(EncryptedMessage.TryOpen(message, [keys[^1]], out var opened));
        Assert.Equal(PaddedContent.MaxLength, opened.Bytes.Length);
        Assert.False(EncryptedMessage.TryOpen(new byte[EncryptedMessage.MaxLength + 1], keys, out _));
        keys.ForEach(key => key.Dispose());
    }

    /// <summary>Each line changes one thing of a whole message; none of them is for anybody.</summary>
    public static TheoryData<string, Action<JsonObject>> Forged => new()
    {
        { "no protected header", message => message.Remove("protected") },
        { "no algorithm of the content", message => message["protected"] = Text("{}") },
        { "another algorithm of the content", message => message["protected"] = Text("""{"enc":"A128GCM"}""") },
        { "the algorithm outside the protected header", message => { message["protected"] = Text("{}"); message["unprotected"] = new JsonObject { ["enc"] = "A256GCM" }; } },
        { "the algorithm twice", message => message["unprotected"] = new JsonObject { ["enc"] = "A256GCM" } },
        { "a member twice in the protected header", message => message["protected"] = Text("""{"enc":"A256GCM","enc":"A256GCM"}""") },
        { "a member twice, once escaped", message => message["protected"] = Text("""{"enc":"A256GCM","\u0065nc":"A256GCM"}""") },
        { "half a surrogate for a name", message => message["protected"] = Text("""{"enc":"A256GCM","\ud800":"A256GCM"}""") },
        { "the key's name in two headers", message => message["unprotected"] = new JsonObject { ["kid"] = "x" } },
        { "something that must be understood", message => Header(message)["crit"] = new JsonArray("exp") },
        { "something that must be understood, protected", message => message["protected"] = Text("""{"enc":"A256GCM","crit":["exp"],"exp":1}""") },
        { "compression", message => message["unprotected"] = new JsonObject { ["zip"] = "DEF" } },
        { "another way to agree", message => Header(message)["alg"] = "ECDH-ES" },
        { "a way that hands the key over", message => Header(message)["alg"] = "dir" },
        { "a way that is a list", message => Header(message)["alg"] = new JsonArray("ECDH-ES+A256KW") },
        { "a key's name that is a number", message => Header(message)["kid"] = 5 },
        { "no point", message => Header(message).Remove("epk") },
        { "a point of another curve", message => Header(message)["epk"]!["crv"] = "P-521" },
        { "a point off the curve", message => Header(message)["epk"]!["y"] = Header(message)["epk"]!["x"]!.DeepClone() },
        { "the point nought", message => Header(message)["epk"] = new JsonObject { ["kty"] = "EC", ["crv"] = "P-256", ["x"] = Zeros(32), ["y"] = Zeros(32) } },
        { "the name of a party that is too long", message => Header(message)["apu"] = Zeros(513) },
        { "the name of a party that is no base64url", message => Header(message)["apv"] = "a b" },
        { "the name of a party that the sender did not have", message => Header(message)["apu"] = "QWxpY2U" },
        { "no recipients", message => message["recipients"] = new JsonArray() },
        { "recipients that are none", message => message["recipients"] = new JsonArray(1, 2) },
        { "recipients that are an object", message => message["recipients"] = new JsonObject() },
        { "too many recipients", message => message["recipients"] = new JsonArray([.. Enumerable.Range(0, 17).Select(_ => message["recipients"]![0]!.DeepClone())]) },
        { "a header that is a list", message => message["recipients"]![0]!["header"] = new JsonArray() },
        { "a shared header that is a list", message => message["unprotected"] = new JsonArray() },
        { "no key", message => message["recipients"]![0]!.AsObject().Remove("encrypted_key") },
        { "a key that is too short", message => message["recipients"]![0]!["encrypted_key"] = Zeros(32) },
        { "a key that does not unwrap", message => message["recipients"]![0]!["encrypted_key"] = Zeros(40) },
        { "a nonce that is too long", message => message["iv"] = Zeros(16) },
        { "a nonce that is too short", message => message["iv"] = Zeros(8) },
        { "no nonce", message => message["iv"] = string.Empty },
        { "another nonce", message => message["iv"] = Zeros(12) },
        { "a tag that is cut", message => message["tag"] = ((string)message["tag"]!)[..16] },
        { "another tag", message => message["tag"] = Zeros(16) },
        { "no tag", message => message.Remove("tag") },
        { "no content", message => message.Remove("ciphertext") },
        { "a content that is no base64url", message => message["ciphertext"] = "++//" },
        { "a content with padding", message => message["ciphertext"] = (string)message["ciphertext"]! + "==" },
        { "a content with white space", message => message["ciphertext"] = (string)message["ciphertext"]! + "\n" },
        { "more content", message => message["ciphertext"] = (string)message["ciphertext"]! + "AAAA" },
        { "bytes beside the content that were not there", message => message["aad"] = "AAAA" },
        { "bytes beside the content that are none", message => message["aad"] = 5 },
        { "a protected header that is written otherwise", message => message["protected"] = Text("""{"enc": "A256GCM"}""") },
        { "another level for each sign", message => message["x"] = Nested(60) },
    };

    [Theory]
    [MemberData(nameof(Forged), DisableDiscoveryEnumeration = true)]
    public void A_forged_message_opens_for_nobody_and_breaks_nothing(string how, Action<JsonObject> forge)
    {
        var message = JsonNode.Parse(Seal("a text in confidence", _alice.Public))!.AsObject();
        Assert.Equal("a text in confidence", Open(message.ToJsonString(), _alice));

        forge(message);

        Assert.True(Open(message.ToJsonString(), _alice, _bob) is null, how);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"x\"")]
    [InlineData("eyJhbGciOiJFQ0RILUVTIn0..a.b.c")] // the compact form
    [InlineData("\uFEFF{}")]
    public void What_is_no_message_opens_for_nobody(string message) => Assert.Null(Open(message, _alice));

    [Fact]
    public void Members_that_come_twice_and_what_follows_the_end_are_refused()
    {
        var message = Seal("a text in confidence", _alice.Public);

        Assert.Null(Open(message + " x", _alice));
        Assert.Null(Open(message + message, _alice));
        Assert.Null(Open("{\"iv\":\"AAAAAAAAAAAAAAAA\"," + message[1..], _alice));
        Assert.Null(Open("{\"\\u0069v\":\"AAAAAAAAAAAAAAAA\"," + message[1..], _alice));
        Assert.Null(Open("{/* x */" + message[1..], _alice));
        Assert.Null(Open(message.Replace("\"kid\":", "\"\\ud800\":1,\"kid\":", StringComparison.Ordinal), _alice)); // half a surrogate
        Assert.Equal("a text in confidence", Open("{\"unknown\":[1]," + message[1..] + "\n", _alice));
        byte[] foreign = [.. Encoding.UTF8.GetBytes("{\"u\":\""), 0xC0, 0x80, .. Encoding.UTF8.GetBytes("\"," + message[1..])];
        Assert.False(EncryptedMessage.TryOpen(foreign, [_alice], out _));
    }

    [Fact]
    public void A_message_that_names_no_key_is_tried_with_each()
    {
        var message = JsonNode.Parse(Seal("a text in confidence", _alice.Public, _bob.Public))!.AsObject();
        foreach (var recipient in message["recipients"]!.AsArray())
        {
            recipient!["header"]!.AsObject().Remove("kid");
        }

        Assert.Equal("a text in confidence", Open(message.ToJsonString(), _stranger, _bob));
        Assert.Null(Open(message.ToJsonString(), _stranger));
    }

    [Fact]
    public void Mutated_messages_open_to_what_was_sent_or_to_nothing()
    {
        var campaign = new MessageMutations(seed: 20261122);

        campaign.Run(3_000);

        Assert.Equal((3_000, 0, 0), (campaign.Refused + campaign.SameContent, campaign.FalseOpens, campaign.Crashes.Count));
        Assert.True(campaign.Refused > 2_000 && campaign.SameContent > 0, $"{campaign.Refused} refused, {campaign.SameContent} open as before");
    }

    private static JsonObject Header(JsonObject message) => message["recipients"]![0]!["header"]!.AsObject();

    private static string Text(string header) => StrictBase64Url.Encode(Encoding.UTF8.GetBytes(header));

    private static string Zeros(int length) => StrictBase64Url.Encode(new byte[length]);

    private static JsonNode Nested(int depth) => depth == 0 ? JsonValue.Create(1) : new JsonArray(Nested(depth - 1));
}
