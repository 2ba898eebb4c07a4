using System.Text;
using System.Text.Json.Nodes;
using Blog.Jose;
using Blog.Source;

namespace Blog.Tests.Source;

public sealed class SubmissionKeysTests
{
    private static readonly DateOnly Day = new(2026, 11, 22);

    [Fact]
    public void What_is_written_is_read_again()
    {
        var keys = new SubmissionKeys([Make(false, Day.AddDays(100)), Make(true, Day.AddDays(200))]);
        Assert.Equal(keys.Keys, SubmissionKeys.Read(keys.ToBytes(), "k").Keys);
        Assert.Equal(keys.ToBytes(), SubmissionKeys.Read(keys.ToBytes(), "k").ToBytes());
    }

    [Fact]
    public void Keys_end_one_by_one_and_the_recovery_key_alone_opens_nothing()
    {
        var keys = new SubmissionKeys([Make(false, Day.AddDays(10)), Make(false, Day.AddDays(40)), Make(true, Day.AddDays(400))]);
        Assert.Equal((3, 2, 1), (keys.Holding(Day.AddDays(10)).Count, keys.Holding(Day.AddDays(11)).Count, keys.Holding(Day.AddDays(41)).Count));
        Assert.True(keys.AreOpen(Day.AddDays(40)));
        Assert.False(keys.AreOpen(Day.AddDays(41)));

        Assert.Empty(keys.Warnings(Day.AddDays(-21)));
        Assert.Contains("ends on 2026-12-02", Assert.Single(keys.Warnings(Day.AddDays(-20))), StringComparison.Ordinal); // 30 days before
        Assert.Equal(2, keys.Warnings(Day.AddDays(11)).Count);
        Assert.Contains("ended on", keys.Warnings(Day.AddDays(11))[0], StringComparison.Ordinal);
        Assert.Contains("takes nothing", keys.Warnings(Day.AddDays(41))[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("format", "2")]
    [InlineData("x", "\"AAAA\"")]
    [InlineData("y", "\"8FHWssvkX2DaEVHMOYuT8gsT7CWxKxFgKmWiS1wO-4V\"")]
    [InlineData("kid", "\"another\"")]
    [InlineData("use", "\"both\"")]
    [InlineData("crv", "\"P-384\"")]
    [InlineData("notAfter", "\"2020-01-01\"")]
    [InlineData("created", "\"yesterday\"")]
    [InlineData("d", "\"AAAA\"")]
    [InlineData("keys", "[]")]
    [InlineData("name", "\"Quiet Wick\"")]
    public void Anything_else_is_refused(string member, string value)
    {
        var json = JsonNode.Parse(new SubmissionKeys([Make(false, Day)]).ToBytes())!;
        var target = member is "format" or "keys" ? json : json["keys"]![0]!;
        target[member] = JsonNode.Parse(value);
        Assert.Throws<SourceException>(() => SubmissionKeys.Read(Encoding.UTF8.GetBytes(json.ToJsonString()), "k"));
    }

    [Fact]
    public void A_point_off_the_curve_and_a_key_that_stands_twice_are_refused()
    {
        var key = Make(false, Day);
        Assert.Throws<SourceException>(() => SubmissionKeys.Read(new SubmissionKeys([key, key]).ToBytes(), "k"));
        var other = Make(false, Day);
        var thumbprint = System.Buffers.Text.Base64Url.EncodeToString(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes($$"""{"crv":"P-256","kty":"EC","x":"{{key.X}}","y":"{{other.Y}}"}""")));
        Assert.Throws<SourceException>(() => SubmissionKeys.Read(new SubmissionKeys([key with { Y = other.Y, Id = thumbprint }]).ToBytes(), "k"));
    }

    private static PublishedKey Make(bool isRecovery, DateOnly notAfter)
    {
        using var key = EcPrivateKey.Make();
        return new PublishedKey(isRecovery, notAfter.AddDays(-90), notAfter, key.Public.X, key.Public.Y, key.Public.Thumbprint);
    }
}
