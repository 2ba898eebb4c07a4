using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Blog.Model;

namespace Blog.Site;

/// <summary>The list of all files of a built site, and the day it was built for; kept beside the staging folder, never published.</summary>
/// <remarks>
/// Text: line 1 <c>subrosa-manifest 1</c>, line 2 <c>as-of 2026-11-21</c>, then a line a file, sorted by path (ordinal):
/// SHA-256 in hex, a blank, the length, a blank, the path. The last line is <c>end</c> and the number of files, so that a cut manifest is known as one.
/// </remarks>
/// <param name="AsOf">The day the build was made for.</param>
/// <param name="Entries">All files, sorted by path (ordinal).</param>
public sealed record Manifest(DateOnly AsOf, IReadOnlyList<ManifestEntry> Entries)
{
    /// <summary>Name of the manifest: the first 32 hex digits of the SHA-256 of its bytes.</summary>
    public static string NameOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes))[..32];

    /// <summary>Total length of all files in bytes.</summary>
    public long TotalBytes => Entries.Sum(entry => entry.Length);

    /// <summary>The manifest's own bytes.</summary>
    public byte[] ToBytes()
    {
        var text = new StringBuilder(Entries.Count * 110);
        text.Append("subrosa-manifest 1\nas-of ").Append(DayText.Of(AsOf)).Append('\n');
        foreach (var entry in Entries)
        {
            text.Append(entry.Sha256).Append(' ').Append(CultureInfo.InvariantCulture, $"{entry.Length} ").Append(entry.Path).Append('\n');
        }

        text.Append(CultureInfo.InvariantCulture, $"end {Entries.Count}\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Reads a manifest; false when it is cut, of another format or not one at all.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out Manifest? manifest)
    {
        manifest = null;
        var lines = Encoding.UTF8.GetString(bytes).Split('\n');
        if (lines.Length < 4 || lines[0] != "subrosa-manifest 1" || !lines[1].StartsWith("as-of ", StringComparison.Ordinal) ||
            !DayText.TryRead(lines[1].AsSpan(6), out var asOf))
        {
            return false;
        }

        var entries = new List<ManifestEntry>(lines.Length);
        foreach (var line in lines.AsSpan(2, lines.Length - 4))
        {
            var parts = line.Split(' ', 3);
            if (parts.Length != 3 || parts[0].Length != 64 ||
                !long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var length))
            {
                return false;
            }

            entries.Add(new ManifestEntry(parts[2], length, parts[0]));
        }

        if (lines[^1].Length != 0 || lines[^2] != string.Create(CultureInfo.InvariantCulture, $"end {entries.Count}"))
        {
            return false;
        }

        manifest = new Manifest(asOf, entries);
        return true;
    }
}
