using System.Globalization;

namespace Blog.Redact.Pictures;

/// <summary>How large a picture may be; a hostile one must not take the machine's memory.</summary>
public static class PictureLimits
{
    /// <summary>Most bytes of a file: 32 MiB.</summary>
    public const int MaxBytes = 32 * 1024 * 1024;

    /// <summary>Most pixels along a side.</summary>
    public const int MaxSide = 16_384;

    /// <summary>Most pixels at all.</summary>
    public const long MaxPixels = 100_000_000;

    /// <summary>Refuses what is too large or has no size.</summary>
    /// <exception cref="PictureException">It is.</exception>
    internal static void RequireSize(long width, long height)
    {
        if (width is < 1 or > MaxSide || height is < 1 or > MaxSide || width * height > MaxPixels)
        {
            throw new PictureException(string.Create(CultureInfo.InvariantCulture,
                $"The picture says that it is {width} by {height} pixels; up to {MaxSide:N0} a side and {MaxPixels / 1_000_000} million together are taken. Make a smaller copy, and take that."));
        }
    }
}
