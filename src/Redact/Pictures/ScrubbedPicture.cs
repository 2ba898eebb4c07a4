using System.Security.Cryptography;

namespace Blog.Redact.Pictures;

/// <summary>A picture of which nothing is left but what shows it.</summary>
/// <param name="Format">Its kind.</param>
/// <param name="Width">Width in pixels, as it is shown.</param>
/// <param name="Height">Height in pixels, as it is shown.</param>
/// <param name="Bytes">The file.</param>
/// <param name="Removed">What was taken out, by the format's own names, in the order of the file; values are never named.</param>
public sealed record ScrubbedPicture(PictureFormat Format, int Width, int Height, ReadOnlyMemory<byte> Bytes, IReadOnlyList<string> Removed)
{
    /// <summary>SHA-256 of its bytes, in lower-case hex.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Bytes.Span));

    /// <summary>Name of the file when it is published: the hash of its bytes and the suffix of its kind. It says nothing of the original.</summary>
    public string FileName => Hash + PictureKinds.Suffix(Format);
}
