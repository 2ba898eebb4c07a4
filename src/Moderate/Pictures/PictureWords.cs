using Blog.Redact.Pictures;

namespace Blog.Moderate.Pictures;

/// <summary>The words by which the vault writes kinds of pictures.</summary>
public static class PictureWords
{
    /// <summary>The word of a kind.</summary>
    public static string Of(PictureFormat format) => format switch
    {
        PictureFormat.Jpeg => "jpeg",
        PictureFormat.Png => "png",
        PictureFormat.Gif => "gif",
        PictureFormat.WebP => "webp",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "No such kind of picture."),
    };

    /// <summary>The kind of a word.</summary>
    public static PictureFormat Format(string word) => word switch
    {
        "jpeg" => PictureFormat.Jpeg,
        "png" => PictureFormat.Png,
        "gif" => PictureFormat.Gif,
        "webp" => PictureFormat.WebP,
        _ => throw new ArgumentOutOfRangeException(nameof(word), "No such kind of picture."),
    };
}
