using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Blog.Redact.Tagging;

/// <summary>Trains a linear chain by stochastic steps with a rate of its own for each weight (AdaGrad: Duchi, Hazan, Singer, JMLR 2011).</summary>
/// <remarks>One thread, a fixed order, and arithmetic on single places of rows only: the same material and settings give the same bits.</remarks>
internal sealed class ChainTrainer
{
    private const float Smallest = 1e-3f; // a token whose labels are all surer than this teaches nothing

    private readonly int _labels;
    private readonly int _stride;
    private readonly ChainSettings _settings;
    private readonly Dictionary<uint, int> _rows = [];
    private readonly List<ChainSequence> _sequences = [];
    private float[] _weights = [];
    private float[] _squares = [];
    private readonly float[] _transitions;
    private readonly float[] _transitionSquares;
    private uint _random;

    /// <summary>A trainer.</summary>
    /// <param name="labels">How many labels.</param>
    /// <param name="settings">How to train.</param>
    public ChainTrainer(int labels, ChainSettings settings)
    {
        (_labels, _settings) = (labels, settings);
        _stride = (labels + 7) & ~7;
        _transitions = new float[labels * labels];
        _transitionSquares = new float[labels * labels];
        _random = settings.Seed;
    }

    /// <summary>Trains on sequences, whose features become row numbers; afterwards they are of no other use.</summary>
    public ChainWeights Train(IReadOnlyList<ChainSequence> sequences)
    {
        MakeRows(sequences);
        _weights = new float[_rows.Count * _stride];
        _squares = new float[_rows.Count * _stride];
        Array.Fill(_squares, 1e-2f);
        Array.Fill(_transitionSquares, 1e-2f);
        var (sum, transitionSum, averaged) = (new float[_weights.Length], new float[_transitions.Length], 0);
        var order = Enumerable.Range(0, _sequences.Count).ToArray();
        for (var round = 0; round < _settings.Rounds; round++)
        {
            Shuffle(order);
            foreach (var place in order)
            {
                Step(_sequences[place]);
            }

            if (round >= _settings.Rounds / 2)
            {
                averaged++;
                Add(sum, _weights);
                Add(transitionSum, _transitions);
            }
        }

        Scale(sum, 1f / averaged);
        Scale(transitionSum, 1f / averaged);
        return new ChainWeights(_labels, _stride, _rows, sum, transitionSum);
    }

    private void MakeRows(IReadOnlyList<ChainSequence> sequences)
    {
        var counts = new Dictionary<uint, int>();
        foreach (var sequence in sequences)
        {
            foreach (var feature in sequence.Features)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, feature, out _)++;
            }
        }

        foreach (var sequence in sequences)
        {
            var (features, ends, start) = (new List<uint>(sequence.Features.Length), new int[sequence.Ends.Length], 0);
            for (var t = 0; t < ends.Length; t++)
            {
                for (; start < sequence.Ends[t]; start++)
                {
                    var feature = sequence.Features[start];
                    if (counts[feature] >= _settings.Least)
                    {
                        ref var row = ref CollectionsMarshal.GetValueRefOrAddDefault(_rows, feature, out var isKnown);
                        row = isKnown ? row : _rows.Count - 1;
                        features.Add((uint)row);
                    }
                }

                ends[t] = features.Count;
            }

            _sequences.Add(new ChainSequence([.. features], ends, sequence.Labels));
        }
    }

    private uint NextRandom()
    {
        _random ^= _random << 13;
        _random ^= _random >> 17;
        _random ^= _random << 5;
        return _random;
    }

    private void Shuffle(int[] order)
    {
        for (var i = order.Length - 1; i > 0; i--)
        {
            var j = (int)(NextRandom() % (uint)(i + 1));
            (order[i], order[j]) = (order[j], order[i]);
        }
    }

    private float[] _scores = [];
    private float[] _forward = [];
    private uint[] _kept = [];
    private int[] _keptEnds = [];

    private void Step(ChainSequence sequence)
    {
        var length = sequence.Labels.Length;
        if (_scores.Length < length * _stride)
        {
            _scores = new float[length * _stride];
            _forward = new float[length * _stride];
        }

        Drop(sequence);
        _scores.AsSpan(0, length * _stride).Clear();
        for (var (t, f) = (0, 0); t < length; t++)
        {
            var row = _scores.AsSpan(t * _stride, _stride);
            for (; f < _keptEnds[t]; f++)
            {
                AddRow(row, _weights.AsSpan((int)_kept[f] * _stride, _stride));
            }
        }

        Span<float> pairs = stackalloc float[_labels * _labels];
        Span<float> factors = stackalloc float[_labels * _labels];
        pairs.Clear();
        for (var k = 0; k < factors.Length; k++)
        {
            factors[k] = (float)ChainMath.Exp(_transitions[k]);
        }

        ChainMath.Marginals(_scores, length, _labels, _stride, factors, _forward, pairs);
        for (var (t, f) = (0, 0); t < length; t++)
        {
            var row = _scores.AsSpan(t * _stride, _stride);
            row[sequence.Labels[t]] -= 1;
            if (Largest(row[.._labels]) < Smallest)
            {
                f = _keptEnds[t];
                continue;
            }

            for (; f < _keptEnds[t]; f++)
            {
                Learn(row, (int)_kept[f] * _stride);
            }
        }

        for (var t = 1; t < length; t++)
        {
            pairs[(sequence.Labels[t - 1] * _labels) + sequence.Labels[t]] -= 1;
        }

        for (var k = 0; k < pairs.Length; k++)
        {
            _transitionSquares[k] += pairs[k] * pairs[k];
            _transitions[k] -= _settings.Rate * pairs[k] / MathF.Sqrt(_transitionSquares[k]);
        }
    }

    /// <summary>Leaves some features of each token out for this step.</summary>
    private void Drop(ChainSequence sequence)
    {
        if (_kept.Length < sequence.Features.Length)
        {
            _kept = new uint[sequence.Features.Length];
        }

        if (_keptEnds.Length < sequence.Ends.Length)
        {
            _keptEnds = new int[sequence.Ends.Length];
        }

        var kept = 0;
        var limit = (uint)(_settings.Dropped * 4294967L);
        for (var (t, f) = (0, 0); t < sequence.Ends.Length; t++)
        {
            for (; f < sequence.Ends[t]; f++)
            {
                if (limit == 0 || NextRandom() >= limit)
                {
                    _kept[kept++] = sequence.Features[f];
                }
            }

            _keptEnds[t] = kept;
        }
    }

    private static float Largest(ReadOnlySpan<float> row)
    {
        var largest = 0f;
        foreach (var value in row)
        {
            largest = MathF.Max(largest, MathF.Abs(value));
        }

        return largest;
    }

    private static void AddRow(Span<float> row, ReadOnlySpan<float> weights)
    {
        for (var l = 0; l < row.Length; l += 8)
        {
            (Vector256.Create(row.Slice(l, 8)) + Vector256.Create(weights.Slice(l, 8))).CopyTo(row.Slice(l, 8));
        }
    }

    private void Learn(ReadOnlySpan<float> gradient, int start)
    {
        var rate = Vector256.Create(_settings.Rate);
        var decay = Vector256.Create(_settings.Decay);
        for (var l = 0; l < gradient.Length; l += 8)
        {
            var weights = Vector256.Create<float>(_weights, start + l);
            var squares = Vector256.Create<float>(_squares, start + l);
            var slope = Vector256.Create(gradient.Slice(l, 8)) + (decay * weights);
            squares += slope * slope;
            squares.CopyTo(_squares, start + l);
            (weights - (rate * slope / Vector256.Sqrt(squares))).CopyTo(_weights, start + l);
        }
    }

    private static void Add(float[] sum, float[] values)
    {
        for (var i = 0; i < sum.Length; i++)
        {
            sum[i] += values[i];
        }
    }

    private static void Scale(float[] values, float by)
    {
        for (var i = 0; i < values.Length; i++)
        {
            values[i] *= by;
        }
    }
}
