using System.Buffers.Binary;

namespace Blog.Redact.Pictures;

/// <summary>Reads a file from front to back; whatever would reach over its end is one exception.</summary>
internal ref struct PartReader
{
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly string _format;

    /// <summary>Reads bytes of a format; its name stands in messages.</summary>
    public PartReader(ReadOnlySpan<byte> bytes, string format)
    {
        _bytes = bytes;
        _format = format;
    }

    /// <summary>Where the next byte is.</summary>
    public int Position { get; private set; }

    /// <summary>Bytes that are left.</summary>
    public readonly int Left => _bytes.Length - Position;

    /// <summary>The next bytes.</summary>
    /// <exception cref="PictureException">There are fewer.</exception>
    public ReadOnlySpan<byte> Take(long count)
    {
        if (count < 0 || count > Left)
        {
            throw PictureException.Cut(_format);
        }

        var taken = _bytes.Slice(Position, (int)count);
        Position += (int)count;
        return taken;
    }

    /// <summary>The next byte.</summary>
    public byte Byte() => Take(1)[0];

    /// <summary>The next two bytes as a number, low byte first.</summary>
    public int Little16() => BinaryPrimitives.ReadUInt16LittleEndian(Take(2));

    /// <summary>The next two bytes as a number, high byte first.</summary>
    public int Big16() => BinaryPrimitives.ReadUInt16BigEndian(Take(2));

    /// <summary>The next four bytes as a number, low byte first.</summary>
    public uint Little32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(4));

    /// <summary>The next four bytes as a number, high byte first.</summary>
    public uint Big32() => BinaryPrimitives.ReadUInt32BigEndian(Take(4));
}
