using System.Buffers.Binary;

namespace Blog.Redact.Pictures;

/// <summary>The header chunk of a PNG file: size and how pixels are kept.</summary>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
/// <param name="BitDepth">Bits a sample.</param>
/// <param name="ColorType">0 grey, 2 colours, 3 palette, 4 grey with transparency, 6 colours with transparency.</param>
/// <param name="Interlaced">Whether the pixels come in the seven passes of Adam7.</param>
internal sealed record PngHeader(int Width, int Height, int BitDepth, int ColorType, bool Interlaced)
{
    /// <summary>First column, first row, step across and step down of each pass of Adam7.</summary>
    private static readonly (int X, int Y, int Across, int Down)[] Adam7 =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    /// <summary>Samples a pixel.</summary>
    public int Samples => ColorType switch { 0 or 3 => 1, 2 => 3, 4 => 2, _ => 4 };

    /// <summary>The passes in which pixels come: first column and row, steps, and how many columns and rows there are; empty ones left out.</summary>
    public IEnumerable<(int X, int Y, int Across, int Down, int Columns, int Rows)> Passes =>
        (Interlaced ? Adam7 : [(0, 0, 1, 1)])
            .Select(pass => (pass.X, pass.Y, pass.Across, pass.Down, Columns: (Width - pass.X + pass.Across - 1) / pass.Across, Rows: (Height - pass.Y + pass.Down - 1) / pass.Down))
            .Where(pass => pass is { Columns: > 0, Rows: > 0 });

    /// <summary>Length of all rows when unpacked, each with its filter byte.</summary>
    public long RawLength => Passes.Sum(pass => pass.Rows * (long)(1 + RowLength(pass.Columns)));

    /// <summary>Bytes of a row of so many pixels, without the filter byte.</summary>
    public int RowLength(int columns) => ((columns * Samples * BitDepth) + 7) / 8;

    /// <summary>Reads it.</summary>
    /// <exception cref="PictureException">It promises what PNG does not know, or a picture that is too large.</exception>
    public static PngHeader Read(ReadOnlySpan<byte> data)
    {
        if (data.Length != 13)
        {
            throw PictureException.Damaged("PNG", "header");
        }

        var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(data), BinaryPrimitives.ReadUInt32BigEndian(data[4..]));
        PictureLimits.RequireSize(width, height);
        var known = (data[9], data[8]) is (0, 1 or 2 or 4 or 8 or 16) or (3, 1 or 2 or 4 or 8) or (2 or 4 or 6, 8 or 16);
        return known && data[10] == 0 && data[11] == 0 && data[12] <= 1
            ? new PngHeader((int)width, (int)height, data[8], data[9], data[12] == 1)
            : throw PictureException.Damaged("PNG", "header");
    }
}
