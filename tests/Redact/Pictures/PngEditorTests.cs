using Blog.Redact.Pictures;

namespace Blog.Tests.Redact.Pictures;

public sealed class PngEditorTests
{
    [Fact]
    public void Covered_pixels_are_black_and_all_others_as_they_were()
    {
        var file = SamplePictures.Png(30, 20);
        var before = PngDecoder.Decode(file);
        var after = PngDecoder.Decode(PictureEditor.Edit(file, [new PictureArea(5, 4, 10, 6), new PictureArea(28, 18, 100, 100)], null).Bytes.Span);
        for (var y = 0; y < 20; y++)
        {
            for (var x = 0; x < 30; x++)
            {
                var at = ((y * 30) + x) * 4;
                var covered = x is >= 5 and < 15 && y is >= 4 and < 10 || (x >= 28 && y >= 18);
                Assert.Equal(covered ? [0, 0, 0, 255] : before.Rgba[at..(at + 4)], after.Rgba[at..(at + 4)]);
            }
        }
    }

    [Fact]
    public void A_cut_has_the_area_and_no_more()
    {
        var file = SamplePictures.Png(30, 20, extra: [("gAMA", [0, 0, 0xB1, 0x8F])]);
        var cut = PictureEditor.Edit(file, [], new PictureArea(7, 3, 9, 5));
        Assert.Equal((9, 5), (cut.Width, cut.Height));
        var (before, after) = (PngDecoder.Decode(file), PngDecoder.Decode(cut.Bytes.Span));
        for (var y = 0; y < 5; y++)
        {
            Assert.Equal(before.Rgba.AsSpan((((y + 3) * 30) + 7) * 4, 36).ToArray(), after.Rgba.AsSpan(y * 36, 36).ToArray());
        }

        Assert.Equal("gAMA", Assert.Single(after.Colors).Type);
        Assert.Throws<PictureException>(() => PictureEditor.Edit(file, [], new PictureArea(30, 0, 1, 1)));
    }

    /// <summary>One picture of four by two pixels in every way PNG keeps pixels; what must come out is worked out by hand.</summary>
    [Theory]
    [InlineData(1, 0, new byte[] { 0, 0b1010_0000, 0, 0b0101_0000 }, new byte[] { 255, 0, 255, 0, 0, 255, 0, 255 })]
    [InlineData(2, 0, new byte[] { 0, 0b00_01_10_11, 0, 0b11_10_01_00 }, new byte[] { 0, 85, 170, 255, 255, 170, 85, 0 })]
    [InlineData(4, 0, new byte[] { 0, 0x0F, 0x78, 0, 0xF0, 0x87 }, new byte[] { 0, 255, 119, 136, 255, 0, 136, 119 })]
    [InlineData(8, 0, new byte[] { 1, 10, 10, 10, 10, 2, 5, 5, 5, 5 }, new byte[] { 10, 20, 30, 40, 15, 25, 35, 45 })] // filters: left, above
    [InlineData(8, 0, new byte[] { 0, 10, 20, 30, 40, 3, 5, 5, 5, 5 }, new byte[] { 10, 20, 30, 40, 10, 20, 30, 40 })] // filter: mean of left and above
    [InlineData(8, 0, new byte[] { 0, 10, 20, 30, 40, 4, 1, 1, 1, 1 }, new byte[] { 10, 20, 30, 40, 11, 21, 31, 41 })] // filter: Paeth
    [InlineData(16, 0, new byte[] { 0, 1, 99, 2, 99, 3, 99, 4, 99, 0, 5, 99, 6, 99, 7, 99, 8, 99 }, new byte[] { 1, 2, 3, 4, 5, 6, 7, 8 })]
    public void Every_way_of_keeping_grey_pixels_is_read(byte depth, byte colorType, byte[] rows, byte[] greys)
    {
        var image = PngDecoder.Decode(SamplePictures.Png(4, 2, depth, colorType, interlaced: false, rows, [], []));
        Assert.Equal(greys, image.Rgba.Where((_, i) => i % 4 == 0));
        Assert.All(image.Rgba.Where((_, i) => i % 4 == 3), opacity => Assert.Equal(255, opacity));
    }

    [Fact]
    public void Palettes_transparency_and_a_transparent_colour_are_read()
    {
        byte[] palette = [1, 2, 3, 4, 5, 6, 7, 8, 9];
        var indexed = PngDecoder.Decode(SamplePictures.Png(3, 1, 2, 3, interlaced: false, [0, 0b00_01_10_00], [("PLTE", palette), ("tRNS", [9])], []));
        Assert.Equal([1, 2, 3, 9, 4, 5, 6, 255, 7, 8, 9, 255], indexed.Rgba);
        var keyed = PngDecoder.Decode(SamplePictures.Png(2, 1, 8, 2, interlaced: false, [0, 1, 2, 3, 4, 5, 6], [("tRNS", [0, 1, 0, 2, 0, 3])], []));
        Assert.Equal([1, 2, 3, 0, 4, 5, 6, 255], keyed.Rgba);
        var alpha = PngDecoder.Decode(SamplePictures.Png(1, 1, 8, 4, interlaced: false, [0, 7, 77], [], []));
        Assert.Equal([7, 7, 7, 77], alpha.Rgba);
        Assert.Throws<PictureException>(() => PngDecoder.Decode(SamplePictures.Png(1, 1, 8, 3, interlaced: false, [0, 9], [("PLTE", palette)], [])));
    }

    [Fact]
    public void Interlaced_pixels_come_to_their_places()
    {
        // 3 by 3, each pixel its own number; Adam7: pass 1 (0,0); pass 5 rows 2: (0,2) (2,2); pass 4: (2,0); pass 6: (1,0) and (1,2); pass 7: row 1.
        byte[] rows = [0, 0, 0, 2, 0, 6, 8, 0, 1, 0, 7, 0, 3, 4, 5];
        var image = PngDecoder.Decode(SamplePictures.Png(3, 3, 8, 0, interlaced: true, rows, [], []));
        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7, 8], image.Rgba.Where((_, i) => i % 4 == 0));
    }

    [Fact]
    public void What_is_packed_is_unpacked_again()
    {
        var image = new PixelImage(17, 9, []);
        new Random(3).NextBytes(image.Rgba);
        Assert.Equal(image.Rgba, PngDecoder.Decode(PngEncoder.Encode(image)).Rgba);
    }
}
