using System.Buffers;

namespace Blog.Redact.Pictures;

/// <summary>Writes bits of a JPEG scan; a byte of all ones is followed by one of none (T.81, F.1.2.3).</summary>
internal sealed class JpegBitWriter(ArrayBufferWriter<byte> output)
{
    private int _held;
    private int _count;

    /// <summary>Writes the lowest bits of a number, the highest of them first.</summary>
    public void Put(int value, int count)
    {
        for (var bit = count - 1; bit >= 0; bit--)
        {
            _held = (_held << 1) | ((value >> bit) & 1);
            if (++_count == 8)
            {
                Write((byte)_held);
                if (_held == 0xFF)
                {
                    Write(0);
                }

                (_held, _count) = (0, 0);
            }
        }
    }

    /// <summary>Fills the last byte up with ones.</summary>
    public void Finish()
    {
        if (_count > 0)
        {
            Put(0xFF, 8 - _count);
        }
    }

    private void Write(byte value)
    {
        output.GetSpan(1)[0] = value;
        output.Advance(1);
    }
}
