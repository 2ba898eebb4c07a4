namespace Blog.Search.Index;

/// <summary>Lucene's one-byte field length: exact up to 39 terms, four significant bits above.</summary>
/// <remarks>Format: org.apache.lucene.util.SmallFloat, <c>intToByte4</c> and <c>byte4ToInt</c>, of Lucene 8: values below 24 stand for themselves, the rest is a float of 3 bits of mantissa, shifted by 24.</remarks>
public static class FieldNorm
{
    private const int Exact = 24;

    /// <summary>Code of a field with <paramref name="length"/> terms, 0 to 255.</summary>
    public static byte Encode(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        return (byte)(length < Exact ? length : Exact + Pack(length - Exact));
    }

    /// <summary>The length that scoring takes for a code: the smallest that has it.</summary>
    public static int Decode(byte norm) => norm < Exact ? norm : Exact + Unpack(norm - Exact);

    private static int Pack(int value)
    {
        var bits = 32 - int.LeadingZeroCount(value);
        if (bits < 4)
        {
            return value;
        }

        var shift = bits - 4;
        return ((value >> shift) & 7) | ((shift + 1) << 3);
    }

    private static int Unpack(int code)
    {
        var shift = (code >> 3) - 1;
        return shift < 0 ? code & 7 : ((code & 7) | 8) << shift;
    }
}
