namespace Blog.Redact.Pictures;

/// <summary>Reads the bits of a JPEG scan (T.81, F.2.2.5) and knows at each moment how many bytes it has touched.</summary>
internal ref struct JpegBits
{
    private readonly ReadOnlySpan<byte> _file;
    private int _held;
    private int _count;

    /// <summary>Begins at a position of the file.</summary>
    public JpegBits(ReadOnlySpan<byte> file, int start)
    {
        _file = file;
        Position = start;
    }

    /// <summary>Position after the last byte touched.</summary>
    public int Position { get; private set; }

    /// <summary>The next bit.</summary>
    /// <exception cref="PictureException">A marker or the end of the file stands there.</exception>
    public int Bit()
    {
        if (_count == 0)
        {
            if (Position >= _file.Length)
            {
                throw PictureException.Cut("JPEG");
            }

            _held = _file[Position++];
            if (_held == 0xFF)
            {
                if (Position >= _file.Length || _file[Position++] != 0)
                {
                    throw PictureException.Cut("JPEG");
                }
            }

            _count = 8;
        }

        return (_held >> --_count) & 1;
    }

    /// <summary>The next bits as a number.</summary>
    public int Bits(int count)
    {
        var value = 0;
        for (; count > 0; count--)
        {
            value = (value << 1) | Bit();
        }

        return value;
    }

    /// <summary>A number of so many bits, of which the upper half is positive (T.81, F.2.2.1).</summary>
    public int Signed(int count)
    {
        var value = Bits(count);
        return count == 0 || value >= 1 << (count - 1) ? value : value - (1 << count) + 1;
    }

    /// <summary>Passes over the bits that fill up the last byte, and goes on at a position.</summary>
    public void Restart(int position)
    {
        _count = 0;
        Position = position;
    }
}
