using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Blog.Bench.Tagging;

/// <summary>Counts masks against TAB's marks as <c>eval/tab_eval.py</c> of the shared material does, for one annotator a document.</summary>
internal sealed partial class TabScore
{
    /// <summary>Marks that need no mask inside a mention, and words that need none.</summary>
    private static readonly FrozenSet<char> Marks = " ,.-;:/&()[]\u2013'\" \u2019\u201C\u201D\n\u2011\u00a0".ToFrozenSet();

    private static readonly FrozenSet<string> SmallWords = ("mr mrs ms no nr about a an the this that these those some any each every all both either neither another such what which whose " +
        "across after against along amid among around as at before behind below beneath beside besides between beyond by concerning despite down during except for from in inside into like near of off on " +
        "onto out outside over past per regarding since through throughout to toward towards under underneath until unto up upon via with within without and or but nor yet plus minus not n't s above")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private readonly SortedDictionary<string, (int All, int Masked)> _kinds = new(StringComparer.Ordinal);
    private (int All, int Masked) _direct;
    private (int All, int Masked) _quasi;
    private (int All, int Masked) _tokens;
    private (int All, int Right) _predicted;

    /// <summary>Documents in which an entity that identifies directly is left standing somewhere.</summary>
    public int Leaking { get; private set; }

    /// <summary>Part of the direct entities that are masked at every mention.</summary>
    public double DirectRecall => Part(_direct.Masked, _direct.All);

    /// <summary>The same for entities that help to identify.</summary>
    public double QuasiRecall => Part(_quasi.Masked, _quasi.All);

    /// <summary>Part of the masked words that are in a masked mention.</summary>
    public double Precision => Part(_predicted.Right, _predicted.All);

    /// <summary>Part of the words in masked mentions that are masked.</summary>
    public double Recall => Part(_tokens.Masked, _tokens.All);

    /// <summary>The harmonic mean of the two.</summary>
    public double F1 => 2 * Precision * Recall / (Precision + Recall);

    /// <summary>Adds a document.</summary>
    /// <param name="text">The document with its marks.</param>
    /// <param name="masks">Stretches that are masked, UTF-16 positions.</param>
    public void Add(AnnotatedText text, IEnumerable<(int Start, int End)> masks)
    {
        var (covered, gold, stretches) = (new bool[text.Text.Length], new bool[text.Text.Length], masks.ToList());
        stretches.ForEach(mask => covered.AsSpan(mask.Start, mask.End - mask.Start).Fill(true));
        var leaks = false;
        foreach (var mentions in text.Spans.GroupBy(span => span.Entity).Select(group => group.ToList()).Where(group => group.Exists(span => span.IsMasked)))
        {
            var isMasked = true;
            foreach (var mention in mentions.Where(mention => mention.IsMasked))
            {
                gold.AsSpan(mention.Start, mention.End - mention.Start).Fill(true);
                isMasked &= AddMention(text.Text, covered, mention);
            }

            leaks |= mentions[0].IsDirect && !isMasked;
            ref var count = ref mentions[0].IsDirect ? ref _direct : ref _quasi;
            count = (count.All + 1, count.Masked + (isMasked ? 1 : 0));
        }

        Leaking += leaks ? 1 : 0;
        foreach (var word in stretches.SelectMany(mask => Words(text.Text, mask.Start, mask.End)))
        {
            _predicted = (_predicted.All + 1, _predicted.Right + (gold.AsSpan(word.Start, word.End - word.Start).Contains(false) ? 0 : 1));
        }
    }

    /// <summary>The figures in one line, then mention recall by kind.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"direct recall {DirectRecall:0.000}, quasi recall {QuasiRecall:0.000}, token precision {Precision:0.000}, token recall {Recall:0.000}, token F1 {F1:0.000}, documents leaking {Leaking}; ") +
        string.Join(" ", _kinds.Select(kind => string.Create(CultureInfo.InvariantCulture, $"{kind.Key} {Part(kind.Value.Masked, kind.Value.All):0.00}")));

    private bool AddMention(string text, bool[] covered, AnnotatedSpan mention)
    {
        var isMasked = IsMasked(text, covered, mention.Start, mention.End);
        var (all, masked) = _kinds.GetValueOrDefault(mention.Kind);
        _kinds[mention.Kind] = (all + 1, masked + (isMasked ? 1 : 0));
        foreach (var (start, end) in Words(text, mention.Start, mention.End))
        {
            _tokens = (_tokens.All + 1, _tokens.Masked + (IsMasked(text, covered, start, end) ? 1 : 0));
        }

        return isMasked;
    }

    private static bool IsMasked(string text, bool[] covered, int start, int end)
    {
        if (!covered.AsSpan(start, end - start).Contains(false))
        {
            return true;
        }

        foreach (var (first, after) in Words(text, start, end))
        {
            if (covered.AsSpan(first, after - first).Contains(false) && !SmallWords.Contains(text[first..after].ToLowerInvariant()))
            {
                return false;
            }
        }

        for (var i = start; i < end; i++)
        {
            if (!covered[i] && !char.IsLetterOrDigit(text[i]) && text[i] != '_' && !Marks.Contains(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static IEnumerable<(int Start, int End)> Words(string text, int start, int end)
    {
        for (var match = Word().Match(text, start, end - start); match.Success; match = match.NextMatch())
        {
            yield return (match.Index, match.Index + match.Length);
        }
    }

    private static double Part(int part, int whole) => whole == 0 ? 0 : (double)part / whole;

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
