using System.Buffers.Binary;

namespace Blog.Redact.Pictures;

/// <summary>The frame of a JPEG picture: its size, its components, and whether it comes in passes.</summary>
internal sealed class JpegFrame
{
    /// <summary>Marker of a frame that comes in passes.</summary>
    public const byte Progressive = 0xC2;

    private JpegFrame()
    {
    }

    /// <summary>Width in pixels, as they lie.</summary>
    public required int Width { get; init; }

    /// <summary>Height in pixels, as they lie.</summary>
    public required int Height { get; init; }

    /// <summary>Whether it comes in passes.</summary>
    public required bool IsProgressive { get; init; }

    /// <summary>Its components, in order.</summary>
    public required IReadOnlyList<JpegComponent> Components { get; init; }

    /// <summary>Pixels across in a unit of all components.</summary>
    public required int UnitWidth { get; init; }

    /// <summary>Pixels down in a unit.</summary>
    public required int UnitHeight { get; init; }

    /// <summary>Units across.</summary>
    public int UnitsAcross => (Width + UnitWidth - 1) / UnitWidth;

    /// <summary>Units down.</summary>
    public int UnitsDown => (Height + UnitHeight - 1) / UnitHeight;

    /// <summary>Reads a frame's segment.</summary>
    /// <param name="marker">Its marker.</param>
    /// <param name="segment">The segment without marker and length.</param>
    /// <param name="keep">Whether its coefficients are wanted; a frame in passes keeps them in any case, since later passes mend earlier ones.</param>
    /// <exception cref="PictureException">It is not as it must be.</exception>
    public static JpegFrame Read(byte marker, ReadOnlySpan<byte> segment, bool keep)
    {
        if (segment.Length < 6 || segment.Length != 6 + (segment[5] * 3))
        {
            throw PictureException.Damaged("JPEG", "frame");
        }

        var (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(segment[1..]), BinaryPrimitives.ReadUInt16BigEndian(segment[3..]));
        PictureLimits.RequireSize(width, height);
        if (segment[0] != 8 || segment[5] is < 1 or > 4)
        {
            throw PictureException.Damaged("JPEG", "a kind of samples that browsers do not show");
        }

        var (most, deepest) = (1, 1);
        for (var i = 6; i < segment.Length; i += 3)
        {
            var (h, v) = (segment[i + 1] >> 4, segment[i + 1] & 15);
            (most, deepest) = h is >= 1 and <= 4 && v is >= 1 and <= 4 && segment[i + 2] <= 3
                ? (Math.Max(most, h), Math.Max(deepest, v))
                : throw PictureException.Damaged("JPEG", "frame");
        }

        var components = new List<JpegComponent>();
        var (across, down) = ((width + (8 * most) - 1) / (8 * most), (height + (8 * deepest) - 1) / (8 * deepest));
        for (var i = 6; i < segment.Length; i += 3)
        {
            var (h, v) = (segment[i + 1] >> 4, segment[i + 1] & 15);
            components.Add(new JpegComponent
            {
                Id = segment[i],
                H = h,
                V = v,
                Quantization = segment[i + 2],
                Columns = Blocks(width, h, most),
                Rows = Blocks(height, v, deepest),
                Stride = across * h,
                Depth = down * v,
                Coefficients = new short[keep || marker == Progressive ? (long)across * h * down * v * 64 : 64],
            });
        }

        return new JpegFrame { Width = width, Height = height, IsProgressive = marker == Progressive, Components = components, UnitWidth = 8 * most, UnitHeight = 8 * deepest };
    }

    private static int Blocks(int pixels, int sampling, int most) => (((pixels * sampling) + most - 1) / most + 7) / 8;
}
