using System.Buffers.Binary;
using System.IO.Compression;
using Blog.Source;

namespace Blog.Redact.Pictures;

/// <summary>Keeps of a PNG file what shows it: header, palette, pixels, and the few chunks that say how colours and transparency are meant.</summary>
/// <remarks>
/// The pixels' compressed stream is copied up to its own end, in chunks made here; it is read through once, so that it has just the bytes the header promises,
/// and bytes hidden behind it go. An animated PNG shows its first picture. CRCs are checked and written anew.
/// </remarks>
internal static class PngScrubber
{
    private const string Name = "PNG";
    private const int MaxChunks = 100_000;

    /// <summary>Length of a chunk of pixels; any is right.</summary>
    private const int PixelChunk = 1 << 20;

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static ScrubbedPicture Scrub(ReadOnlySpan<byte> file)
    {
        var (header, chunks, pixels, removed) = Read(file);
        var output = new MemoryStream(file.Length);
        output.Write(Signature);
        foreach (var (type, data) in chunks)
        {
            if (type == "IDAT")
            {
                for (var at = 0; at < pixels.Length; at += PixelChunk)
                {
                    Write(output, "IDAT", pixels.AsSpan(at, Math.Min(PixelChunk, pixels.Length - at)));
                }
            }
            else
            {
                Write(output, type, data);
            }
        }

        return new ScrubbedPicture(PictureFormat.Png, header.Width, header.Height, output.ToArray(), removed);
    }

    /// <summary>Reads the chunks that stay, in order, with one empty <c>IDAT</c> for all pixels; the pixels' compressed stream apart, cut to its own end.</summary>
    internal static (PngHeader Header, IReadOnlyList<(string Type, byte[] Data)> Chunks, byte[] Pixels, IReadOnlyList<string> Removed) Read(ReadOnlySpan<byte> file)
    {
        var reader = new PartReader(file, Name);
        reader.Take(Signature.Length);
        var removed = new List<string>();
        var chunks = new List<(string Type, byte[] Data)>();
        var pixels = new MemoryStream();
        PngHeader? header = null;
        for (var count = 0; ; count++)
        {
            if (count > MaxChunks)
            {
                throw PictureException.Damaged(Name, "too many chunks");
            }

            var type = Chunk(ref reader, out var data);
            if (header is null != (type == "IHDR"))
            {
                throw PictureException.Damaged(Name, "the header is not first, or stands twice");
            }

            if (type == "IEND")
            {
                if (!data.IsEmpty)
                {
                    throw PictureException.Damaged(Name, "data in the end chunk");
                }

                chunks.Add((type, []));
                break;
            }

            if (type == "IHDR")
            {
                header = PngHeader.Read(data);
            }

            if (type == "IDAT")
            {
                if (pixels.Length == 0)
                {
                    chunks.Add((type, []));
                }
                else if (chunks[^1].Type != "IDAT")
                {
                    throw PictureException.Damaged(Name, "pixels in two places");
                }

                pixels.Write(data);
            }
            else if (Stays(type, data, header!, pixels.Length > 0)) // not null: checked above
            {
                if (chunks.Exists(chunk => chunk.Type == type))
                {
                    throw PictureException.Damaged(Name, $"{type} stands twice");
                }

                chunks.Add((type, data.ToArray()));
            }
            else
            {
                removed.Add(type);
            }
        }

        if (pixels.Length == 0 || (header!.ColorType == 3 && !chunks.Exists(chunk => chunk.Type == "PLTE"))) // not null: IEND cannot be first
        {
            throw PictureException.Damaged(Name, "no pixels, or no palette for them");
        }

        if (reader.Left > 0)
        {
            removed.Add("bytes after the end");
        }

        var stream = pixels.ToArray();
        var length = StreamLength(stream, header.RawLength);
        if (length < stream.Length)
        {
            removed.Add("bytes behind the pixels");
        }

        return (header, chunks, stream[..length], removed);
    }

    /// <summary>Writes a chunk with its CRC.</summary>
    internal static void Write(MemoryStream output, string type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(number, (uint)data.Length);
        output.Write(number);
        ReadOnlySpan<byte> name = [(byte)type[0], (byte)type[1], (byte)type[2], (byte)type[3]];
        output.Write(name);
        output.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.Of(name, data));
        output.Write(number);
    }

    /// <summary>Chunks that stay, each in the one length it may have.</summary>
    private static bool Stays(string type, ReadOnlySpan<byte> data, PngHeader header, bool afterPixels) => !afterPixels && type switch
    {
        "IHDR" => true,
        "PLTE" => data.Length is > 0 and <= 768 && data.Length % 3 == 0 ? true : throw PictureException.Damaged(Name, "palette"),
        "tRNS" => header.ColorType switch { 0 => data.Length == 2, 2 => data.Length == 6, 3 => data.Length is > 0 and <= 256, _ => false },
        "gAMA" => data.Length == 4,
        "cHRM" => data.Length == 32,
        "sRGB" => data.Length == 1 && data[0] <= 3,
        _ => !char.IsAsciiLetterUpper(type[0]) ? false : throw PictureException.Damaged(Name, "a part without which it cannot be shown, and which is not known"),
    };

    private static string Chunk(ref PartReader reader, out ReadOnlySpan<byte> data)
    {
        var length = reader.Big32();
        var name = reader.Take(4);
        foreach (var letter in name)
        {
            if (!char.IsAsciiLetter((char)letter))
            {
                throw PictureException.Damaged(Name, "the name of a chunk");
            }
        }

        data = reader.Take(length);
        return Crc32.Of(name, data) == reader.Big32() ? System.Text.Encoding.ASCII.GetString(name) : throw PictureException.Damaged(Name, "a check sum is wrong");
    }

    /// <summary>Length of the zlib stream at the start of the bytes, which must give just so many bytes.</summary>
    private static int StreamLength(byte[] bytes, long rawLength)
    {
        // Handed over byte by byte: the decoder then has read just to the end of its stream, check sum included.
        using var source = new SingleByteStream(bytes);
        using var inflated = new ZLibStream(source, CompressionMode.Decompress);
        var buffer = new byte[64 * 1024];
        var total = 0L;
        try
        {
            for (int read; (read = inflated.Read(buffer)) > 0;)
            {
                total += read;
                if (total > rawLength)
                {
                    throw PictureException.Damaged(Name, "more pixels than its header says");
                }
            }
        }
        catch (InvalidDataException e)
        {
            throw new PictureException("The PNG file is damaged: its pixels cannot be unpacked. Take the picture from its source again.", e);
        }

        return total == rawLength ? source.Given : throw PictureException.Cut(Name);
    }
}
