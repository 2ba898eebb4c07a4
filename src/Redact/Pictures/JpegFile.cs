using System.Buffers;
using System.Buffers.Binary;

namespace Blog.Redact.Pictures;

/// <summary>A JPEG file taken apart: its tables and frame, its scans cut to their own data, and the names of everything else, which is dropped.</summary>
/// <remarks>Segments by T.81, annex B.</remarks>
internal sealed class JpegFile
{
    private const string Name = "JPEG";
    private const byte Soi = 0xD8;
    private const byte Eoi = 0xD9;
    private const byte Sos = 0xDA;
    private const byte Dqt = 0xDB;
    private const byte Dri = 0xDD;
    private const byte Dht = 0xC4;
    private const byte Com = 0xFE;

    private const int MaxScans = 200;

    private readonly ArrayBufferWriter<byte> _body;
    private readonly List<string> _removed = [];
    private readonly JpegHuffmanTable?[] _dc = new JpegHuffmanTable?[4];
    private readonly JpegHuffmanTable?[] _ac = new JpegHuffmanTable?[4];
    private readonly int?[] _first = new int?[4];
    private readonly ArrayBufferWriter<byte> _quantization = new();
    private readonly bool _keep;
    private bool _jfif;
    private int _restart;
    private int _scans;

    private JpegFile(int length, bool keep)
    {
        _body = new ArrayBufferWriter<byte>(length);
        _keep = keep;
    }

    /// <summary>Its frame.</summary>
    public JpegFrame Frame { get; private set; } = null!; // set before Read returns, or it throws

    /// <summary>Which way up it is shown.</summary>
    public int Orientation { get; private set; } = Pictures.Orientation.Upright;

    /// <summary>How Adobe's programs say that colours are meant: 0 as they are, 1 brightness and colour differences; null where nothing is said.</summary>
    public byte? Adobe { get; private set; }

    /// <summary>What was dropped.</summary>
    public IReadOnlyList<string> Removed => _removed;

    /// <summary>The quantization tables, as segments.</summary>
    public ReadOnlySpan<byte> Quantization => _quantization.WrittenSpan;

    /// <summary>The step of the mean in a quantization table; null where the file has none of that number.</summary>
    public int? MeanStep(byte table) => _first[table];

    /// <summary>Whether steps of more than eight bits are used.</summary>
    public bool HasWideSteps { get; private set; }

    /// <summary>Takes a file apart.</summary>
    /// <param name="file">The file.</param>
    /// <param name="keepCoefficients">Whether the coefficients are wanted.</param>
    /// <exception cref="PictureException">It is cut, damaged, too large, or of a kind that browsers do not show.</exception>
    public static JpegFile Read(ReadOnlySpan<byte> file, bool keepCoefficients)
    {
        var jpeg = new JpegFile(file.Length, keepCoefficients);
        var reader = new PartReader(file, Name);
        reader.Take(2); // SOI, by which it was known
        for (var marker = jpeg.Marker(ref reader); marker != Eoi; marker = jpeg.Marker(ref reader))
        {
            jpeg.Segment(marker, ref reader, file);
        }

        if (jpeg._scans == 0)
        {
            throw PictureException.Damaged(Name, "no picture in it");
        }

        jpeg.Note("bytes after the end", reader.Left > 0);
        return jpeg;
    }

    /// <summary>The file put together again from what stays.</summary>
    public byte[] ToBytes()
    {
        var whole = new ArrayBufferWriter<byte>(_body.WrittenCount + 100);
        WriteHead(whole);
        whole.Write(_body.WrittenSpan);
        whole.Write<byte>([0xFF, Eoi]);
        return whole.WrittenSpan.ToArray();
    }

    /// <summary>Writes the start of a file: with a JFIF and an Adobe segment where there was one, and the orientation where it is not upright.</summary>
    public void WriteHead(ArrayBufferWriter<byte> output)
    {
        output.Write<byte>([0xFF, Soi]);
        if (_jfif)
        {
            Write(output, 0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]); // version 1.1, pixels 1:1, no thumbnail
        }

        if (Orientation != Pictures.Orientation.Upright)
        {
            Write(output, 0xE1, [.. "Exif\0\0"u8, .. Pictures.Orientation.Write(Orientation)]);
        }

        if (Adobe is { } transform)
        {
            Write(output, 0xEE, [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, transform]);
        }
    }

    /// <summary>Writes a segment.</summary>
    public static void Write(ArrayBufferWriter<byte> output, byte marker, ReadOnlySpan<byte> segment)
    {
        output.Write<byte>([0xFF, marker, (byte)((segment.Length + 2) >> 8), (byte)(segment.Length + 2)]);
        output.Write(segment);
    }

    private void Segment(byte marker, ref PartReader reader, ReadOnlySpan<byte> file)
    {
        if (marker is 0x01 or Soi or (>= 0xD0 and <= 0xD7))
        {
            throw PictureException.Damaged(Name, "a marker stands where none may");
        }

        var segment = reader.Take(reader.Big16() - 2);
        switch (marker)
        {
            case 0xC0 or 0xC1 or JpegFrame.Progressive when Frame is null:
                Frame = JpegFrame.Read(marker, segment, _keep);
                Write(_body, marker, segment);
                break;
            case >= 0xC0 and <= 0xCF when marker is not (Dht or 0xC8 or 0xCC):
                throw PictureException.Damaged(Name, Frame is null ? "a coding that browsers do not show" : "two frames");
            case Dqt:
                ReadQuantization(segment);
                Write(_body, marker, segment);
                Write(_quantization, marker, segment);
                break;
            case Dht:
                ReadHuffman(segment);
                Write(_body, marker, segment);
                break;
            case Dri:
                _restart = segment.Length == 2 ? BinaryPrimitives.ReadUInt16BigEndian(segment) : throw PictureException.Damaged(Name, "the restart interval");
                Write(_body, marker, segment);
                break;
            case Sos:
                CopyScan(segment, ref reader, file);
                break;
            case 0xE0 when segment.StartsWith("JFIF\0"u8):
                _jfif = true;
                Note("preview", segment.Length > 14);
                break;
            case 0xEE when segment.Length >= 12 && segment.StartsWith("Adobe"u8):
                Adobe = segment[11];
                break;
            case 0xE1 when segment.StartsWith("Exif\0"u8) && segment.Length > 6:
                var said = Pictures.Orientation.Read(segment[6..]);
                Orientation = said == Pictures.Orientation.Upright ? Orientation : said;
                _removed.Add("Exif");
                break;
            case >= 0xE0 and <= 0xEF:
                _removed.Add($"APP{marker - 0xE0}");
                break;
            case Com:
                _removed.Add("comment");
                break;
            default:
                _removed.Add($"segment {marker:X2}");
                break;
        }
    }

    /// <summary>Goes to the next marker; bytes before it belong to nothing.</summary>
    private byte Marker(ref PartReader reader)
    {
        var stray = false;
        while (true)
        {
            if (reader.Byte() != 0xFF)
            {
                stray = true;
                continue;
            }

            byte marker;
            do
            {
                marker = reader.Byte(); // any number of FF may stand before a marker
            }
            while (marker == 0xFF);

            if (marker != 0)
            {
                Note("stray bytes", stray);
                return marker;
            }

            stray = true;
        }
    }

    private void CopyScan(ReadOnlySpan<byte> header, ref PartReader reader, ReadOnlySpan<byte> file)
    {
        if (Frame is null || ++_scans > MaxScans)
        {
            throw PictureException.Damaged(Name, Frame is null ? "a scan before its frame" : "too many scans");
        }

        Write(_body, Sos, header);
        var stretches = new JpegScan(Frame, header, _dc, _ac).Read(file, reader.Position, _restart);
        for (var i = 0; i < stretches.Count; i++)
        {
            var (start, end) = stretches[i];
            _body.Write(file[start..end]);
            if (i + 1 < stretches.Count)
            {
                _body.Write<byte>([0xFF, (byte)(0xD0 + (i % 8))]);
                Note("stray bytes", stretches[i + 1].Start != end + 2);
            }
        }

        reader.Take(stretches[^1].End - reader.Position);
    }

    private void ReadQuantization(ReadOnlySpan<byte> segment)
    {
        for (var rest = segment; !rest.IsEmpty;)
        {
            var (wide, number) = (rest[0] >> 4, rest[0] & 15);
            var length = wide == 0 ? 65 : 129;
            if (wide > 1 || number > 3 || rest.Length < length)
            {
                throw PictureException.Damaged(Name, "quantization table");
            }

            HasWideSteps |= wide == 1;
            _first[number] = wide == 0 ? rest[1] : BinaryPrimitives.ReadUInt16BigEndian(rest[1..]);
            rest = rest[length..];
        }
    }

    private void ReadHuffman(ReadOnlySpan<byte> segment)
    {
        for (var rest = segment; !rest.IsEmpty;)
        {
            var count = 0;
            foreach (var codes in rest.Length < 17 ? throw PictureException.Cut(Name) : rest[1..17])
            {
                count += codes;
            }

            var (kind, number) = (rest[0] >> 4, rest[0] & 15);
            if (kind > 1 || number > 3 || count > 256 || rest.Length < 17 + count)
            {
                throw PictureException.Damaged(Name, "Huffman table");
            }

            (kind == 0 ? _dc : _ac)[number] = new JpegHuffmanTable(rest[1..17], rest.Slice(17, count));
            rest = rest[(17 + count)..];
        }
    }

    private void Note(string what, bool more)
    {
        if (more)
        {
            _removed.Add(what);
        }
    }
}
