namespace Blog.Source;

/// <summary>The check sum of PNG chunks (PNG, annex D) and of the entries of a zip (APPNOTE 4.4.7).</summary>
internal static class Crc32
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(Entry)];

    /// <summary>The sum of two stretches, one after the other.</summary>
    public static uint Of(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second) => Add(Add(uint.MaxValue, first), second) ^ uint.MaxValue;

    /// <summary>Continues a sum over more bytes; 0 is the sum of none. Bytes that come in blocks are summed as they come.</summary>
    public static uint Of(uint sum, ReadOnlySpan<byte> next) => Add(sum ^ uint.MaxValue, next) ^ uint.MaxValue;

    private static uint Add(uint sum, ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
        {
            sum = Table[(sum ^ value) & 0xFF] ^ (sum >> 8);
        }

        return sum;
    }

    private static uint Entry(int number)
    {
        var value = (uint)number;
        for (var bit = 0; bit < 8; bit++)
        {
            value = (value & 1) != 0 ? 0xEDB88320 ^ (value >> 1) : value >> 1;
        }

        return value;
    }
}
