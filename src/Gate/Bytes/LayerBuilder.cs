using System.Text;

namespace Blog.Gate.Bytes;

/// <summary>Collects decoded bytes with the places they come from.</summary>
internal sealed class LayerBuilder(ByteLayer source)
{
    private readonly List<byte> _bytes = [];
    private readonly List<int> _origins = [];

    /// <summary>Number of bytes so far.</summary>
    public int Length => _bytes.Count;

    /// <summary>Takes a byte that stands at an offset of the source layer.</summary>
    public void Add(byte value, int at)
    {
        _bytes.Add(value);
        _origins.Add(source.ToFile(at));
    }

    /// <summary>Takes a code point in UTF-8; half a surrogate pair becomes U+FFFD.</summary>
    public void AddCodePoint(int codePoint, int at)
    {
        Span<byte> utf8 = stackalloc byte[4];
        var rune = Rune.IsValid(codePoint) ? new Rune(codePoint) : Rune.ReplacementChar;
        foreach (var unit in utf8[..rune.EncodeToUtf8(utf8)])
        {
            Add(unit, at);
        }
    }

    /// <summary>How many bytes are of a kind, how many are zero, and how many there are.</summary>
    public (int Matching, int Zeros, int Total) Count(Func<byte, bool> isOfKind)
    {
        var matching = 0;
        var zeros = 0;
        foreach (var value in _bytes)
        {
            matching += isOfKind(value) ? 1 : 0;
            zeros += value == 0 ? 1 : 0;
        }

        return (matching, zeros, _bytes.Count);
    }

    /// <summary>The layer.</summary>
    public ByteLayer ToLayer(bool isMarkup) => new(_bytes.ToArray(), [.. _origins], isMarkup);
}
