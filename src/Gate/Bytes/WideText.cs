namespace Blog.Gate.Bytes;

/// <summary>Reads bytes as UTF-16, in both orders and from both alignments: text files in it, and texts in the heads of pictures.</summary>
internal static class WideText
{
    private const int ShortestRun = 3; // letters in a row

    /// <summary>Whether bytes may hold UTF-16: they hold zeros, or begin with its mark.</summary>
    public static bool MayBe(ReadOnlySpan<byte> bytes) =>
        bytes.Contains((byte)0) || bytes.StartsWith<byte>([0xFF, 0xFE]) || bytes.StartsWith<byte>([0xFE, 0xFF]);

    /// <summary>The four readings, each a layer with everything that is no text cut out.</summary>
    public static IEnumerable<ByteLayer> Decode(ByteLayer layer)
    {
        for (var start = 0; start < 2; start++)
        {
            yield return Decode(layer, start, isBigEndian: false);
            yield return Decode(layer, start, isBigEndian: true);
        }
    }

    private static ByteLayer Decode(ByteLayer layer, int start, bool isBigEndian)
    {
        var bytes = layer.Bytes.Span;
        var decoded = new LayerBuilder(layer, bytes.Length / 2);
        var run = new List<(int CodePoint, int At)>();
        for (var at = start; at + 1 < bytes.Length; at += 2)
        {
            var unit = isBigEndian ? (bytes[at] << 8) | bytes[at + 1] : (bytes[at + 1] << 8) | bytes[at];
            if (char.IsHighSurrogate((char)unit) && at + 3 < bytes.Length)
            {
                var low = isBigEndian ? (bytes[at + 2] << 8) | bytes[at + 3] : (bytes[at + 3] << 8) | bytes[at + 2];
                if (char.IsLowSurrogate((char)low))
                {
                    run.Add((char.ConvertToUtf32((char)unit, (char)low), at));
                    at += 2;
                    continue;
                }
            }

            if (IsText(unit))
            {
                run.Add((unit, at));
            }
            else
            {
                Flush(run, decoded, at);
            }
        }

        Flush(run, decoded, bytes.Length - 1);
        return decoded.ToLayer(isMarkup: true);
    }

    private static bool IsText(int unit) => unit is >= 0x20 and < 0x7F or '\n' or '\r' or '\t' or >= 0xA0 and < 0x2E80 or >= 0x3000 and < 0xA000 or >= 0xAC00 and < 0xD800 or >= 0xF900 and < 0xFFF0;

    private static void Flush(List<(int CodePoint, int At)> run, LayerBuilder decoded, int at)
    {
        if (run.Count >= ShortestRun)
        {
            foreach (var (codePoint, offset) in run)
            {
                decoded.AddCodePoint(codePoint, offset);
            }

            decoded.Add((byte)'\n', at);
        }

        run.Clear();
    }
}
