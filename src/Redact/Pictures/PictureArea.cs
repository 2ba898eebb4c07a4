using System.Globalization;

namespace Blog.Redact.Pictures;

/// <summary>A part of a picture, in pixels from its top left corner as it is shown.</summary>
/// <param name="X">First column.</param>
/// <param name="Y">First row.</param>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
public readonly record struct PictureArea(int X, int Y, int Width, int Height)
{
    /// <summary>Reads <c>x,y,width,height</c>.</summary>
    /// <exception cref="PictureException">It is none.</exception>
    public static PictureArea Parse(string text)
    {
        var parts = text.Split(',');
        Span<int> numbers = stackalloc int[4];
        for (var i = 0; i < 4; i++)
        {
            if (parts.Length != 4 || !int.TryParse(parts[i].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]) || numbers[i] > PictureLimits.MaxSide)
            {
                throw new PictureException("An area is four numbers: the first column and row, the width and the height, as in 120,40,300,200.");
            }
        }

        return numbers[2] > 0 && numbers[3] > 0
            ? new PictureArea(numbers[0], numbers[1], numbers[2], numbers[3])
            : throw new PictureException("An area is at least one pixel wide and high.");
    }

    /// <summary>The part of it that lies in a picture.</summary>
    /// <exception cref="PictureException">None does.</exception>
    internal PictureArea Within(int width, int height)
    {
        var (right, bottom) = (Math.Min((long)X + Width, width), Math.Min((long)Y + Height, height));
        return X < right && Y < bottom
            ? new PictureArea(X, Y, (int)right - X, (int)bottom - Y)
            : throw new PictureException(string.Create(CultureInfo.InvariantCulture, $"The area lies outside the picture, which is {width} by {height} pixels."));
    }
}
