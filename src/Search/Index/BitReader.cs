namespace Blog.Search.Index;

/// <summary>Reads what <see cref="BitWriter"/> wrote.</summary>
/// <param name="bytes">The bytes.</param>
internal ref struct BitReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at = 0;

    /// <summary>As <see cref="BitWriter.Bits"/>.</summary>
    /// <exception cref="InvalidDataException">There are no more.</exception>
    public uint Bits(int count)
    {
        if (_at + count > _bytes.Length * 8)
        {
            throw new InvalidDataException("A piece of the index ends too early.");
        }

        if (count == 0)
        {
            return 0;
        }

        var last = _at + count - 1;
        var value = 0ul;
        for (var i = _at >> 3; i <= last >> 3; i++)
        {
            value = (value << 8) | _bytes[i];
        }

        _at += count;
        return (uint)((value >> (7 - (last & 7))) & ((1ul << count) - 1));
    }

    /// <summary>Makes sure that nothing is left but the zeros that fill the last byte.</summary>
    /// <exception cref="InvalidDataException">There is more.</exception>
    public void End()
    {
        var left = (_bytes.Length * 8) - _at;
        if (left >= 8 || Bits(left) != 0)
        {
            throw new InvalidDataException("A piece of the index holds more than it says.");
        }
    }

    /// <summary>As <see cref="BitWriter.Gamma"/>.</summary>
    public int Gamma()
    {
        var bits = 0;
        while (Bits(1) == 0)
        {
            if (++bits > 30)
            {
                throw new InvalidDataException("A number of the index is too large.");
            }
        }

        return (int)((1u << bits) | Bits(bits));
    }

    /// <summary>As <see cref="BitWriter.Rice"/>.</summary>
    public int Rice(int lowBits)
    {
        var upper = 0;
        while (Bits(1) == 1)
        {
            upper++;
        }

        return (upper << lowBits) | (int)Bits(lowBits);
    }

    /// <summary>As <see cref="BitWriter.Bounded"/>.</summary>
    public int Bounded(int range)
    {
        var bits = System.Numerics.BitOperations.Log2((uint)range);
        var shorter = (2u << bits) - (uint)range;
        var value = Bits(bits);
        return (int)(value < shorter ? value : ((value << 1) | Bits(1)) - shorter);
    }

    /// <summary>As <see cref="BitWriter.Ascending"/>; fills <paramref name="numbers"/>.</summary>
    /// <exception cref="InvalidDataException">So many numbers have no room between the ends.</exception>
    public void Ascending(Span<int> numbers, int low, int high)
    {
        if (numbers.Length > high - low + 1)
        {
            throw new InvalidDataException("A piece of the index holds more numbers than there are.");
        }

        while (numbers.Length > 0)
        {
            if (high - low + 1 == numbers.Length)
            {
                for (var i = 0; i < numbers.Length; i++)
                {
                    numbers[i] = low + i;
                }

                return;
            }

            var middle = numbers.Length / 2;
            var number = low + middle + Bounded(high - low + 1 - numbers.Length + 1);
            numbers[middle] = number;
            Ascending(numbers[..middle], low, number - 1);
            numbers = numbers[(middle + 1)..];
            low = number + 1;
        }
    }
}
