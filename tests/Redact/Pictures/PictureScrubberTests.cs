using System.Text;
using Blog.Redact.Pictures;

namespace Blog.Tests.Redact.Pictures;

public sealed class PictureScrubberTests
{
    public static TheoryData<string> Laden => ["png", "jpeg", "gif", "webp"];

    [Theory]
    [MemberData(nameof(Laden))]
    public void Nothing_planted_is_left_and_the_other_reader_finds_only_size_and_colours(string kind)
    {
        var file = Sample(kind);
        Assert.NotEmpty(MetadataCheck.Find(file)); // the check sees what was there
        var scrubbed = PictureScrubber.Scrub(file);
        Assert.DoesNotContain(SamplePictures.Planted, Encoding.Latin1.GetString(scrubbed.Bytes.Span), StringComparison.Ordinal);
        Assert.Empty(MetadataCheck.Find(scrubbed.Bytes));
        Assert.NotEmpty(scrubbed.Removed);
    }

    [Theory]
    [MemberData(nameof(Laden))]
    public void Scrubbed_again_it_is_the_same_but_for_what_is_written_anew(string kind)
    {
        var once = PictureScrubber.Scrub(Sample(kind));
        var twice = PictureScrubber.Scrub(once.Bytes.Span);
        Assert.Equal(once.Bytes.ToArray(), twice.Bytes.ToArray());
        Assert.Equal(once.FileName, twice.FileName);
        Assert.All(twice.Removed, removed => Assert.Equal("Exif", removed)); // the orientation, read and written again
    }

    [Fact]
    public void What_goes_is_named_without_its_words()
    {
        Assert.Equal(["tEXt", "zTXt", "iTXt", "tIME", "eXIf", "iCCP", "prVt", "bytes after the end", "bytes behind the pixels"], PictureScrubber.Scrub(SamplePictures.LadenPng()).Removed);
        Assert.Equal(["preview", "Exif", "APP1", "APP2", "APP13", "APP11", "comment", "stray bytes", "bytes after the end"], PictureScrubber.Scrub(SamplePictures.LadenJpeg()).Removed);
        Assert.Equal(["comment", "application data", "text", "bytes behind a frame", "bytes after the end"], PictureScrubber.Scrub(SamplePictures.LadenGif()).Removed);
        Assert.Equal(["ICCP", "Exif", "XMP", "an unknown chunk", "bytes after the end"], PictureScrubber.Scrub(SamplePictures.LadenWebP()).Removed);
    }

    [Theory]
    [InlineData(1, 40, 24)]
    [InlineData(3, 40, 24)]
    [InlineData(6, 24, 40)]
    [InlineData(8, 24, 40)]
    [InlineData(9, 40, 24)] // no such orientation
    public void A_turned_photograph_stays_turned_and_says_its_size_as_it_is_shown(int orientation, int width, int height)
    {
        var scrubbed = PictureScrubber.Scrub(SamplePictures.LadenJpeg(orientation));
        Assert.Equal((width, height), (scrubbed.Width, scrubbed.Height));
        var exif = Encoding.Latin1.GetString(scrubbed.Bytes.Span).Contains("Exif", StringComparison.Ordinal);
        Assert.Equal(orientation is > 1 and < 9, exif);
    }

    [Fact]
    public void How_often_an_animation_repeats_stays_and_frames_with_their_times()
    {
        var scrubbed = PictureScrubber.Scrub(SamplePictures.LadenGif()).Bytes.ToArray();
        Assert.Contains("NETSCAPE2.0", Encoding.Latin1.GetString(scrubbed), StringComparison.Ordinal);
        ReadOnlySpan<byte> timed = [0x21, 0xF9, 4, 0, 10, 0, 0, 0, 0x2C];
        Assert.Equal(2, scrubbed.AsSpan().Count(timed));
    }

    [Theory]
    [MemberData(nameof(Laden))]
    public void A_file_cut_anywhere_is_refused_or_whole_and_never_another_error(string kind)
    {
        var file = Sample(kind);
        var whole = PictureScrubber.Scrub(file).Bytes.ToArray();
        for (var length = 0; length < file.Length; length++)
        {
            try
            {
                Assert.Equal(whole, PictureScrubber.Scrub(file.AsSpan(0, length)).Bytes.ToArray()); // cut behind its end
            }
            catch (PictureException e)
            {
                Assert.DoesNotContain(SamplePictures.Planted, e.Message, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Laden))]
    public void A_file_with_any_byte_changed_is_refused_or_scrubbed(string kind)
    {
        var random = new Random(20261121);
        var file = Sample(kind);
        for (var i = 0; i < 4000; i++)
        {
            var changed = (byte[])file.Clone();
            for (var n = random.Next(1, 4); n > 0; n--)
            {
                changed[random.Next(changed.Length)] = (byte)random.Next(256);
            }

            try
            {
                Assert.Empty(MetadataCheck.Find(PictureScrubber.Scrub(changed).Bytes));
            }
            catch (PictureException)
            {
                continue; // told in one way
            }
        }
    }

    [Theory]
    [InlineData("%PDF-1.4 words", "PDF")]
    [InlineData("PK\u0003\u0004words", "archive")]
    [InlineData("BM words", "BMP")]
    [InlineData("II*\0words", "TIFF")]
    [InlineData("<svg onload=x>", "SVG")]
    [InlineData("<?xml version='1.0'?><svg/>", "SVG")]
    [InlineData("\0\0\0\u0018ftypavif", "AVIF")]
    [InlineData("\0\0\0\u0018ftypheic", "HEIC")]
    [InlineData("words", "no JPEG")]
    [InlineData("", "no JPEG")]
    public void Anything_else_is_refused_by_what_it_is(string start, string named)
    {
        var e = Assert.Throws<PictureException>(() => PictureScrubber.Scrub(Encoding.Latin1.GetBytes(start)));
        Assert.Contains(named, e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(100_000, 1)]
    [InlineData(16_000, 16_000)]
    public void A_picture_that_would_fill_the_memory_is_refused(int width, int height) =>
        Assert.Throws<PictureException>(() => PictureScrubber.Scrub(SamplePictures.Png(width, height, 8, 2, interlaced: false, [0], [], [])));

    [Fact]
    public void Pixels_that_unpack_to_more_than_the_header_says_are_refused()
    {
        var bomb = SamplePictures.Png(4, 4, 8, 2, interlaced: false, new byte[10_000_000], [], []);
        Assert.Throws<PictureException>(() => PictureScrubber.Scrub(bomb));
    }

    [Fact]
    public void The_name_of_a_published_file_is_made_of_what_is_published()
    {
        var plain = PictureScrubber.Scrub(SamplePictures.Png());
        Assert.Matches("^[0-9a-f]{64}\\.png$", plain.FileName);
        var laden = PictureScrubber.Scrub(SamplePictures.Png(extra: [("tEXt", Encoding.ASCII.GetBytes("Author\0" + SamplePictures.Planted))]));
        Assert.Equal(plain.FileName, laden.FileName); // nothing of what went in is in the name
    }

    private static byte[] Sample(string kind) => kind switch
    {
        "png" => SamplePictures.LadenPng(),
        "jpeg" => SamplePictures.LadenJpeg(),
        "gif" => SamplePictures.LadenGif(),
        _ => SamplePictures.LadenWebP(),
    };
}
