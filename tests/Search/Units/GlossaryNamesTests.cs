using Blog.Model;
using Blog.Search.Units;

namespace Blog.Tests.Search.Units;

public sealed class GlossaryNamesTests
{
    [Theory]
    [InlineData("Principal keeper, in charge of a station.", "Principal keeper")]
    [InlineData("Principal keeper.", "Principal keeper")]
    [InlineData("Principal keeper (of a station)", "Principal keeper")]
    [InlineData("Period of reduced luminance; a dark hour", "Period of reduced luminance")]
    [InlineData("St. Ebb's light", "St. Ebb's light")]
    public void The_name_is_what_stands_before_the_explanation(string meaning, string name) =>
        Assert.Equal(name, GlossaryNames.Of(new Dictionary<string, GlossaryEntry> { ["X"] = new(meaning) })["X"]);

    [Theory]
    [InlineData("")]
    [InlineData("(none)")]
    [InlineData(".")]
    public void A_meaning_without_a_name_is_left_out(string meaning) => Assert.Empty(GlossaryNames.Of(new Dictionary<string, GlossaryEntry> { ["X"] = new(meaning) }));
}
