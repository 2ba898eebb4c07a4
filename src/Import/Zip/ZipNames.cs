using System.Buffers;
using System.Text;

namespace Blog.Import.Zip;

/// <summary>Judges the names of entries. Nothing is ever written under them; a name that would do harm elsewhere still says that the archive was made to.</summary>
internal static class ZipNames
{
    private const int LongestShown = 120;

    // Controls, DEL, and the marks that turn or hide text: a name must read as what it is.
    private static readonly SearchValues<char> Unseen = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Concat([0x7F, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2028, 0x2029, 0xFEFF]).Concat(Enumerable.Range(0x80, 0x20))
            .Concat(Enumerable.Range(0x202A, 5)).Concat(Enumerable.Range(0x2060, 10)).Select(code => (char)code)]);

    // What Windows takes for a device whatever stands behind the dot (Microsoft, "Naming Files, Paths, and Namespaces").
    private static readonly string[] Devices = ["CON", "PRN", "AUX", "NUL", "COM0", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9", "LPT0", "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9"];

    /// <summary>The name of bytes: UTF-8 (which exports use, flagged or not), else code page 437, the zip's own (APPNOTE D.1).</summary>
    public static string Decode(ReadOnlySpan<byte> raw)
    {
        var isUtf8 = System.Text.Unicode.Utf8.IsValid(raw);
        var text = isUtf8 ? Encoding.UTF8.GetString(raw) : CodePagesEncodingProvider.Instance.GetEncoding(437)!.GetString(raw); // not null: the framework has it
        return text.Replace('\\', '/');
    }

    /// <summary>What is wrong with a name; null where it is a plain path below the archive.</summary>
    /// <param name="name">With <c>/</c> between folders.</param>
    public static string? Fault(string name)
    {
        if (name.Length == 0)
        {
            return "it has no name";
        }

        if (name.AsSpan().ContainsAny(Unseen))
        {
            return "its name holds characters that cannot be seen";
        }

        if (name[0] == '/' || name.Contains(':', StringComparison.Ordinal))
        {
            return "its name is a place on a machine, not in the archive";
        }

        foreach (var part in name.TrimEnd('/').Split('/'))
        {
            var plain = Plain(part);
            if (plain.Length == 0 || plain.Contains("..", StringComparison.Ordinal) && plain.Trim('.', ' ', '/').Length == 0)
            {
                return "its name leads out of the archive";
            }

            if (plain.StartsWith("../", StringComparison.Ordinal) || plain.Contains("/../", StringComparison.Ordinal) || plain.EndsWith("/..", StringComparison.Ordinal))
            {
                return "its name leads out of the archive";
            }

            if (Devices.Contains(part.Split('.')[0].TrimEnd(' '), StringComparer.OrdinalIgnoreCase) || part[^1] is ' ' or '.')
            {
                return "its name means something else on other systems";
            }
        }

        return null;
    }

    /// <summary>A name for a message: short, and every character of it seen.</summary>
    public static string Shown(string name)
    {
        var shown = new StringBuilder(name.Length <= LongestShown ? name : string.Concat(name.AsSpan(0, LongestShown), "…"));
        for (var i = 0; i < shown.Length; i++)
        {
            shown[i] = Unseen.Contains(shown[i]) || char.IsSurrogate(shown[i]) ? '?' : shown[i];
        }

        return shown.ToString();
    }

    /// <summary>Dots and slashes in the disguises that some unpackers see through: percent signs, wide forms, leaders, overlong bytes.</summary>
    private static string Plain(string part) => part
        .Replace("%2e", ".", StringComparison.OrdinalIgnoreCase).Replace("%2f", "/", StringComparison.OrdinalIgnoreCase).Replace("%5c", "/", StringComparison.OrdinalIgnoreCase)
        .Replace("%c0%af", "/", StringComparison.OrdinalIgnoreCase).Replace("%c0%ae", ".", StringComparison.OrdinalIgnoreCase)
        .Replace("\u2025", "..", StringComparison.Ordinal).Replace("\u2026", "...", StringComparison.Ordinal).Replace('\u2024', '.')
        .Replace('\uFF0E', '.').Replace('\uFF0F', '/').Replace('\uFF3C', '/').Replace('\u2215', '/');
}
