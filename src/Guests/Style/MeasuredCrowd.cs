using Blog.Redact;

namespace Blog.Guests.Style;

/// <summary>A crowd measured at one number of words: means, deviations, distances, what stands out.</summary>
internal sealed class MeasuredCrowd
{
    private const double LeastStrength = 2; // deviations

    private const int MostTraits = 20;

    private const int MostPlaces = 20;

    private readonly StyleFeatures _features;
    private readonly int _words;
    private readonly double _mostDeviations;
    private readonly List<double[]> _values;
    private readonly double[] _sums;
    private readonly double[] _squares;

    public MeasuredCrowd(List<StyleText> texts, int words, double mostDeviations)
    {
        _words = words;
        _mostDeviations = mostDeviations;
        _features = StyleFeatures.Of(texts.Select(text => text.Beginning(words)));
        _values = [.. texts.Select(text => _features.Measure(text, words))];
        _sums = new double[_features.Count];
        _squares = new double[_features.Count];
        foreach (var values in _values)
        {
            for (var i = 0; i < values.Length; i++)
            {
                _sums[i] += values[i];
                _squares[i] += values[i] * values[i];
            }
        }
    }

    /// <summary>How many texts were measured.</summary>
    public int Count => _values.Count;

    /// <summary>Share of the crowd that is as near to the named texts as a text.</summary>
    public double? ShareAsNear(StyleText text, List<StyleText> named)
    {
        var target = Together(named);
        var guest = Distance(_features.Measure(text, _words), target, leftOut: null);
        var asNear = _values.Count(values => Distance(values, target, values) <= guest);
        return asNear / (double)_values.Count;
    }

    /// <summary>Of the named texts, how many are as near to the others as a text is to all but the one.</summary>
    public (int AsNear, int Of) NamedAsNear(StyleText text, List<StyleText> named)
    {
        var usable = named.Where(one => one.Words.Count >= StyleCrowd.LeastWords).ToList();
        if (usable.Count < 3)
        {
            return (0, 0);
        }

        var guest = _features.Measure(text, _words);
        var asNear = 0;
        foreach (var one in usable)
        {
            var others = Together([.. usable.Where(other => other != one)]);
            asNear += Distance(_features.Measure(one, _words), others, leftOut: null) <= Distance(guest, others, leftOut: null) ? 1 : 0;
        }

        return (asNear, usable.Count);
    }

    /// <summary>What stands out of a text, the strongest first.</summary>
    public IReadOnlyList<StyleTrait> StandsOut(StyleText text, List<StyleText> named)
    {
        var guest = _features.Measure(text, _words);
        var own = named.Sum(one => one.Words.Count) >= StyleCrowd.LeastWords ? Together(named) : null;
        var traits = new List<StyleTrait>();
        for (var i = 0; i < _features.NamedCount; i++)
        {
            var strength = Standard(guest, i, leftOut: null);
            if (Math.Abs(strength) < LeastStrength)
            {
                continue;
            }

            var shared = own is not null && Standard(own, i, leftOut: null) * Math.Sign(strength) >= 1;
            traits.Add(new StyleTrait(_features.NameOf(i), strength > 0, Math.Abs(strength), shared, strength > 0 ? Places(text, _features.NameOf(i)) : []));
        }

        return [.. traits.OrderByDescending(trait => trait.IsOfNamed).ThenByDescending(trait => trait.Strength).ThenBy(trait => trait.Name, StringComparer.Ordinal).Take(MostTraits)];
    }

    /// <summary>The values of texts taken as one, each by its length.</summary>
    private double[] Together(List<StyleText> texts)
    {
        var values = new double[_features.Count];
        double words = texts.Sum(text => text.Words.Count);
        foreach (var text in texts)
        {
            var own = _features.Measure(text, int.MaxValue);
            for (var i = 0; i < values.Length; i++)
            {
                values[i] += own[i] * text.Words.Count / words;
            }
        }

        return values;
    }

    /// <summary>Cosine Delta: 1 minus the cosine of the angle between the standardised values.</summary>
    private double Distance(double[] left, double[] right, double[]? leftOut)
    {
        double product = 0, first = 0, second = 0;
        for (var i = 0; i < left.Length; i++)
        {
            var weight = _features.WeightOf(i);
            var a = Math.Clamp(Standard(left, i, leftOut), -_mostDeviations, _mostDeviations) * weight;
            var b = Math.Clamp(Standard(right, i, leftOut), -_mostDeviations, _mostDeviations) * weight;
            product += a * b;
            first += a * a;
            second += b * b;
        }

        return first == 0 || second == 0 ? 1 : 1 - (product / Math.Sqrt(first * second));
    }

    /// <summary>A value in the crowd's deviations from its mean, without the text that is left out; 0 where the crowd never varies.</summary>
    private double Standard(double[] values, int feature, double[]? leftOut)
    {
        var count = _values.Count - (leftOut is null ? 0 : 1);
        var sum = _sums[feature] - (leftOut?[feature] ?? 0);
        var squares = _squares[feature] - (leftOut is null ? 0 : leftOut[feature] * leftOut[feature]);
        var mean = sum / count;
        var variance = (squares / count) - (mean * mean);
        return variance <= 1e-9 ? 0 : (values[feature] - mean) / Math.Sqrt(variance);
    }

    private static List<TextRange> Places(StyleText text, string name)
    {
        var sign = StyleFeatures.SignOf(name);
        var places = new List<TextRange>();
        if (sign is not null)
        {
            for (var at = text.Plain.IndexOf(sign, StringComparison.Ordinal); at >= 0 && places.Count < MostPlaces; at = text.Plain.IndexOf(sign, at + sign.Length, StringComparison.Ordinal))
            {
                places.Add(text.ToSource(at, sign.Length));
            }

            return places;
        }

        if (StyleFeatures.OpenerOf(name) is { } opener)
        {
            return [.. text.Sentences.Where(sentence => text.Words[sentence.FirstWord].Lower == opener).Take(MostPlaces).Select(sentence => text.ToSource(sentence.Start, sentence.Length))];
        }

        var word = name.Trim('"');
        return [.. text.Words.Where(one => one.Lower == word).Take(MostPlaces).Select(one => text.ToSource(one.Start, one.Length))];
    }
}
