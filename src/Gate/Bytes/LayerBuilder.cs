using System.Text;

namespace Blog.Gate.Bytes;

/// <summary>Collects decoded bytes with the places they come from.</summary>
internal sealed class LayerBuilder(ByteLayer source, int capacity)
{
    private byte[] _bytes = new byte[Math.Max(16, capacity)];
    private int[] _origins = new int[Math.Max(16, capacity)];

    /// <summary>Number of bytes so far.</summary>
    public int Length { get; private set; }

    /// <summary>The bytes so far.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    /// <summary>Takes a byte that stands at an offset of the source layer.</summary>
    public void Add(byte value, int at)
    {
        if (Length == _bytes.Length)
        {
            Grow(1);
        }

        _bytes[Length] = value;
        _origins[Length] = source.ToFile(at);
        Length++;
    }

    /// <summary>Takes bytes of the source layer as they are.</summary>
    public void AddRun(ReadOnlySpan<byte> run, int at)
    {
        if (_bytes.Length - Length < run.Length)
        {
            Grow(run.Length);
        }

        run.CopyTo(_bytes.AsSpan(Length));
        for (var i = 0; i < run.Length; i++)
        {
            _origins[Length + i] = source.ToFile(at + i);
        }

        Length += run.Length;
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

    /// <summary>The layer; the builder must not be used afterwards.</summary>
    public ByteLayer ToLayer(bool isMarkup) => new(_bytes.AsMemory(0, Length), _origins, isMarkup);

    private void Grow(int needed)
    {
        var size = Math.Max(_bytes.Length * 2, Length + needed);
        Array.Resize(ref _bytes, size);
        Array.Resize(ref _origins, size);
    }
}
