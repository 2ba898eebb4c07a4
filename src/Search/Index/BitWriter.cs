using System.Numerics;

namespace Blog.Search.Index;

/// <summary>Writes bits, the highest of each byte first, and the codes of the index format.</summary>
internal sealed class BitWriter
{
    private byte[] _bytes = new byte[256];
    private int _length;
    private ulong _current;
    private int _used;

    /// <summary>The lowest <paramref name="count"/> bits of a value, highest first; 0 to 32.</summary>
    public void Bits(uint value, int count)
    {
        _current = (_current << count) | (value & (uint)((1ul << count) - 1));
        for (_used += count; _used >= 8; _used -= 8)
        {
            if (_length == _bytes.Length)
            {
                Array.Resize(ref _bytes, _length * 2);
            }

            _bytes[_length++] = (byte)(_current >> (_used - 8));
        }
    }

    /// <summary>Elias's gamma code of a value of at least 1.</summary>
    public void Gamma(int value)
    {
        var bits = BitOperations.Log2((uint)value);
        Bits(0, bits);
        Bits((uint)value, bits + 1);
    }

    /// <summary>Rice's code of a value of at least 0: its upper part in ones ended by a zero, then its lower <paramref name="lowBits"/> bits.</summary>
    public void Rice(int value, int lowBits)
    {
        for (var upper = value >> lowBits; upper > 0; upper--)
        {
            Bits(1, 1);
        }

        Bits(0, 1);
        Bits((uint)value, lowBits);
    }

    /// <summary>Truncated binary code of a value of at least 0 and below <paramref name="range"/>; nothing where only 0 is possible.</summary>
    public void Bounded(int value, int range)
    {
        var bits = BitOperations.Log2((uint)range);
        var shorter = (2u << bits) - (uint)range;
        if ((uint)value < shorter)
        {
            Bits((uint)value, bits);
        }
        else
        {
            Bits((uint)value + shorter, bits + 1);
        }
    }

    /// <summary>
    /// Ascending numbers of [<paramref name="low"/>, <paramref name="high"/>], whose count the reader knows: binary interpolative code (Moffat and Stuiver 2000),
    /// which is short for scattered numbers and shorter for those that lie together.
    /// </summary>
    public void Ascending(ReadOnlySpan<int> numbers, int low, int high)
    {
        while (numbers.Length > 0 && high - low + 1 > numbers.Length)
        {
            var middle = numbers.Length / 2;
            var number = numbers[middle];
            Bounded(number - low - middle, high - low + 1 - numbers.Length + 1);
            Ascending(numbers[..middle], low, number - 1);
            numbers = numbers[(middle + 1)..];
            low = number + 1;
        }
    }

    /// <summary>The bytes so far, the last filled up with zeros; the writer is empty afterwards.</summary>
    public byte[] Take()
    {
        if (_used > 0)
        {
            Bits(0, 8 - _used);
        }

        var bytes = _bytes[.._length];
        _length = 0;
        _current = 0;
        return bytes;
    }
}
