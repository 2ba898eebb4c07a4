using Blog.Redact.Pictures;

namespace Blog.Tests.Redact.Pictures;

public sealed class JpegEditorTests
{
    private static readonly (int H, int V, Func<int, int, byte> Sample)[] Colored =
        [(2, 2, (x, y) => (byte)((x * 7) ^ (y * 3))), (1, 1, (x, y) => (byte)(x + (2 * y))), (1, 1, (x, y) => (byte)(255 - x))];

    [Fact]
    public void Written_again_without_a_change_every_coefficient_is_the_same()
    {
        foreach (var file in Files())
        {
            var before = Coefficients(file);
            Assert.Equal(before, Coefficients(JpegEditor.Edit(file, [], null)));
            Assert.Contains(before, component => component.Count(value => value != 0) > 20); // there was something to lose
        }
    }

    [Fact]
    public void A_picture_in_passes_holds_what_the_same_one_in_one_holds()
    {
        static byte Pixel(int x, int y) => (byte)((x * 11) ^ (y * 29) ^ (x * y));
        var plain = TinyJpegEncoder.Encode(37, 29, Pixel);
        var passes = TinyJpegEncoder.EncodeProgressive(37, 29, Pixel);
        Assert.True(JpegFile.Read(passes, keepCoefficients: true).Frame.IsProgressive);
        Assert.Equal(Coefficients(plain), Coefficients(passes));
        Assert.Equal(passes, PictureScrubber.Scrub(passes).Bytes.ToArray());
    }

    [Fact]
    public void Nothing_is_left_under_a_cover_and_everything_around_it_stays()
    {
        var file = TinyJpegEncoder.Encode(64, 48, Colored, restart: 2);
        var before = JpegFile.Read(file, keepCoefficients: true).Frame;
        var after = JpegFile.Read(PictureEditor.Edit(file, [new PictureArea(18, 9, 5, 5)], null).Bytes.Span, keepCoefficients: true).Frame;
        for (var c = 0; c < 3; c++)
        {
            var (old, edited) = (before.Components[c], after.Components[c]);
            var size = c == 0 ? 8 : 16; // colours are coarser here
            for (var row = 0; row < old.Rows; row++)
            {
                for (var column = 0; column < old.Columns; column++)
                {
                    var touched = column * size < 23 && (column + 1) * size > 18 && row * size < 14 && (row + 1) * size > 9;
                    if (touched)
                    {
                        Assert.Equal(c == 0 ? -128 : 0, edited.Block(column, row)[0]); // black: -1024 in steps of eight
                        Assert.False(edited.Block(column, row)[1..].ContainsAnyExcept((short)0));
                    }
                    else
                    {
                        Assert.True(old.Block(column, row).SequenceEqual(edited.Block(column, row)));
                    }
                }
            }
        }
    }

    [Fact]
    public void A_cut_keeps_whole_units_inside_the_area_and_nothing_beside_them()
    {
        var file = TinyJpegEncoder.Encode(70, 50, Colored, restart: 0);
        var cut = PictureEditor.Edit(file, [], new PictureArea(10, 5, 60, 30));
        Assert.Equal((54, 16), (cut.Width, cut.Height)); // from 16 to the right edge at 70, from 16 to 32
        var (before, after) = (JpegFile.Read(file, keepCoefficients: true).Frame, JpegFile.Read(cut.Bytes.Span, keepCoefficients: true).Frame);
        Assert.True(before.Components[0].Block(2, 2).SequenceEqual(after.Components[0].Block(0, 0)));
        Assert.True(before.Components[1].Block(4, 1).SequenceEqual(after.Components[1].Block(3, 0)));
        Assert.Throws<PictureException>(() => PictureEditor.Edit(file, [], new PictureArea(17, 17, 20, 20)));
    }

    [Theory]
    [InlineData(1, 10, 20)]
    [InlineData(2, 69, 20)]
    [InlineData(3, 69, 39)]
    [InlineData(4, 10, 39)]
    [InlineData(5, 20, 10)]
    [InlineData(6, 20, 49)]
    [InlineData(7, 59, 49)]
    [InlineData(8, 59, 10)]
    public void An_area_is_counted_as_the_picture_is_shown(int orientation, int x, int y)
    {
        // 80 by 60 pixels as they lie; one pixel at column 10, row 20 as it is shown. By the meaning of TIFF's orientations (which edge is row 0, column 0).
        Assert.Equal(new PictureArea(x, y, 1, 1), JpegEditor.Lying(new PictureArea(10, 20, 1, 1), 80, 60, orientation));
        var wide = JpegEditor.Lying(new PictureArea(0, 0, 12, 7), 80, 60, orientation);
        Assert.Equal(orientation >= 5 ? (7, 12) : (12, 7), (wide.Width, wide.Height));
        Assert.InRange(wide.X + wide.Width, 1, 80);
        Assert.InRange(wide.Y + wide.Height, 1, 60);
    }

    [Fact]
    public void An_area_outside_and_colours_for_print_are_refused()
    {
        Assert.Throws<PictureException>(() => PictureEditor.Edit(SamplePictures.Jpeg(), [new PictureArea(40, 0, 5, 5)], null));
        var print = TinyJpegEncoder.Encode(16, 16, [(1, 1, (_, _) => 9), (1, 1, (_, _) => 9), (1, 1, (_, _) => 9), (1, 1, (_, _) => 9)], restart: 0);
        Assert.Contains("--replace", Assert.Throws<PictureException>(() => PictureEditor.Edit(print, [new PictureArea(0, 0, 5, 5)], null)).Message, StringComparison.Ordinal);
        Assert.Contains("--replace", Assert.Throws<PictureException>(() => PictureEditor.Edit(SamplePictures.LadenGif(), [new PictureArea(0, 0, 1, 1)], null)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1,2,3,4", true)]
    [InlineData(" 10, 20, 30, 40 ", true)]
    [InlineData("1,2,3", false)]
    [InlineData("1,2,0,4", false)]
    [InlineData("-1,2,3,4", false)]
    [InlineData("1,2,3,99999", false)]
    [InlineData("a,b,c,d", false)]
    public void An_area_is_four_numbers(string text, bool good)
    {
        if (good)
        {
            Assert.True(PictureArea.Parse(text).Width > 0);
        }
        else
        {
            Assert.Throws<PictureException>(() => PictureArea.Parse(text));
        }
    }

    private static IEnumerable<byte[]> Files() =>
    [
        SamplePictures.Jpeg(), TinyJpegEncoder.Encode(61, 45, Colored, restart: 0), TinyJpegEncoder.Encode(61, 45, Colored, restart: 3),
        TinyJpegEncoder.Encode(33, 17, [(2, 1, (x, _) => (byte)(x * 9)), (1, 1, (x, y) => (byte)(x * y)), (1, 1, (_, y) => (byte)(y * 13))], restart: 0),
        TinyJpegEncoder.EncodeProgressive(40, 24, (x, y) => (byte)((x * 5) ^ (y * 31))),
    ];

    private static List<short[]> Coefficients(byte[] file) => [.. JpegFile.Read(file, keepCoefficients: true).Frame.Components.Select(Shown)];

    /// <summary>Blocks of the picture; those that only fill up a unit are no part of one that stands alone.</summary>
    private static short[] Shown(JpegComponent component) =>
        [.. Enumerable.Range(0, component.Rows).SelectMany(row => Enumerable.Range(0, component.Columns).SelectMany(column => component.Block(column, row).ToArray()))];
}
