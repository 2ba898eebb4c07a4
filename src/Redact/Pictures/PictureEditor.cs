namespace Blog.Redact.Pictures;

/// <summary>Covers parts of a picture, or cuts it to one. What was there is not in the result in any form.</summary>
public static class PictureEditor
{
    /// <summary>Covers areas in black, then cuts.</summary>
    /// <param name="file">The picture as it was taken in.</param>
    /// <param name="cover">Areas to cover.</param>
    /// <param name="crop">The part that stays; null for all.</param>
    /// <returns>A new file of the same kind, scrubbed.</returns>
    /// <exception cref="PictureException">An area lies outside, or pictures of this kind cannot be changed here.</exception>
    public static ScrubbedPicture Edit(ReadOnlySpan<byte> file, IReadOnlyList<PictureArea> cover, PictureArea? crop)
    {
        var format = PictureKinds.Of(file);
        var scrubbed = PictureScrubber.Scrub(file);
        return format switch
        {
            PictureFormat.Png => PictureScrubber.Scrub(EditPng(scrubbed.Bytes.Span, cover, crop)),
            PictureFormat.Jpeg => PictureScrubber.Scrub(JpegEditor.Edit(scrubbed.Bytes.Span, cover, crop)),
            PictureFormat.Gif or PictureFormat.WebP =>
                throw new PictureException($"{format} pictures cannot be changed here. Cover or cut it in an image editor, save it as PNG, and give that file with --replace."),
            _ => throw new InvalidOperationException($"No rule for {format}."),
        };
    }

    private static byte[] EditPng(ReadOnlySpan<byte> file, IReadOnlyList<PictureArea> cover, PictureArea? crop)
    {
        var pixels = PngDecoder.Decode(file);
        foreach (var area in cover)
        {
            pixels.Cover(area);
        }

        return PngEncoder.Encode(crop is { } part ? pixels.Crop(part) : pixels);
    }
}
