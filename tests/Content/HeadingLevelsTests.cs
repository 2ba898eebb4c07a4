using Blog.Content;

namespace Blog.Tests.Content;

public sealed class HeadingLevelsTests
{
    [Theory]
    [InlineData("No heading, #1 in the list", 1)]
    [InlineData("# Top\n\n### Low", 1)]
    [InlineData("Text\n\n## Next\n\n### Low", 2)]
    [InlineData("   ### Indented", 3)]
    [InlineData("    # Code", 1)]
    [InlineData("####### Too many\n\n#### Four", 4)]
    [InlineData("#no heading\n\n##", 2)]
    [InlineData("", 1)]
    public void The_highest_heading_is_found(string markdown, int level) => Assert.Equal(level, HeadingLevels.Highest(markdown));
}
