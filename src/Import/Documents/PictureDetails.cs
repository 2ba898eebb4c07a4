using System.Collections.Frozen;
using MetadataExtractor;

namespace Blog.Import.Documents;

/// <summary>Lists what a picture tells beside its pixels: place, camera, owner, times, thumbnails.</summary>
internal static class PictureDetails
{
    private const int MostTags = 200;

    /// <summary>Groups that tell of size, packing and colours alone, by the reader's own names.</summary>
    private static readonly FrozenSet<string> Plain = FrozenSet.Create(
        StringComparer.Ordinal,
        "File Type", "File", "JPEG", "JFIF", "Huffman", "Adobe JPEG", "PNG-IHDR", "PNG-PLTE", "PNG-tRNS", "PNG-gAMA", "PNG-cHRM", "PNG-sRGB", "GIF Header", "GIF Control", "GIF Image", "WebP");

    /// <summary>Lists it all; a picture that cannot be read says so.</summary>
    public static void Leave(ReadOnlyMemory<byte> picture, string where, DocumentFindings findings)
    {
        IReadOnlyList<MetadataExtractor.Directory> groups;
        try
        {
            using var stream = new MemoryStream(picture.ToArray(), writable: false);
            groups = ImageMetadataReader.ReadMetadata(stream);
        }
        catch (Exception e) when (e is not OutOfMemoryException) // a reader of a dozen makers' formats, over a stranger's bytes: anything else it throws is a damaged picture
        {
            findings.LeaveBehind(LeftBehindKind.PictureDetail, where, "what the picture tells beside its pixels cannot be read");
            return;
        }

        foreach (var group in groups.Where(group => !Plain.Contains(group.Name)))
        {
            var kind = group.Name.Contains("GPS", StringComparison.Ordinal) ? LeftBehindKind.PicturePlace
                : group.Name.Contains("Thumbnail", StringComparison.Ordinal) ? LeftBehindKind.Thumbnail : LeftBehindKind.PictureDetail;
            foreach (var tag in group.Tags.Take(MostTags))
            {
                findings.LeaveBehind(kind, $"{where} {group.Name} {tag.Name}", Description(group, tag));
            }

            if (group is MetadataExtractor.Formats.Xmp.XmpDirectory xmp)
            {
                foreach (var (path, value) in xmp.GetXmpProperties().OrderBy(pair => pair.Key, StringComparer.Ordinal).Take(MostTags))
                {
                    var isPlace = path.Contains("GPS", StringComparison.OrdinalIgnoreCase) || path.Contains("Location", StringComparison.OrdinalIgnoreCase);
                    findings.LeaveBehind(isPlace ? LeftBehindKind.PicturePlace : LeftBehindKind.PictureDetail, $"{where} XMP {path}", value);
                }
            }
        }
    }

    /// <summary>In words; as it stands where the reader has none, as for half a place.</summary>
    private static string? Description(MetadataExtractor.Directory group, Tag tag)
    {
        try
        {
            return tag.Description ?? group.GetString(tag.Type);
        }
        catch (Exception e) when (e is not OutOfMemoryException) // as above: describing reads the bytes again
        {
            return "cannot be read";
        }
    }
}
