namespace Blog.Redact.Pictures;

/// <summary>Reads one scan of a JPEG picture: fills in coefficients and finds where its packed data ends, restart by restart.</summary>
/// <remarks>Sequential scans by T.81, annex F; passes of a progressive picture by annex G. Arithmetic coding is refused by the frame.</remarks>
internal sealed class JpegScan
{
    private readonly JpegFrame _frame;
    private readonly (JpegComponent Component, JpegHuffmanTable? Dc, JpegHuffmanTable? Ac)[] _parts;
    private readonly int _first;
    private readonly int _last;
    private readonly int _high;
    private readonly int _low;
    private int _emptyBlocks; // blocks that a code has said to be empty in this band

    /// <summary>Reads a scan's header.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="header">The segment without marker and length.</param>
    /// <param name="dc">Codes for means, by number.</param>
    /// <param name="ac">Codes for the rest, by number.</param>
    /// <exception cref="PictureException">It is not as it must be.</exception>
    public JpegScan(JpegFrame frame, ReadOnlySpan<byte> header, JpegHuffmanTable?[] dc, JpegHuffmanTable?[] ac)
    {
        var count = header.IsEmpty ? 0 : header[0];
        if (count is < 1 or > 4 || header.Length != 4 + (count * 2))
        {
            throw PictureException.Damaged("JPEG", "scan");
        }

        _frame = frame;
        _parts = new (JpegComponent, JpegHuffmanTable?, JpegHuffmanTable?)[count];
        for (var i = 0; i < count; i++)
        {
            var (id, tables) = (header[1 + (i * 2)], header[2 + (i * 2)]);
            var component = frame.Components.FirstOrDefault(component => component.Id == id) ?? throw PictureException.Damaged("JPEG", "scan");
            _parts[i] = (component, dc[(tables >> 4) & 3], ac[tables & 3]);
        }

        (_first, _last, _high, _low) = (header[^3], header[^2], header[^1] >> 4, header[^1] & 15);
        var usual = frame.IsProgressive ? _first <= _last && _last <= 63 && _low <= 13 && (_first > 0 ? count == 1 : _last == 0) : _first == 0 && _last == 63 && _high == 0 && _low == 0;
        if (!usual)
        {
            throw PictureException.Damaged("JPEG", "scan");
        }
    }

    /// <summary>Reads the scan's data.</summary>
    /// <param name="file">The file.</param>
    /// <param name="start">Where the data begins.</param>
    /// <param name="restart">Units between restart markers; 0 for none.</param>
    /// <returns>Where each stretch of data begins and ends; a restart marker follows each but the last.</returns>
    public IReadOnlyList<(int Start, int End)> Read(ReadOnlySpan<byte> file, int start, int restart)
    {
        var stretches = new List<(int, int)>();
        var bits = new JpegBits(file, start);
        var alone = _parts.Length == 1;
        var (across, down) = alone ? (_parts[0].Component.Columns, _parts[0].Component.Rows) : (_frame.UnitsAcross, _frame.UnitsDown);
        Reset();
        var units = (long)across * down;
        for (var unit = 0L; unit < units; unit++)
        {
            if (restart > 0 && unit > 0 && unit % restart == 0)
            {
                stretches.Add((start, bits.Position));
                start = NextMarker(file, bits.Position, (int)(((unit / restart) - 1) % 8));
                bits.Restart(start);
                Reset();
            }

            var (column, row) = ((int)(unit % across), (int)(unit / across));
            foreach (var (component, dc, ac) in _parts)
            {
                if (alone)
                {
                    Block(ref bits, component, component.Block(column, row), dc, ac);
                    continue;
                }

                for (var i = 0; i < component.H * component.V; i++)
                {
                    Block(ref bits, component, component.Block((column * component.H) + (i % component.H), (row * component.V) + (i / component.H)), dc, ac);
                }
            }
        }

        stretches.Add((start, bits.Position));
        return stretches;
    }

    /// <summary>Position after the restart marker that must come next; bytes before it belong to nothing.</summary>
    private static int NextMarker(ReadOnlySpan<byte> file, int position, int number)
    {
        while (position + 1 < file.Length)
        {
            if (file[position] == 0xFF && file[position + 1] is not (0 or 0xFF))
            {
                return file[position + 1] == 0xD0 + number ? position + 2 : throw PictureException.Damaged("JPEG", "a restart marker");
            }

            position++;
        }

        throw PictureException.Cut("JPEG");
    }

    private void Reset()
    {
        _emptyBlocks = 0;
        foreach (var (component, _, _) in _parts)
        {
            component.Last = 0;
        }
    }

    private void Block(ref JpegBits bits, JpegComponent component, Span<short> block, JpegHuffmanTable? dc, JpegHuffmanTable? ac)
    {
        if (!_frame.IsProgressive)
        {
            Mean(ref bits, component, block, Known(dc));
            block[1..].Clear();
            Band(ref bits, block, Known(ac), 1, 63, 0);
        }
        else if (_first == 0)
        {
            if (_high == 0)
            {
                Mean(ref bits, component, block, Known(dc));
            }
            else if (bits.Bit() != 0)
            {
                block[0] |= (short)(1 << _low);
            }
        }
        else if (_high == 0)
        {
            if (_emptyBlocks > 0)
            {
                _emptyBlocks--;
                return;
            }

            Band(ref bits, block, Known(ac), _first, _last, _low);
        }
        else
        {
            Refine(ref bits, block, Known(ac));
        }
    }

    private static JpegHuffmanTable Known(JpegHuffmanTable? table) => table ?? throw PictureException.Damaged("JPEG", "a code is missing");

    private void Mean(ref JpegBits bits, JpegComponent component, Span<short> block, JpegHuffmanTable table)
    {
        var size = table.Next(ref bits);
        if (size > 15)
        {
            throw PictureException.Damaged("JPEG", "the packing of a scan");
        }

        component.Last += bits.Signed(size);
        block[0] = (short)(component.Last << _low);
    }

    private void Band(ref JpegBits bits, Span<short> block, JpegHuffmanTable table, int from, int to, int low)
    {
        for (var i = from; i <= to; i++)
        {
            var symbol = table.Next(ref bits);
            var (zeros, size) = (symbol >> 4, symbol & 15);
            if (size == 0)
            {
                if (zeros == 15)
                {
                    i += 15;
                    continue;
                }

                // The end of this block, and in passes of more blocks.
                _emptyBlocks = _frame.IsProgressive ? (1 << zeros) + bits.Bits(zeros) - 1 : 0;
                return;
            }

            i += zeros;
            if (i > to)
            {
                throw PictureException.Damaged("JPEG", "the packing of a scan");
            }

            block[i] = (short)(bits.Signed(size) << low);
        }
    }

    /// <summary>One more bit for coefficients that are known, and new ones of that bit (T.81, G.1.2.3).</summary>
    private void Refine(ref JpegBits bits, Span<short> block, JpegHuffmanTable table)
    {
        var bit = (short)(1 << _low);
        var i = _first;
        if (_emptyBlocks == 0)
        {
            for (; i <= _last; i++)
            {
                var symbol = table.Next(ref bits);
                var (zeros, size) = (symbol >> 4, symbol & 15);
                var fresh = 0;
                if (size == 1)
                {
                    fresh = bits.Bit() != 0 ? bit : -bit;
                }
                else if (size != 0)
                {
                    throw PictureException.Damaged("JPEG", "the packing of a scan");
                }
                else if (zeros < 15)
                {
                    _emptyBlocks = (1 << zeros) + bits.Bits(zeros);
                    break;
                }

                for (; i <= _last; i++)
                {
                    if (block[i] != 0)
                    {
                        Correct(ref bits, ref block[i], bit);
                    }
                    else if (zeros-- == 0)
                    {
                        break;
                    }
                }

                if (fresh != 0)
                {
                    block[i <= _last ? i : throw PictureException.Damaged("JPEG", "the packing of a scan")] = (short)fresh;
                }
            }
        }

        if (_emptyBlocks > 0)
        {
            for (; i <= _last; i++)
            {
                if (block[i] != 0)
                {
                    Correct(ref bits, ref block[i], bit);
                }
            }

            _emptyBlocks--;
        }
    }

    private static void Correct(ref JpegBits bits, ref short value, short bit)
    {
        if (bits.Bit() != 0 && (value & bit) == 0)
        {
            value += value > 0 ? bit : (short)-bit;
        }
    }
}
