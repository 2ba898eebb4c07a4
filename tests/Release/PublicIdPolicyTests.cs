using Blog.Model;
using Blog.Release;
using static Blog.Tests.Release.VaultSamples;

namespace Blog.Tests.Release;

public sealed class PublicIdPolicyTests
{
    [Theory]
    [InlineData(OldIdPolicy.Keep, false, true)]
    [InlineData(OldIdPolicy.Keep, true, true)]
    [InlineData(OldIdPolicy.DropWhereRedacted, false, true)]
    [InlineData(OldIdPolicy.DropWhereRedacted, true, false)]
    [InlineData(OldIdPolicy.Drop, false, false)]
    public void The_policy_decides(OldIdPolicy policy, bool isChanged, bool expected) =>
        Assert.Equal(expected, PublicIdPolicy.KeepsOldId(new AnonymityPolicy { OldIds = policy }, "7712345678901234567", null, isChanged));

    [Theory]
    [InlineData("114452874506308693", true)] // April 2006
    [InlineData("95123456712345678", true)]  // 2000: nine digits of seconds
    [InlineData("5512345678901234567", false)]
    [InlineData("812345678901234567", false)]
    [InlineData("aq3kx7m2p5r6t2vw", false)]
    [InlineData("disqus-99", false)]
    public void The_oldest_ids_carry_their_second(string id, bool expected) => Assert.Equal(expected, PublicIdPolicy.CarriesTime(id, null));

    [Fact]
    public void An_id_that_holds_its_own_time_carries_it()
    {
        var time = Time("2015-12-15 10:04");
        Assert.True(PublicIdPolicy.CarriesTime($"wp-{time.Value.ToUnixTimeMilliseconds()}", time));
        Assert.False(PublicIdPolicy.CarriesTime("wp-1234567890123", time));
    }

    [Fact]
    public void An_id_with_a_time_goes_even_under_keep_unless_times_are_public_to_the_minute()
    {
        const string id = "114452874506308693";
        Assert.False(PublicIdPolicy.KeepsOldId(new AnonymityPolicy { OldIds = OldIdPolicy.Keep, Times = DatePrecision.Day }, id, null, isChanged: false));
        Assert.True(PublicIdPolicy.KeepsOldId(new AnonymityPolicy { OldIds = OldIdPolicy.Keep, Times = DatePrecision.Minute }, id, null, isChanged: false));
    }
}
