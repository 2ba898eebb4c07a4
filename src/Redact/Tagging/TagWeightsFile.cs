using System.Text;

namespace Blog.Redact.Tagging;

/// <summary>Reads and writes weights: rows in the order of their keys, keys as differences, zeros left out; the same weights give the same bytes.</summary>
/// <remarks>
/// Little-endian: labels, step (single), transitions (16 bits each), number of rows; then for each row the difference to the key before in
/// seven-bit groups, the labels that are not 0 as bits in seven-bit groups, and their weights, a byte each.
/// </remarks>
internal static class TagWeightsFile
{
    private const int MostLabels = 64;
    private const int MostRows = 4_000_000;

    /// <summary>Writes weights.</summary>
    public static void Write(TagWeights weights, BinaryWriter writer)
    {
        writer.Write((byte)weights.Labels);
        writer.Write(weights.Step);
        foreach (var score in weights.Transitions)
        {
            writer.Write(score);
        }

        writer.Write(weights.Keys.Count);
        var before = 0u;
        foreach (var key in weights.Keys)
        {
            var row = weights.Of(key);
            var bits = 0L;
            for (var l = 0; l < row.Length; l++)
            {
                bits |= row[l] == 0 ? 0 : 1L << l;
            }

            writer.Write7BitEncodedInt64(key - before);
            writer.Write7BitEncodedInt64(bits);
            before = key;
            foreach (var weight in row)
            {
                if (weight != 0)
                {
                    writer.Write(weight);
                }
            }
        }
    }

    /// <summary>Reads weights.</summary>
    /// <exception cref="InvalidDataException">The bytes are no weights of this form.</exception>
    public static TagWeights Read(BinaryReader reader)
    {
        int labels = reader.ReadByte();
        var step = reader.ReadSingle();
        var transitions = new short[labels * labels];
        for (var i = 0; i < transitions.Length; i++)
        {
            transitions[i] = reader.ReadInt16();
        }

        var rows = reader.ReadInt32();
        if (labels is 0 or > MostLabels || rows is < 0 or > MostRows || !(step > 0))
        {
            throw new InvalidDataException("The tagger's weights are damaged: rebuild the program from a complete checkout.");
        }

        var (keys, weights, before) = (new uint[rows], new sbyte[rows * labels], 0L);
        for (var row = 0; row < rows; row++)
        {
            before += reader.Read7BitEncodedInt64();
            keys[row] = (uint)before;
            var bits = reader.Read7BitEncodedInt64();
            for (var l = 0; l < labels; l++)
            {
                weights[(row * labels) + l] = (bits >> l & 1) == 0 ? (sbyte)0 : reader.ReadSByte();
            }
        }

        return new TagWeights(labels, step, transitions, keys, weights);
    }

    /// <summary>Opens a stream of weights.</summary>
    public static BinaryReader Open(Stream stream) => new(stream, Encoding.UTF8, leaveOpen: false);
}
