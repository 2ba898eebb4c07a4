using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Blog.Redact.Tagging;

/// <summary>The weights of a trained chain in small integers, looked up by the hash of a feature; no word stands in them.</summary>
/// <remarks>
/// Scores are sums of integers, so they are the same on every machine. A feature that was never seen meets a wrong row about once in
/// 20,000 times (rows over 2^32), which costs less than a check would.
/// </remarks>
internal sealed class TagWeights
{
    private const int Lane = 16;

    private readonly sbyte[] _weights;
    private readonly ulong[] _slots; // a feature above, its row below, side by side for one reach into memory; 0 is free
    private readonly ulong[] _filter;
    private readonly int _shift;
    private readonly uint _filterMask;

    /// <summary>Weights by feature.</summary>
    /// <param name="labels">How many labels.</param>
    /// <param name="step">What one unit of a weight is worth.</param>
    /// <param name="transitions">Scores of transitions in the same units, by label before and label.</param>
    /// <param name="keys">The hashes of the features, ascending.</param>
    /// <param name="weights">A row of <paramref name="labels"/> for each of them.</param>
    public TagWeights(int labels, float step, IReadOnlyList<short> transitions, IReadOnlyList<uint> keys, IReadOnlyList<sbyte> weights)
    {
        (Labels, Step, Transitions, Keys) = (labels, step, transitions, keys);
        Stride = (labels + Lane - 1) / Lane * Lane;
        _weights = new sbyte[(keys.Count + 1) * Stride]; // row 0 stays empty: what is not found
        var bits = 32 - BitOperations.LeadingZeroCount((uint)Math.Max(keys.Count * 2, 16));
        (_slots, _shift) = (new ulong[1 << bits], 32 - bits);
        _filter = new ulong[1 << (bits - 3)];
        _filterMask = (uint)_filter.Length - 1;
        for (var row = 0; row < keys.Count; row++)
        {
            Put(keys[row], row + 1);
            for (var l = 0; l < labels; l++)
            {
                _weights[((row + 1) * Stride) + l] = weights[(row * labels) + l];
            }
        }

        Factors = [.. transitions.Select(score => (float)ChainMath.Exp(score * step))];
    }

    /// <summary>How many labels.</summary>
    public int Labels { get; }

    /// <summary>Length of a row of scores.</summary>
    public int Stride { get; }

    /// <summary>What one unit of a score is worth.</summary>
    public float Step { get; }

    /// <summary>Scores of transitions in units.</summary>
    public IReadOnlyList<short> Transitions { get; }

    /// <summary>e to the score of each transition.</summary>
    public float[] Factors { get; }

    /// <summary>The hashes of all features with a row, ascending.</summary>
    public IReadOnlyList<uint> Keys { get; }

    /// <summary>These weights with others added to them; transitions stay.</summary>
    public TagWeights Plus(TagWeights added)
    {
        var rows = new SortedDictionary<uint, sbyte[]>();
        foreach (var key in Keys.Concat(added.Keys))
        {
            rows.TryAdd(key, Sum(Of(key), added.Of(key)));
        }

        return new TagWeights(Labels, Step, Transitions, [.. rows.Keys], [.. rows.Values.SelectMany(row => row)]);
    }

    private sbyte[] Sum(ReadOnlySpan<sbyte> left, ReadOnlySpan<sbyte> right)
    {
        var sum = new sbyte[Labels];
        for (var l = 0; l < sum.Length; l++)
        {
            sum[l] = (sbyte)Math.Clamp((left.IsEmpty ? 0 : left[l]) + (right.IsEmpty ? 0 : right[l]), -127, 127);
        }

        return sum;
    }

    /// <summary>Adds the weights of features to a row of scores.</summary>
    /// <param name="features">Their hashes.</param>
    /// <param name="scores">A row of <see cref="Stride"/>.</param>
    public void Add(ReadOnlySpan<uint> features, Span<short> scores)
    {
        foreach (var feature in features)
        {
            var row = RowOf(feature);
            if (row == 0)
            {
                continue;
            }

            for (var l = 0; l < scores.Length; l += Lane)
            {
                var sum = Vector256.Create<short>(scores.Slice(l, Lane)) + Vector256.WidenLower(Vector256.Create(Vector128.Create(_weights, (row * Stride) + l), Vector128<sbyte>.Zero));
                sum.CopyTo(scores.Slice(l, Lane));
            }
        }
    }

    /// <summary>The weights of a feature, empty where it has none.</summary>
    public ReadOnlySpan<sbyte> Of(uint feature) => RowOf(feature) is var row and not 0 ? _weights.AsSpan(row * Stride, Labels) : [];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int RowOf(uint feature)
    {
        var mixed = feature * 0x9E3779B1u;
        if ((_filter[(mixed >> 6) & _filterMask] & (1UL << (int)(mixed & 63))) == 0)
        {
            return 0;
        }

        var slot = (int)(feature >> _shift);
        while (_slots[slot] is var entry and not 0)
        {
            if ((uint)(entry >> 32) == feature)
            {
                return (int)(uint)entry;
            }

            slot = (slot + 1) & (_slots.Length - 1);
        }

        return 0;
    }

    private void Put(uint feature, int row)
    {
        var mixed = feature * 0x9E3779B1u;
        _filter[(mixed >> 6) & _filterMask] |= 1UL << (int)(mixed & 63);
        var slot = (int)(feature >> _shift);
        while (_slots[slot] != 0)
        {
            slot = (slot + 1) & (_slots.Length - 1);
        }

        _slots[slot] = ((ulong)feature << 32) | (uint)row;
    }
}
