using Blog.Release;

namespace Blog.Tests.Release;

public sealed class ThreeWayMergeTests
{
    [Theory]
    [InlineData("a\nb\nc\nd\ne\n", "A\nb\nc\nd\ne\n", "a\nb\nc\nd\nE\n", "A\nb\nc\nd\nE\n")]
    [InlineData("a\nb\nc\n", "a\nb\nc\n", "a\nX\nc\n", "a\nX\nc\n")]
    [InlineData("a\nb\nc\n", "a\nb\nc\nd\n", "a\nb\nc\n", "a\nb\nc\nd\n")]
    [InlineData("a\nb\nc\nd\n", "a\nX\nc\nd\n", "a\nX\nc\nd\n", "a\nX\nc\nd\n")]
    [InlineData("a\nb\nc\nd\n", "a\nc\nd\n", "a\nb\nc\nD\n", "a\nc\nD\n")]
    public void Changes_apart_are_joined(string basis, string hand, string release, string expected)
    {
        Assert.True(ThreeWayMerge.TryMerge(basis, hand, release, out var merged));
        Assert.Equal(expected, merged);
    }

    [Theory]
    [InlineData("a\nb\nc\n", "a\nX\nc\n", "a\nY\nc\n")]
    [InlineData("a\nb\nc\n", "a\nX\nc\n", "a\nb\nY\n")]
    [InlineData("a\nb\n", "a\nnew by hand\nb\n", "a\nnew by release\nb\n")]
    public void Changes_that_meet_are_left_to_a_person(string basis, string hand, string release) =>
        Assert.False(ThreeWayMerge.TryMerge(basis, hand, release, out _));

    [Fact]
    public void Whatever_is_joined_holds_the_lines_of_both()
    {
        var random = new Random(11);
        for (var round = 0; round < 500; round++)
        {
            var basis = Enumerable.Range(0, 30).Select(i => $"line {i}").ToList();
            var hand = basis.ToList();
            var release = basis.ToList();
            hand[random.Next(0, 14)] = "by hand";
            release[random.Next(16, 30)] = "by release";

            Assert.True(ThreeWayMerge.TryMerge(Join(basis), Join(hand), Join(release), out var merged));
            Assert.Contains("by hand", merged, StringComparison.Ordinal);
            Assert.Contains("by release", merged, StringComparison.Ordinal);
            Assert.Equal(30, merged.TrimEnd('\n').Split('\n').Length);
        }

        static string Join(List<string> lines) => string.Join('\n', lines) + "\n";
    }
}
