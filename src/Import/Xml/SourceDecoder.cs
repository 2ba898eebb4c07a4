using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;

namespace Blog.Import.Xml;

/// <summary>
/// Turns the bytes of an export into characters that XML 1.0 allows (section 2.2, Char); everything it changes is counted.
/// </summary>
/// <remarks>
/// .NET's <c>XmlReader</c> ends the import at one raw control character, U+FFFF or byte that is no UTF-8 (FORMATS section 2), so the text is
/// mended before it gets there. Clean UTF-8 passes through three vectorised scans and one copy.
/// </remarks>
internal sealed class SourceDecoder
{
    /// <summary>Smallest room a caller of <see cref="Read"/> must give.</summary>
    public const int SmallestRead = 256;

    // NUL to U+001F without tab, LF and CR.
    private static readonly SearchValues<char> IllegalControls = SearchValues.Create(
        "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000B\u000C\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F");

    private readonly Stream _stream;
    private readonly RepairLog _repairs;
    private readonly byte[] _bytes = new byte[64 * 1024];
    private readonly SourceEncoding _encoding;
    private readonly Decoder? _decoder;
    private int _start;
    private int _end;
    private bool _atEnd;
    private long _offset; // of _bytes[_start] in the source
    private long _runEnd = -1; // end of the last run of bad bytes, so that one run is one repair
    private bool _started;
    private char _pendingHigh;

    /// <summary>Reads the first block and settles the encoding from byte order mark, shape and declaration.</summary>
    /// <exception cref="ImportException">The declared encoding is not known.</exception>
    public SourceDecoder(Stream stream, string sourceName, RepairLog repairs)
    {
        _stream = stream;
        _repairs = repairs;
        Fill();
        _encoding = SourceEncoding.Detect(Waiting, sourceName);
        _decoder = _encoding.Kind == SourceEncodingKind.Other ? _encoding.Other!.GetDecoder() : null; // not null: its kind says so
        if (_encoding.DeclarationIgnored)
        {
            repairs.Add("encoding declaration contradicted by the bytes", SourcePlace.AtByte(0));
        }
    }

    private ReadOnlySpan<byte> Waiting => _bytes.AsSpan(_start, _end - _start);

    /// <summary>Reads decoded, legal characters; 0 only at the end of the source.</summary>
    /// <param name="destination">At least <see cref="SmallestRead"/> long.</param>
    public int Read(Span<char> destination)
    {
        while (true)
        {
            if (_end - _start < 8 && !_atEnd)
            {
                Fill();
            }

            if (_start == _end)
            {
                return ReadPending(destination);
            }

            var before = _offset;
            var written = _encoding.Kind switch
            {
                SourceEncodingKind.Utf8 => ReadUtf8(destination),
                SourceEncodingKind.Utf16LittleEndian or SourceEncodingKind.Utf16BigEndian => ReadUtf16(destination),
                SourceEncodingKind.Windows1252 => ReadWindows1252(destination),
                SourceEncodingKind.Other => ReadOther(destination),
                _ => throw new InvalidOperationException($"Unknown encoding {_encoding.Kind}."),
            };
            written = Clean(destination[..written], before);
            if (written > 0 && !_started)
            {
                written = DropByteOrderMarks(destination[..written]);
            }

            if (written > 0)
            {
                return written;
            }
        }
    }

    /// <summary>The first bytes of the source, for telling what it is; valid only before the first <see cref="Read"/>.</summary>
    public ReadOnlySpan<byte> FirstBytes => Waiting;

    private void Fill()
    {
        Waiting.CopyTo(_bytes);
        _end -= _start;
        _start = 0;
        while (_end < _bytes.Length)
        {
            var read = _stream.Read(_bytes, _end, _bytes.Length - _end);
            if (read == 0)
            {
                _atEnd = true;
                return;
            }

            _end += read;
        }
    }

    private void Consume(int count)
    {
        _start += count;
        _offset += count;
    }

    private int ReadUtf8(Span<char> destination)
    {
        var status = Utf8.ToUtf16(Waiting, destination, out var read, out var written, replaceInvalidSequences: false, isFinalBlock: _atEnd);
        Consume(read);
        if (written > 0 || status is not (OperationStatus.InvalidData or OperationStatus.NeedMoreData))
        {
            return written;
        }

        if (status == OperationStatus.NeedMoreData)
        {
            Fill(); // fewer than four bytes are left in the block
            return 0;
        }

        return ReadInvalidUtf8(destination);
    }

    /// <summary>One run of bytes that are no UTF-8: surrogate pairs written as two three-byte forms (CESU-8) are joined, the rest is read as Windows-1252.</summary>
    private int ReadInvalidUtf8(Span<char> destination)
    {
        var written = 0;
        var surrogates = false;
        var runStart = _offset;
        while (written + 2 <= destination.Length)
        {
            if (_end - _start < 8 && !_atEnd)
            {
                Fill();
            }

            var waiting = Waiting;
            if (waiting.IsEmpty || Rune.DecodeFromUtf8(waiting, out _, out var length) == OperationStatus.Done)
            {
                break;
            }

            if (TrySurrogate(waiting, out var first))
            {
                surrogates = true;
                if (char.IsHighSurrogate(first) && TrySurrogate(waiting[3..], out var second) && char.IsLowSurrogate(second))
                {
                    destination[written++] = first;
                    destination[written++] = second;
                    Consume(6);
                }
                else
                {
                    destination[written++] = '\uFFFD';
                    Consume(3);
                }

                continue;
            }

            length = Math.Min(length, destination.Length - written);
            for (var i = 0; i < length; i++)
            {
                destination[written++] = Windows1252.Decode(waiting[i]);
            }

            Consume(length);
        }

        if (runStart != _runEnd)
        {
            _repairs.Add(surrogates ? "surrogates written as bytes" : "bytes that are no UTF-8 read as Windows-1252", SourcePlace.AtByte(runStart));
        }

        _runEnd = _offset;
        return written;
    }

    private static bool TrySurrogate(ReadOnlySpan<byte> bytes, out char surrogate)
    {
        var found = bytes.Length >= 3 && bytes[0] == 0xED && bytes[1] is >= 0xA0 and <= 0xBF && bytes[2] is >= 0x80 and <= 0xBF;
        surrogate = found ? (char)(0xD000 | ((bytes[1] & 0x3F) << 6) | (bytes[2] & 0x3F)) : default;
        return found;
    }

    private int ReadUtf16(Span<char> destination)
    {
        var written = 0;
        var waiting = Waiting;
        var i = 0;
        var littleEndian = _encoding.Kind == SourceEncodingKind.Utf16LittleEndian;
        while (i + 1 < waiting.Length && written + 3 <= destination.Length)
        {
            var unit = (char)(littleEndian
                ? BinaryPrimitives.ReadUInt16LittleEndian(waiting[i..])
                : BinaryPrimitives.ReadUInt16BigEndian(waiting[i..]));
            if (_pendingHigh != default)
            {
                if (char.IsLowSurrogate(unit))
                {
                    destination[written++] = _pendingHigh;
                    destination[written++] = unit;
                    _pendingHigh = default;
                    i += 2;
                    continue;
                }

                destination[written++] = '\uFFFD';
                _pendingHigh = default;
                _repairs.Add("lone surrogate replaced", SourcePlace.AtByte(_offset + i - 2));
            }

            if (char.IsHighSurrogate(unit))
            {
                _pendingHigh = unit;
            }
            else if (char.IsLowSurrogate(unit))
            {
                destination[written++] = '\uFFFD';
                _repairs.Add("lone surrogate replaced", SourcePlace.AtByte(_offset + i));
            }
            else
            {
                destination[written++] = unit;
            }

            i += 2;
        }

        if (_atEnd && waiting.Length - i == 1)
        {
            _repairs.Add("half a UTF-16 unit at the end dropped", SourcePlace.AtByte(_offset + i));
            i++;
        }

        Consume(i);
        return written;
    }

    private int ReadWindows1252(Span<char> destination)
    {
        var waiting = Waiting;
        var length = Math.Min(waiting.Length, destination.Length);
        for (var i = 0; i < length; i++)
        {
            destination[i] = Windows1252.Decode(waiting[i]);
        }

        Consume(length);
        return length;
    }

    private int ReadOther(Span<char> destination)
    {
        _decoder!.Convert(Waiting, destination, _atEnd, out var read, out var written, out _); // not null: this encoding's kind says so
        Consume(read);
        return written;
    }

    private int ReadPending(Span<char> destination)
    {
        if (_pendingHigh == default)
        {
            return 0;
        }

        _pendingHigh = default;
        _repairs.Add("lone surrogate replaced", SourcePlace.AtByte(_offset - 2));
        destination[0] = '\uFFFD';
        return 1;
    }

    private int DropByteOrderMarks(Span<char> text)
    {
        var marks = text.IndexOfAnyExcept('\uFEFF');
        marks = marks < 0 ? text.Length : marks;
        _started = marks < text.Length;
        for (var i = 1; i < marks; i++)
        {
            _repairs.Add("byte order mark repeated", SourcePlace.AtByte(0));
        }

        text[marks..].CopyTo(text);
        return text.Length - marks;
    }

    /// <summary>
    /// Removes in place what XML 1.0 forbids. Vertical tab and form feed are line and page breaks of word processors and become LF; the
    /// other controls and U+FFFE, U+FFFF show nothing and go.
    /// </summary>
    private int Clean(Span<char> text, long offset)
    {
        var first = text.IndexOfAny(IllegalControls);
        var special = text.IndexOfAnyInRange('\uFFFE', '\uFFFF');
        if (first < 0 && special < 0)
        {
            return text.Length;
        }

        var kept = first < 0 ? special : special < 0 ? first : Math.Min(first, special);
        for (var i = kept; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '\u000B' or '\u000C')
            {
                _repairs.Add("vertical tab or form feed made a line end", SourcePlace.AtByte(offset));
                c = '\n';
            }
            else if ((c < ' ' && IllegalControls.Contains(c)) || c >= '\uFFFE')
            {
                _repairs.Add(c < ' ' ? "control character removed" : "noncharacter removed", SourcePlace.AtByte(offset));
                continue;
            }

            text[kept++] = c;
        }

        return kept;
    }
}
