using Blog.Import.Fetching;

namespace Blog.Tests.Import.Fetching;

/// <summary>RFC 9309: whose group holds, and which rule of it.</summary>
public sealed class RobotsRulesTests
{
    [Theory]
    [InlineData("", "/a.png", true)]
    [InlineData("User-agent: *\nDisallow: /", "/a.png", false)]
    [InlineData("User-agent: *\nDisallow:", "/a.png", true)]
    [InlineData("user-AGENT : *\r\nDISALLOW : /private # ours\r\n", "/private/a.png", false)]
    [InlineData("User-agent: *\nDisallow: /private", "/public/a.png", true)]
    [InlineData("User-agent: *\nDisallow: /\nAllow: /pictures/", "/pictures/a.png", true)] // the longer rule
    [InlineData("User-agent: *\nAllow: /a\nDisallow: /a", "/a.png", true)] // of equal ones the one that allows
    [InlineData("User-agent: other\nDisallow: /", "/a.png", true)]
    [InlineData("User-agent: *\nDisallow: /\nUser-agent: Subrosa\nAllow: /", "/a.png", true)] // the group that names it, alone
    [InlineData("User-agent: subrosa/2.0\nDisallow: /\nUser-agent: *\nAllow: /", "/a.png", false)]
    [InlineData("User-agent: subrosa-other\nDisallow: /", "/a.png", true)]
    [InlineData("User-agent: a\nUser-agent: subrosa\nUser-agent: b\nDisallow: /", "/a.png", false)]
    [InlineData("User-agent: subrosa\nDisallow: /x\nUser-agent: *\nDisallow: /y\nUser-agent: subrosa\nDisallow: /a", "/a.png", false)] // groups of one name are one
    [InlineData("User-agent: *\nDisallow: /*.png$", "/deep/a.png", false)]
    [InlineData("User-agent: *\nDisallow: /*.png$", "/deep/a.png?x", true)]
    [InlineData("User-agent: *\nDisallow: /*/b/*/d", "/a/b/c/d.png", false)]
    [InlineData("User-agent: *\nDisallow: /$", "/a.png", true)]
    [InlineData("Disallow: /", "/a.png", true)] // a rule of no group
    [InlineData("<html>not found</html>", "/a.png", true)]
    public void The_rule_that_holds(string file, string path, bool allows) => Assert.Equal(allows, RobotsRules.Parse(file).Allows(path));

    [Fact]
    public void The_wait_a_host_asks_for_is_read()
    {
        Assert.Equal(2.5, RobotsRules.Parse("User-agent: *\nCrawl-delay: 2.5\nUser-agent: other\nCrawl-delay: 90").DelaySeconds);
        Assert.Null(RobotsRules.Parse("User-agent: *\nCrawl-delay: soon").DelaySeconds);
    }

    [Fact]
    public void A_pattern_of_many_stars_ends() => Assert.True(RobotsRules.Parse("User-agent: *\nDisallow: /" + new string('*', 2_000) + "z$").Allows("/" + new string('a', 4_000)));
}
