using Blog.Redact;
using Blog.Redact.Pictures;

namespace Blog.Guests;

/// <summary>A picture of a guest's text, as it would be published. Lies sealed with the draft.</summary>
/// <param name="Path">Its address on the site, by which the text names it: <c>/media/</c>, the hash of the bytes, a suffix.</param>
/// <param name="Bytes">The file, scrubbed (docs/pictures.md).</param>
/// <remarks>The address is that of the published bytes from the beginning, so that the text its writer agrees to names the very picture that readers will see.</remarks>
public sealed record GuestPicture(string Path, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Scrubs a picture.</summary>
    /// <param name="file">The file as it came.</param>
    /// <exception cref="PictureException">It could never be published: of another kind, damaged or too large.</exception>
    public static GuestPicture Of(ReadOnlySpan<byte> file)
    {
        var scrubbed = PictureScrubber.Scrub(file);
        return new GuestPicture("/media/" + scrubbed.FileName, scrubbed.Bytes);
    }

    /// <summary>Media type of its bytes.</summary>
    public string Type => PictureKinds.Of(Bytes.Span) switch
    {
        PictureFormat.Jpeg => "image/jpeg",
        PictureFormat.Png => "image/png",
        PictureFormat.Gif => "image/gif",
        PictureFormat.WebP => "image/webp",
        var format => throw new InvalidOperationException($"No type for {format}."),
    };

    /// <summary>Addresses of the pictures that a text shows.</summary>
    internal static IReadOnlyList<string> In(string markdown) => !markdown.Contains("![", StringComparison.Ordinal) ? []
        : [.. MarkdownOutline.Read(markdown).Links.Where(link => link.Form == MarkdownLinkForm.Image).Select(link => link.Address.Of(markdown)).Distinct(StringComparer.Ordinal)];

    /// <summary>Its length alone.</summary>
    public override string ToString() => $"(a picture, {Bytes.Length} bytes)";
}
