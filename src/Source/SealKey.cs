using System.Security.Cryptography;

namespace Blog.Source;

/// <summary>The key of <c>input/redactions.sealed</c>: 32 bytes, handed over in <see cref="Variable"/> as base64 and kept nowhere.</summary>
public sealed class SealKey
{
    /// <summary>The environment variable that holds it.</summary>
    public const string Variable = "BLOG_SEAL_KEY";

    private const int Length = 32;
    private readonly byte[] _bytes;

    private SealKey(byte[] bytes) => _bytes = bytes;

    internal ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>Reads a key; false where it is none of ours. A phrase that a person made up is none: whoever has the file could try phrases.</summary>
    public static bool TryParse(string? text, out SealKey key)
    {
        var bytes = new byte[Length];
        if (text is not null && Convert.TryFromBase64String(text.Trim(), bytes, out var length) && length == Length)
        {
            key = new SealKey(bytes);
            return true;
        }

        key = new SealKey(bytes);
        return false;
    }

    /// <summary>A fresh key, as it is handed over.</summary>
    public static string Make(RandomNumberGenerator random)
    {
        var bytes = new byte[Length];
        random.GetBytes(bytes);
        return Convert.ToBase64String(bytes);
    }

    /// <summary>Nothing of it.</summary>
    public override string ToString() => "SealKey";
}
