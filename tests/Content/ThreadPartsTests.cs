using Blog.Content;

namespace Blog.Tests.Content;

public sealed class ThreadPartsTests
{
    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(250_000, 400, 1)]
    [InlineData(250_001, 400, 8)]
    [InlineData(250_001, 401, 9)]
    [InlineData(900_000, 1, 1)]
    public void A_long_thread_is_cut_into_ranges_of_fifty(long estimate, int topLevel, int parts) =>
        Assert.Equal(parts, ThreadParts.Count(estimate, topLevel));

    [Theory]
    [InlineData(0, 3, 1)]
    [InlineData(49, 3, 1)]
    [InlineData(50, 3, 2)]
    [InlineData(149, 3, 3)]
    [InlineData(149, 1, 1)]
    public void The_part_follows_from_the_place_of_the_top_level_comment(int place, int parts, int part) =>
        Assert.Equal(part, ThreadParts.PartOf(place, parts));
}
