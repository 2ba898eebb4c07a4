using System.Collections.Frozen;
using MetadataExtractor;

namespace Blog.Redact.Pictures;

/// <summary>Looks at a scrubbed picture with a reader of metadata that is not ours: what it finds beyond size and colours stops the picture.</summary>
/// <remarks>The reader (MetadataExtractor) shares no code with the scrubbers and knows makers' formats that they do not, so a part that one of them let through by mistake is seen.</remarks>
public static class MetadataCheck
{
    private const int OrientationTag = 0x0112;
    private const string Exif = "Exif IFD0";
    private const string Packing = "Huffman";

    /// <summary>What may be found: groups of facts on size, packing and colours, by the reader's own names.</summary>
    private static readonly FrozenSet<string> Harmless = FrozenSet.Create(
        StringComparer.Ordinal,
        "File Type", "JPEG", "JFIF", "Adobe JPEG",
        "PNG-IHDR", "PNG-PLTE", "PNG-tRNS", "PNG-gAMA", "PNG-cHRM", "PNG-sRGB",
        "GIF Header", "GIF Control", "GIF Image", "GIF Animation", "WebP");

    /// <summary>Requires that nothing else is in a picture.</summary>
    /// <exception cref="PictureException">Something is, or the reader cannot read it.</exception>
    public static void Require(ScrubbedPicture picture)
    {
        var found = Find(picture.Bytes);
        if (found.Count > 0)
        {
            throw new PictureException($"After scrubbing there is still something in the picture besides its pixels ({string.Join(", ", found)}). It is not published; please report this, with the kind of camera or program it comes from.");
        }
    }

    /// <summary>Groups of facts in a picture that are not harmless, by their names; values are never told.</summary>
    public static IReadOnlyList<string> Find(ReadOnlyMemory<byte> file)
    {
        try
        {
            using var stream = new MemoryStream(file.ToArray(), writable: false);
            return [.. ImageMetadataReader.ReadMetadata(stream).Where(group => !IsHarmless(group)).Select(group => group.HasError ? group.Name + " (unreadable)" : group.Name)];
        }
        catch (Exception e) when (e is ImageProcessingException or MetadataException or IOException)
        {
            return ["parts that cannot be read"];
        }
    }

    /// <summary>Packing tables may be ones that the reader does not get through; there is nothing else in them.</summary>
    private static bool IsHarmless(MetadataExtractor.Directory group) =>
        group.Name == Packing || (!group.HasError && (Harmless.Contains(group.Name) || (group.Name == Exif && group.Tags.All(tag => tag.Type == OrientationTag))));
}
