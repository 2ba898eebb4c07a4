using System.Text;
using System.Text.Json.Nodes;
using Blog.Jose;
using static Blog.Tests.Jose.JoseSamples;

namespace Blog.Tests.Jose;

public sealed class PassphraseMessageTests
{
    private const string Content = "a private key, say";
    private static readonly byte[] Words = Encoding.UTF8.GetBytes("six stones Zurück");

    [Fact]
    public void It_opens_with_its_passphrase_alone()
    {
        var message = PassphraseMessage.Seal(Encoding.UTF8.GetBytes(Content), "jwk+json", Words, 2000, Randomness);
        Assert.True(PassphraseMessage.TryOpen(message, Words, out var content));
        Assert.Equal(Content, Encoding.UTF8.GetString(content));
        Assert.False(PassphraseMessage.TryOpen(message, Encoding.UTF8.GetBytes("six stones Zuruck"), out _));
        Assert.NotEqual(message, PassphraseMessage.Seal(Encoding.UTF8.GetBytes(Content), "jwk+json", Words, 2000, Randomness));
    }

    [Fact]
    public void A_changed_message_opens_nowhere()
    {
        var message = PassphraseMessage.Seal(Encoding.UTF8.GetBytes(Content), "jwk+json", Words, 1000, Randomness);
        for (var at = 0; at < message.Length; at++)
        {
            var changed = message.ToCharArray();
            changed[at] = changed[at] == 'A' ? 'B' : 'A';
            Assert.False(PassphraseMessage.TryOpen(new string(changed), Words, out _));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("a.b.c")]
    [InlineData("....")]
    [InlineData("eyJhbGciOiJub25lIn0.AAAA.AAAA.AAAA.AAAA")]
    public void Anything_else_is_no_message(string message) => Assert.False(PassphraseMessage.TryOpen(message, Words, out _));

    [Fact]
    public void A_message_that_asks_for_hours_is_not_tried()
    {
        var message = PassphraseMessage.Seal(Encoding.UTF8.GetBytes(Content), "jwk+json", Words, 1000, Randomness).Split('.');
        var header = Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(message[0])).Replace("\"p2c\":1000", "\"p2c\":2000000000", StringComparison.Ordinal);
        message[0] = System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header));
        Assert.False(PassphraseMessage.TryOpen(string.Join('.', message), Words, out _));
    }

    [NodeJoseFact]
    public void Npm_opens_it()
    {
        using var node = new NodeJose();
        var message = PassphraseMessage.Seal(Encoding.UTF8.GetBytes(Content), "jwk+json", Words, 4096, Randomness);
        Assert.Equal(Content, node.Ask(new() { ["ask"] = "passphrase", ["message"] = message, ["passphrase"] = Encoding.UTF8.GetString(Words) }));
    }

    [Fact]
    public void A_recovery_key_comes_out_of_its_file_with_its_passphrase_alone()
    {
        using var passphrase = Blog.Vault.Passphrase.New("a passphrase of its own");
        using var other = Blog.Vault.Passphrase.New("another passphrase");
        var (file, publicKey) = Blog.Vault.Keys.RecoveryKey.Make(new DateOnly(2026, 1, 1), new DateOnly(2027, 1, 1), passphrase, Randomness, turns: 1000);
        Assert.True(Blog.Vault.Keys.RecoveryKey.TryOpen(file, passphrase, out var key));
        using (key)
        {
            Assert.Equal((publicKey.Id, publicKey.X), (key.Public.Thumbprint, key.Public.X));
        }

        Assert.False(Blog.Vault.Keys.RecoveryKey.TryOpen(file, other, out _));
        Assert.False(Blog.Vault.Keys.RecoveryKey.TryOpen("not a key"u8, passphrase, out _));
    }
}
