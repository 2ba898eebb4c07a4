namespace Blog.Redact.Pictures;

/// <summary>A file that cannot be published as a picture: of another kind, cut, damaged or too large. The message says what is wrong, never what is in it.</summary>
public sealed class PictureException : Exception
{
    /// <summary>A complete message.</summary>
    public PictureException(string message)
        : base(message)
    {
    }

    /// <summary>A complete message with its cause.</summary>
    public PictureException(string message, Exception inner)
        : base(message, inner)
    {
    }

    /// <summary>The file ends or breaks off inside a part.</summary>
    internal static PictureException Cut(string format) => new($"The {format} file is cut or damaged: a part of it reaches over its end. Take the picture from its source again.");

    /// <summary>A part is not as the format demands.</summary>
    internal static PictureException Damaged(string format, string part) => new($"The {format} file is damaged or unusual ({part}), so it cannot be told what is in it. Open it in an image editor, save it anew, and take that file.");
}
