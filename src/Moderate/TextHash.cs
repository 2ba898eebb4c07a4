using System.Security.Cryptography;
using System.Text;

namespace Blog.Moderate;

/// <summary>By which an accepted text is known again: an acceptance holds for the text as it was read, not for what a later import makes of it.</summary>
public static class TextHash
{
    /// <summary>SHA-256 of the text in UTF-8, 64 hexadecimal digits. Kept only where it can be erased with the text.</summary>
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
