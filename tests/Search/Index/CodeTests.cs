using Blog.Search.Index;
using FsCheck;
using FsCheck.Fluent;

namespace Blog.Tests.Search.Index;

public sealed class CodeTests
{
    [Fact]
    public void Numbers_of_every_code_come_back()
    {
        var writer = new BitWriter();
        for (var value = 0; value < 300; value++)
        {
            writer.Gamma(value + 1);
            writer.Rice(value, value % 7);
            writer.Bounded(value, 300);
            writer.Bits((uint)value, 9);
        }

        var reader = new BitReader(writer.Take());
        for (var value = 0; value < 300; value++)
        {
            Assert.Equal(value + 1, reader.Gamma());
            Assert.Equal(value, reader.Rice(value % 7));
            Assert.Equal(value, reader.Bounded(300));
            Assert.Equal((uint)value, reader.Bits(9));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(13)]
    public void What_stands_behind_the_last_code_is_refused(int bits)
    {
        var writer = new BitWriter();
        for (var i = 0; i < bits; i++)
        {
            writer.Bits(1, 1);
        }

        var bytes = writer.Take();
        Read(bytes, bits);
        Assert.Throws<InvalidDataException>(() => Read([.. bytes, 0], bits));
        if (bits % 8 != 0)
        {
            bytes[^1] |= 1;
            Assert.Throws<InvalidDataException>(() => Read(bytes, bits));
        }

        static void Read(byte[] bytes, int bits)
        {
            var reader = new BitReader(bytes);
            for (var i = 0; i < bits; i++)
            {
                Assert.Equal(1u, reader.Bits(1));
            }

            reader.End();
        }
    }

    [Fact]
    public void Ascending_numbers_come_back() => Prop.ForAll(
        ArbMap.Default.ArbFor<int[]>(),
        values =>
        {
            var numbers = values.Select(value => Math.Abs(value % 1000)).Distinct().Order().ToArray();
            var writer = new BitWriter();
            writer.Ascending(numbers, 0, 999);
            var read = new int[numbers.Length];
            new BitReader(writer.Take()).Ascending(read, 0, 999);
            return read.SequenceEqual(numbers);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void All_numbers_of_a_range_take_no_bits()
    {
        var writer = new BitWriter();
        writer.Ascending(Enumerable.Range(0, 500).ToArray(), 0, 499);
        Assert.Empty(writer.Take());
    }

    [Fact]
    public void Bytes_that_end_too_early_are_refused()
    {
        Assert.Throws<InvalidDataException>(() => new BitReader([]).Bits(1));
        Assert.Throws<InvalidDataException>(() => new BitReader([0, 0, 0, 0, 0]).Gamma());
        Assert.Throws<InvalidDataException>(() => new BitReader([1]).Ascending(new int[3], 0, 1));
        Assert.Throws<InvalidDataException>(() => new ByteCursor([0x80]).Number());
        Assert.Throws<InvalidDataException>(() => new ByteCursor([1]).Bytes(2).Length);
    }

    // Values of org.apache.lucene.util.SmallFloat.intToByte4, computed from its definition.
    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(23, 23, 23)]
    [InlineData(24, 24, 24)]
    [InlineData(39, 39, 39)]
    [InlineData(40, 40, 40)]
    [InlineData(41, 40, 40)]
    [InlineData(55, 47, 54)]
    [InlineData(1000, 87, 984)]
    public void Lengths_are_rounded_as_lucene_rounds_them(int length, int code, int rounded)
    {
        Assert.Equal(code, FieldNorm.Encode(length));
        Assert.Equal(rounded, FieldNorm.Decode((byte)code));
    }

    [Fact]
    public void A_rounded_length_has_its_own_code()
    {
        for (var code = 0; code < 200; code++)
        {
            Assert.Equal(code, FieldNorm.Encode(FieldNorm.Decode((byte)code)));
        }
    }
}
