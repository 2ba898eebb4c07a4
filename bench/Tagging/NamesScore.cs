using System.Globalization;
using Blog.Redact.Tagging;

namespace Blog.Bench.Tagging;

/// <summary>Counts masks against named entities as <c>eval/conll_mask_eval.py</c> of the shared material does, token for token of our own parting.</summary>
/// <param name="counted">Kinds whose entities must be hidden; all where it is empty. Precision counts every kind.</param>
internal sealed class NamesScore(params string[] counted)
{
    private readonly SortedDictionary<string, (int All, int Hidden)> _kinds = new(StringComparer.Ordinal);
    private int _masked;
    private int _right;

    /// <summary>Part of the entities whose every word is masked.</summary>
    public double Hidden => _kinds.Values.Sum(kind => kind.All) is var all and > 0 ? (double)_kinds.Values.Sum(kind => kind.Hidden) / all : 0;

    /// <summary>Part of the masked words that are in an entity.</summary>
    public double Precision => _masked == 0 ? 0 : (double)_right / _masked;

    /// <summary>Adds a text.</summary>
    public void Add(AnnotatedText text, TagDocument document, bool[] masked)
    {
        var inside = new bool[masked.Length];
        foreach (var span in text.Spans)
        {
            var isHidden = true;
            for (var i = 0; i < masked.Length; i++)
            {
                if (document.Tokens[i].Start < span.End && document.Tokens[i].End > span.Start)
                {
                    inside[i] = true;
                    isHidden &= masked[i] || !document.Tokens[i].Is(TagForms.Word);
                }
            }

            if (counted.Length == 0 || counted.Contains(span.Kind))
            {
                var (all, hidden) = _kinds.GetValueOrDefault(span.Kind);
                _kinds[span.Kind] = (all + 1, hidden + (isHidden ? 1 : 0));
            }
        }

        for (var i = 0; i < masked.Length; i++)
        {
            var isMasked = masked[i] && document.Tokens[i].Is(TagForms.Word);
            _masked += isMasked ? 1 : 0;
            _right += isMasked && inside[i] ? 1 : 0;
        }
    }

    /// <summary>The figures in one line.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"hidden {Hidden:0.000}, token precision {Precision:0.000}; ") +
        string.Join(" ", _kinds.Select(kind => string.Create(CultureInfo.InvariantCulture, $"{kind.Key} {(double)kind.Value.Hidden / kind.Value.All:0.00}")));
}
