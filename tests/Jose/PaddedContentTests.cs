using Blog.Jose;

namespace Blog.Tests.Jose;

public sealed class PaddedContentTests
{
    [Theory]
    [InlineData(1, 8_192)]
    [InlineData(8_192, 8_192)]
    [InlineData(8_193, 32_768)]
    [InlineData(131_073, 524_288)]
    [InlineData(2_097_153, 8_388_608)]
    [InlineData(8_388_608, 8_388_608)]
    public void A_content_is_filled_up_to_the_next_size(int length, int size)
    {
        var content = Enumerable.Repeat((byte)'x', length).ToArray();

        var padded = PaddedContent.Pad(content);

        Assert.Equal(size, padded.Length);
        Assert.True(PaddedContent.TryUnpad(padded, out var back));
        Assert.True(content.AsSpan().SequenceEqual(back.Span));
    }

    [Fact]
    public void What_could_not_come_back_as_it_was_is_refused()
    {
        Assert.Throws<ArgumentException>(() => PaddedContent.Pad([]));
        Assert.Throws<ArgumentException>(() => PaddedContent.Pad([1, 0]));
        Assert.Throws<ArgumentException>(() => PaddedContent.Pad(Enumerable.Repeat((byte)1, 8_388_609).ToArray()));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 8_192)] // nothing but zeros
    [InlineData(5, 8_191)]
    [InlineData(5, 5)]
    [InlineData(5, 32_768)] // a larger size than it needs
    public void Another_padding_is_refused(int length, int size)
    {
        var padded = new byte[size];
        padded.AsSpan(0, length).Fill(7);

        Assert.False(PaddedContent.TryUnpad(padded, out _));
    }
}
