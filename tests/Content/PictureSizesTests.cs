using Blog.Content;
using Blog.Html;
using Blog.Redact.Pictures;
using Blog.Source;
using Blog.Tests.Redact.Pictures;

namespace Blog.Tests.Content;

public sealed class PictureSizesTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    public void What_release_writes_has_the_size_it_is_shown_in(int orientation)
    {
        foreach (var file in (byte[][])[SamplePictures.LadenJpeg(orientation), SamplePictures.LadenPng(), SamplePictures.LadenGif(), SamplePictures.LadenWebP(1)])
        {
            var scrubbed = PictureScrubber.Scrub(file);
            Assert.Equal(new ImageSize(scrubbed.Width, scrubbed.Height), PictureSizes.Of(scrubbed.Bytes.Span));
        }
    }

    [Fact]
    public void Where_the_first_bytes_do_not_tell_none_is_told()
    {
        Assert.Null(PictureSizes.Of([]));
        Assert.Null(PictureSizes.Of(SamplePictures.LadenJpeg())); // Exif that was not written here
        Assert.Null(PictureSizes.Of(PictureScrubber.Scrub(SamplePictures.LadenWebP(6)).Bytes.Span));
        var file = SamplePictures.Jpeg();
        for (var length = 0; length < 60; length++)
        {
            _ = PictureSizes.Of(file.AsSpan(0, length));
        }

        using var folder = new TemporaryFolder();
        Assert.Null(new PictureSizes(new BlogFolder(folder.Root)).Of("/media/none.png"));
    }
}
