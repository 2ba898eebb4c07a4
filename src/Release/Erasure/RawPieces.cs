using System.Text;

namespace Blog.Release.Erasure;

/// <summary>Pieces of erased texts as they would lie in raw bytes, letter for letter: in UTF-8 and in UTF-16 (little-endian).</summary>
/// <param name="pieces">Pieces of the texts, each at least as long as nobody else's.</param>
public sealed class RawPieces(IEnumerable<string> pieces)
{
    private readonly List<byte[]> _needles = [.. pieces.Distinct(StringComparer.Ordinal).SelectMany(piece => new[] { Encoding.UTF8.GetBytes(piece), Encoding.Unicode.GetBytes(piece) })];

    /// <summary>How many pieces are looked for, in two encodings each.</summary>
    public int Count => _needles.Count / 2;

    /// <summary>Bytes of the longest; 0 where there is none.</summary>
    public int Longest => _needles.Count == 0 ? 0 : _needles.Max(needle => needle.Length);

    /// <summary>Whether one of them stands in bytes.</summary>
    public bool StandIn(ReadOnlySpan<byte> bytes)
    {
        foreach (var needle in _needles)
        {
            if (bytes.IndexOf(needle) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
