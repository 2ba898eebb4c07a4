namespace Blog.Redact.Pictures;

/// <summary>The kinds of pictures that can be published: those of which every part is known here.</summary>
public enum PictureFormat
{
    /// <summary>JPEG (ITU-T T.81), baseline or progressive.</summary>
    Jpeg,

    /// <summary>PNG (W3C, third edition), still.</summary>
    Png,

    /// <summary>GIF (87a, 89a), still or animated.</summary>
    Gif,

    /// <summary>WebP (RFC 9649), still or animated.</summary>
    WebP,
}
