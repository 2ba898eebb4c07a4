using System.Runtime.CompilerServices;

namespace Blog.Redact.Tagging;

/// <summary>The hashes of words and features: fixed arithmetic, the same on every machine.</summary>
internal static class TagHash
{
    /// <summary>The hash of an empty word (FNV-1a).</summary>
    public const uint Seed = 2166136261u;

    /// <summary>Adds a letter to the hash of a word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Add(uint hash, uint letter) => (hash ^ letter) * 16777619u;

    /// <summary>A letter as words are hashed: small, digits as one digit.</summary>
    public static uint Lower(char letter) => char.IsDigit(letter) ? '0' : letter is >= 'A' and <= 'Z' ? letter | 0x20u : letter < 128 ? letter : char.ToLowerInvariant(letter);

    /// <summary>The hash of a whole word: <see cref="TagToken.Word"/>.</summary>
    public static uint OfWord(ReadOnlySpan<char> word)
    {
        var hash = Seed;
        foreach (var letter in word)
        {
            hash = Add(hash, Lower(letter));
        }

        return hash;
    }

    /// <summary>The hash of a feature: its template and one or two values (the finisher of MurmurHash3).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(uint template, uint first, uint second = 0)
    {
        var hash = (template * 0x9E3779B1u) ^ (first * 0x85EBCA6Bu);
        hash = ((hash << 13) | (hash >> 19)) ^ (second * 0xC2B2AE35u);
        hash ^= hash >> 16;
        hash *= 0x85EBCA6Bu;
        hash ^= hash >> 13;
        hash *= 0xC2B2AE35u;
        return hash ^ (hash >> 16);
    }
}
