namespace Blog.Redact.Pictures;

/// <summary>Tells kinds of files apart by their first bytes; a name or a server's word for it counts for nothing.</summary>
public static class PictureKinds
{
    /// <summary>Kinds that are known and refused, so that the message can say what to do.</summary>
    private static readonly (byte[] Start, int At, string Name)[] Refused =
    [
        ("%PDF"u8.ToArray(), 0, "a PDF document"),
        ("PK\u0003\u0004"u8.ToArray(), 0, "a document or archive (zip)"),
        ([0xD0, 0xCF, 0x11, 0xE0], 0, "an older office document"),
        ("BM"u8.ToArray(), 0, "a BMP picture"),
        ("II*\0"u8.ToArray(), 0, "a TIFF picture or a camera's raw file"),
        ("MM\0*"u8.ToArray(), 0, "a TIFF picture or a camera's raw file"),
        ("ftypavif"u8.ToArray(), 4, "an AVIF picture"),
        ("ftyp"u8.ToArray(), 4, "a HEIC picture or a video"),
        ("<svg"u8.ToArray(), 0, "an SVG drawing, which can hold script"),
        ("<?xml"u8.ToArray(), 0, "an XML file, perhaps an SVG drawing, which can hold script"),
        ("<"u8.ToArray(), 0, "a web page"),
    ];

    /// <summary>The kind of a file.</summary>
    /// <exception cref="PictureException">It is none of the kinds that can be published.</exception>
    public static PictureFormat Of(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
        {
            return PictureFormat.Jpeg;
        }

        if (file.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]))
        {
            return PictureFormat.Png;
        }

        if (file.StartsWith("GIF87a"u8) || file.StartsWith("GIF89a"u8))
        {
            return PictureFormat.Gif;
        }

        if (file.StartsWith("RIFF"u8) && file.Length >= 12 && file[8..12].SequenceEqual("WEBP"u8))
        {
            return PictureFormat.WebP;
        }

        foreach (var (start, at, name) in Refused)
        {
            if (file.Length >= at + start.Length && file.Slice(at, start.Length).SequenceEqual(start))
            {
                throw new PictureException($"The file is {name}, and only JPEG, PNG, GIF and WebP pictures are published. Save what may be shown of it as a PNG or JPEG picture, and take that.");
            }
        }

        throw new PictureException("The file is no JPEG, PNG, GIF or WebP picture, and nothing else is published.");
    }

    /// <summary>The suffix of published files of a kind, with its dot.</summary>
    public static string Suffix(PictureFormat format) => format switch
    {
        PictureFormat.Jpeg => ".jpg",
        PictureFormat.Png => ".png",
        PictureFormat.Gif => ".gif",
        PictureFormat.WebP => ".webp",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "No such kind of picture."),
    };

    /// <summary>The media type of a kind.</summary>
    public static string MediaType(PictureFormat format) => format switch
    {
        PictureFormat.Jpeg => "image/jpeg",
        PictureFormat.Png => "image/png",
        PictureFormat.Gif => "image/gif",
        PictureFormat.WebP => "image/webp",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "No such kind of picture."),
    };
}
