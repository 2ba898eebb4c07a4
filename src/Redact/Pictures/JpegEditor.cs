using System.Globalization;

namespace Blog.Redact.Pictures;

/// <summary>Covers or cuts a JPEG picture block by block, without unpacking it to pixels: everything outside stays as it is, bit by bit.</summary>
/// <remarks>
/// A block of eight by eight pixels (sixteen for colours where those are coarser) that an area touches becomes one black whole, so the cover reaches a little over the
/// area and never under it. A cut begins and ends on the grid of units inside the area: pixels beyond an edge would stay in the last unit, unseen but there.
/// </remarks>
internal static class JpegEditor
{
    /// <summary>How far the mean of a black block lies below that of a grey one: 128 times 8.</summary>
    private const int Black = 1024;

    /// <summary>Covers, then cuts.</summary>
    /// <param name="file">The picture.</param>
    /// <param name="cover">Areas to cover, as the picture is shown.</param>
    /// <param name="crop">The part that stays, as it is shown; null for all.</param>
    public static byte[] Edit(ReadOnlySpan<byte> file, IReadOnlyList<PictureArea> cover, PictureArea? crop)
    {
        var jpeg = JpegFile.Read(file, keepCoefficients: true);
        var frame = jpeg.Frame;
        if (frame.Components.Count is not (1 or 3) || frame.Components.Any(component => jpeg.MeanStep(component.Quantization) is not > 0))
        {
            throw new PictureException("This JPEG picture keeps its colours as for print, and such ones cannot be changed here. Cover or cut it in an image editor, and give that file with --replace.");
        }

        foreach (var area in cover)
        {
            Cover(jpeg, Lying(area, jpeg));
        }

        return JpegWriter.Write(jpeg, crop is { } part ? Units(Lying(part, jpeg), frame) : new PictureArea(0, 0, frame.UnitsAcross, frame.UnitsDown), crop is null);
    }

    /// <summary>An area of the picture as it is shown, as the pixels lie.</summary>
    internal static PictureArea Lying(PictureArea area, int width, int height, int orientation)
    {
        var (shownWidth, shownHeight) = Orientation.Turns(orientation) ? (height, width) : (width, height);
        var (x, y, columns, rows) = area.Within(shownWidth, shownHeight);
        var (left, top) = Point(x, y);
        var (right, bottom) = Point(x + columns - 1, y + rows - 1);
        return new PictureArea(Math.Min(left, right), Math.Min(top, bottom), Math.Abs(left - right) + 1, Math.Abs(top - bottom) + 1);

        (int X, int Y) Point(int px, int py) => orientation switch
        {
            2 => (width - 1 - px, py),
            3 => (width - 1 - px, height - 1 - py),
            4 => (px, height - 1 - py),
            5 => (py, px),
            6 => (py, height - 1 - px),
            7 => (width - 1 - py, height - 1 - px),
            8 => (width - 1 - py, px),
            _ => (px, py),
        };
    }

    private static PictureArea Lying(PictureArea area, JpegFile jpeg) => Lying(area, jpeg.Frame.Width, jpeg.Frame.Height, jpeg.Orientation);

    private static void Cover(JpegFile jpeg, PictureArea area)
    {
        var frame = jpeg.Frame;
        var hasDifferences = frame.Components.Count == 3 && jpeg.Adobe is not 0;
        for (var i = 0; i < frame.Components.Count; i++)
        {
            var component = frame.Components[i];
            var (width, height) = (frame.UnitWidth / component.H, frame.UnitHeight / component.V); // pixels that a block of it covers

            // Black is no brightness and no colour difference; where colours stand as they are, all three are nothing.
            var step = jpeg.MeanStep(component.Quantization)!.Value; // not null: Edit has looked
            var mean = i == 0 || !hasDifferences ? (short)-((Black + step - 1) / step) : (short)0; // at least black
            for (var row = area.Y / height; row <= (area.Y + area.Height - 1) / height; row++)
            {
                for (var column = area.X / width; column <= (area.X + area.Width - 1) / width; column++)
                {
                    var block = component.Block(column, row);
                    block.Clear();
                    block[0] = mean;
                }
            }
        }
    }

    private static PictureArea Units(PictureArea area, JpegFrame frame)
    {
        var (left, top) = ((area.X + frame.UnitWidth - 1) / frame.UnitWidth, (area.Y + frame.UnitHeight - 1) / frame.UnitHeight);

        // The picture's own right and bottom edge are edges of the grid too.
        var right = area.X + area.Width == frame.Width ? frame.UnitsAcross : (area.X + area.Width) / frame.UnitWidth;
        var bottom = area.Y + area.Height == frame.Height ? frame.UnitsDown : (area.Y + area.Height) / frame.UnitHeight;
        return left < right && top < bottom
            ? new PictureArea(left, top, right - left, bottom - top)
            : throw new PictureException(string.Create(CultureInfo.InvariantCulture,
                $"The area is too small: this JPEG picture is cut on a grid of {frame.UnitWidth} by {frame.UnitHeight} pixels inside it. Give a larger one, or cut it in an image editor and give that file with --replace."));
    }
}
