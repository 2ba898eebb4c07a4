using System.Numerics;

namespace Blog.Search.Index;

/// <summary>Writes at which positions of each unit's field a term stands, unit after unit by ascending number.</summary>
/// <remarks>The reader knows frequency and length of each unit from the term's list: the gaps are Rice codes whose lower bits follow from both.</remarks>
internal sealed class PositionWriter
{
    private readonly BitWriter _bits = new();

    /// <summary>Lower bits of the code of a gap.</summary>
    /// <param name="length">The field's length by <see cref="FieldNorm.Decode"/>; stop words, which have positions too, make the text about twice as long.</param>
    /// <param name="frequency">How often the term stands in it.</param>
    public static int LowBits(int length, int frequency) => BitOperations.Log2((uint)Math.Max(1, 2 * length / (frequency + 1)));

    /// <summary>Writes the pieces.</summary>
    /// <param name="frequencies">Frequency in each unit.</param>
    /// <param name="lengths">Length of the field in each unit.</param>
    /// <param name="positions">All positions, unit after unit, ascending within each.</param>
    public IReadOnlyList<byte[]> Write(ReadOnlySpan<int> frequencies, ReadOnlySpan<int> lengths, ReadOnlySpan<int> positions)
    {
        var pieces = new List<byte[]>();
        var at = 0;
        for (var i = 0; i < frequencies.Length; i++)
        {
            if (i > 0 && i % IndexFormat.UnitsPerPositionPiece == 0)
            {
                pieces.Add(_bits.Take());
            }

            var low = LowBits(lengths[i], frequencies[i]);
            var before = -1;
            for (var k = 0; k < frequencies[i]; k++, at++)
            {
                _bits.Rice(positions[at] - before - 1, low);
                before = positions[at];
            }
        }

        pieces.Add(_bits.Take());
        return pieces;
    }
}
