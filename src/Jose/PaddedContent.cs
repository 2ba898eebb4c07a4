namespace Blog.Jose;

/// <summary>Content filled up with zero bytes to one of six sizes, so that the size of an encrypted message tells next to nothing of what is in it.</summary>
/// <remarks>The content is text (JSON, a signed message) and ends with no zero byte, so that every tool can take the zeros away again.</remarks>
public static class PaddedContent
{
    /// <summary>The sizes: 8, 32, 128, 512 KB, 2 and 8 MB (of 1,024).</summary>
    public static IReadOnlyList<int> Sizes { get; } = [8 << 10, 32 << 10, 128 << 10, 512 << 10, 2 << 20, 8 << 20];

    /// <summary>Most bytes of a content.</summary>
    public static int MaxLength => Sizes[^1];

    /// <summary>The content, filled up to the smallest size that holds it.</summary>
    /// <exception cref="ArgumentException">It is longer than <see cref="MaxLength"/>, empty, or ends with a zero byte.</exception>
    public static byte[] Pad(ReadOnlySpan<byte> content)
    {
        if (content.IsEmpty || content[^1] == 0 || content.Length > MaxLength)
        {
            throw new ArgumentException("A content has 1 to 8,388,608 bytes, of which the last is not zero.", nameof(content));
        }

        var padded = new byte[SizeFor(content.Length)];
        content.CopyTo(padded);
        return padded;
    }

    /// <summary>The content without the zeros; false where the whole has none of the sizes, or a size larger than it needs.</summary>
    public static bool TryUnpad(ReadOnlyMemory<byte> padded, out ReadOnlyMemory<byte> content)
    {
        var length = padded.Span.LastIndexOfAnyExcept((byte)0) + 1;
        content = padded[..length];
        return length > 0 && SizeFor(length) == padded.Length;
    }

    /// <summary>The smallest size for a number of bytes; 0 where none is large enough.</summary>
    private static int SizeFor(int length) => Sizes.FirstOrDefault(size => size >= length);
}
