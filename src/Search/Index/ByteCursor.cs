using System.Text;

namespace Blog.Search.Index;

/// <summary>Reads what <see cref="ByteList"/> wrote.</summary>
/// <param name="bytes">The bytes.</param>
internal ref struct ByteCursor(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    /// <summary>How many bytes were read.</summary>
    public int At { get; private set; }

    /// <summary>Whether all are read.</summary>
    public readonly bool IsAtEnd => At == _bytes.Length;

    /// <summary>A number.</summary>
    /// <exception cref="InvalidDataException">There is none.</exception>
    public int Number() => At < _bytes.Length && _bytes[At] < 0x80 ? _bytes[At++] : LongNumber(); // most take one byte

    private int LongNumber()
    {
        var value = 0u;
        for (var shift = 0; shift < 35; shift += 7)
        {
            if (At == _bytes.Length)
            {
                break;
            }

            var next = _bytes[At++];
            value |= (uint)(next & 0x7f) << shift;
            if (next < 0x80)
            {
                return (int)value;
            }
        }

        throw new InvalidDataException("A piece of the index ends within a number.");
    }

    /// <summary>The next bytes.</summary>
    /// <exception cref="InvalidDataException">There are not so many.</exception>
    public ReadOnlySpan<byte> Bytes(int count)
    {
        if (count < 0 || At + count > _bytes.Length)
        {
            throw new InvalidDataException("A piece of the index ends too early.");
        }

        At += count;
        return _bytes.Slice(At - count, count);
    }

    /// <summary>A text that shares its first bytes with another.</summary>
    /// <param name="before">The other, as UTF-8.</param>
    public byte[] Shared(ReadOnlySpan<byte> before)
    {
        var shared = Number();
        if (shared > before.Length)
        {
            throw new InvalidDataException("A term of the index shares more than there is.");
        }

        return [.. before[..shared], .. Bytes(Number())];
    }

    /// <summary>A text from UTF-8.</summary>
    public static string Text(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes);
}
