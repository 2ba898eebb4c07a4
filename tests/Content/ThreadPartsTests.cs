using Blog.Content;

namespace Blog.Tests.Content;

public sealed class ThreadPartsTests
{
    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(250_000, 400, 1)]
    [InlineData(250_001, 0, 1)]
    [InlineData(250_001, 40, 1)]
    [InlineData(250_001, 41, 2)]
    [InlineData(250_001, 390, 8)]
    [InlineData(250_001, 391, 9)]
    [InlineData(900_000, 1, 1)]
    public void A_long_thread_is_cut_into_forty_and_ranges_of_fifty(long estimate, int topLevel, int parts) =>
        Assert.Equal(parts, ThreadParts.Count(estimate, topLevel));

    [Theory]
    [InlineData(0, 3, 1)]
    [InlineData(39, 3, 1)]
    [InlineData(40, 3, 2)]
    [InlineData(89, 3, 2)]
    [InlineData(90, 3, 3)]
    [InlineData(149, 1, 1)]
    public void The_part_follows_from_the_place_of_the_top_level_comment(int place, int parts, int part) =>
        Assert.Equal(part, ThreadParts.PartOf(place, parts));

    [Fact]
    public void A_part_begins_where_the_one_before_it_ends()
    {
        for (var part = 1; part < 30; part++)
        {
            Assert.Equal(part, ThreadParts.PartOf(ThreadParts.FirstOf(part), 30));
            Assert.Equal(part, ThreadParts.PartOf(ThreadParts.FirstOf(part + 1) - 1, 30));
        }
    }
}
