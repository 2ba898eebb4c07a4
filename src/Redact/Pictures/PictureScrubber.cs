namespace Blog.Redact.Pictures;

/// <summary>
/// Takes out of a picture everything that does not show it: camera, place, time, writer, software, comments, previews, colour profiles, and whatever stands
/// behind its end. The pixels stay as they are, bit by bit; nothing is decoded and encoded anew.
/// </summary>
/// <remarks>
/// Each format has a list of the parts that stay; all others go, also those of which nobody has heard. Where a part can hold more than the format reads (data
/// after the end of a compressed stream), it is cut to what is read. <see cref="MetadataCheck"/> looks at the result with another's eyes.
/// </remarks>
public static class PictureScrubber
{
    /// <summary>Goes up whenever the same file would be scrubbed to other bytes.</summary>
    public const int Version = 1;

    /// <summary>Scrubs a picture.</summary>
    /// <exception cref="PictureException">It is of another kind, cut, damaged or too large; or the check found something in the result.</exception>
    public static ScrubbedPicture Scrub(ReadOnlySpan<byte> file)
    {
        if (file.Length > PictureLimits.MaxBytes)
        {
            throw new PictureException($"The file is larger than {PictureLimits.MaxBytes / 1024 / 1024} MiB. Make a smaller copy, and take that.");
        }

        var scrubbed = PictureKinds.Of(file) switch
        {
            PictureFormat.Jpeg => JpegScrubber.Scrub(file),
            PictureFormat.Png => PngScrubber.Scrub(file),
            PictureFormat.Gif => GifScrubber.Scrub(file),
            PictureFormat.WebP => WebPScrubber.Scrub(file),
            var other => throw new InvalidOperationException($"No scrubber for {other}."),
        };
        MetadataCheck.Require(scrubbed);
        return scrubbed;
    }
}
