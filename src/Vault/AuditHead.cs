using System.Globalization;

namespace Blog.Vault;

/// <summary>Where the audit ends: number and hash of its last entry. Noted elsewhere, it proves later that nothing before it was taken away or changed.</summary>
/// <param name="Seq">Number of the last entry; 0 where there is none.</param>
/// <param name="Hash">Its hash as 64 hexadecimal digits; of an empty audit its random origin.</param>
public readonly record struct AuditHead(long Seq, string Hash)
{
    private const int HashDigits = 64;

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    public static bool TryParse(string text, out AuditHead head)
    {
        head = default;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || !long.TryParse(text.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var seq))
        {
            return false;
        }

        var hash = text[(colon + 1)..].ToLowerInvariant();
        if (hash.Length != HashDigits || !hash.All(char.IsAsciiHexDigitLower))
        {
            return false;
        }

        head = new AuditHead(seq, hash);
        return true;
    }

    /// <summary>As a person notes it: <c>17:0a1b…</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Seq}:{Hash}");
}
