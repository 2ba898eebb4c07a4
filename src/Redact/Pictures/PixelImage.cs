namespace Blog.Redact.Pictures;

/// <summary>A picture unpacked: four bytes a pixel, red, green, blue and opacity, row by row.</summary>
/// <param name="width">Width in pixels.</param>
/// <param name="height">Height in pixels.</param>
/// <param name="colors">How its colours are meant: chunks of the PNG file it came from, to be written again.</param>
internal sealed class PixelImage(int width, int height, IReadOnlyList<(string Type, byte[] Data)> colors)
{
    /// <summary>More would take more memory than a decision on one picture is worth.</summary>
    private const int MaxPixels = 40_000_000;

    /// <summary>Width in pixels.</summary>
    public int Width { get; } = width;

    /// <summary>Height in pixels.</summary>
    public int Height { get; } = height;

    /// <summary>How its colours are meant.</summary>
    public IReadOnlyList<(string Type, byte[] Data)> Colors { get; } = colors;

    /// <summary>The pixels.</summary>
    public byte[] Rgba { get; } = (long)width * height <= MaxPixels
        ? new byte[width * height * 4]
        : throw new PictureException($"Pictures of more than {MaxPixels / 1_000_000} million pixels are not changed here. Cover or cut it in an image editor, and give that file with --replace.");

    /// <summary>Makes an area black and opaque.</summary>
    /// <exception cref="PictureException">It lies outside.</exception>
    public void Cover(PictureArea area)
    {
        var (x, y, columns, rows) = area.Within(Width, Height);
        for (var row = y; row < y + rows; row++)
        {
            var pixels = Rgba.AsSpan(((row * Width) + x) * 4, columns * 4);
            for (var i = 0; i < pixels.Length; i += 4)
            {
                (pixels[i], pixels[i + 1], pixels[i + 2], pixels[i + 3]) = (0, 0, 0, 255);
            }
        }
    }

    /// <summary>The area as a picture of its own.</summary>
    /// <exception cref="PictureException">It lies outside.</exception>
    public PixelImage Crop(PictureArea area)
    {
        var (x, y, columns, rows) = area.Within(Width, Height);
        var cut = new PixelImage(columns, rows, Colors);
        for (var row = 0; row < rows; row++)
        {
            Rgba.AsSpan((((y + row) * Width) + x) * 4, columns * 4).CopyTo(cut.Rgba.AsSpan(row * columns * 4));
        }

        return cut;
    }
}
