namespace Blog.Search.Index;

/// <summary>Bytes that grow, with numbers of seven bits a byte, lowest first (LEB128).</summary>
internal sealed class ByteList
{
    private const int LongestNumber = 5;

    private byte[] _bytes = [];

    /// <summary>How many there are.</summary>
    public int Length { get; private set; }

    /// <summary>The bytes.</summary>
    public ReadOnlySpan<byte> Span => _bytes.AsSpan(0, Length);

    /// <summary>Adds a number of at least 0.</summary>
    public void Number(int value)
    {
        if ((uint)value < 0x80 && Length < _bytes.Length)
        {
            _bytes[Length++] = (byte)value; // as most are: gaps, frequencies, positions
        }
        else
        {
            LongNumber(value);
        }
    }

    /// <summary>Adds bytes as they are.</summary>
    public void Bytes(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(Length));
        Length += bytes.Length;
    }

    /// <summary>Adds the number of bytes, then the bytes.</summary>
    public void Counted(ReadOnlySpan<byte> bytes)
    {
        Number(bytes.Length);
        Bytes(bytes);
    }

    /// <summary>Forgets all of them.</summary>
    public void Clear() => Length = 0;

    /// <summary>A copy.</summary>
    public byte[] ToArray() => Span.ToArray();

    private void LongNumber(int value)
    {
        Reserve(LongestNumber);
        var rest = (uint)value;
        for (; rest >= 0x80; rest >>= 7)
        {
            _bytes[Length++] = (byte)(rest | 0x80);
        }

        _bytes[Length++] = (byte)rest;
    }

    private void Reserve(int count)
    {
        if (Length + count > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(Length + count, Math.Max(16, _bytes.Length * 2)));
        }
    }
}
