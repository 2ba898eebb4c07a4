using System.Buffers;

namespace Blog.Redact.Recognizers;

/// <summary>What the recognizers found in one scanned text, by positions in it.</summary>
/// <param name="text">The scanned text.</param>
/// <param name="publicNames">Names that everybody may know.</param>
internal sealed class FoundList(ScannedText text, PublicNames publicNames)
{
    private static readonly SearchValues<char> Nothing = SearchValues.Create(" \n\r\t.,-'\"*_()");

    private readonly List<Finding> _items = [];
    private readonly List<Finding> _inAddresses = [];
    private readonly Dictionary<FindingKind, (bool[] Places, int Read)> _places = [];

    /// <summary>Names that everybody may know.</summary>
    public PublicNames PublicNames { get; } = publicNames;

    /// <summary>What was found, in the order it was added; positions are those of the scanned text.</summary>
    public IReadOnlyList<Finding> Items => _items;

    /// <summary>What was found in the addresses of links; positions are those of the Markdown source.</summary>
    public IReadOnlyList<Finding> InAddresses => _inAddresses;

    /// <summary>Adds a finding in the address of a link.</summary>
    /// <param name="recognizer">Who found it.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="source">Where: positions in the Markdown source.</param>
    /// <param name="score">How sure it is.</param>
    /// <param name="why">Why, in a fixed sentence.</param>
    public void AddInAddress(IRecognizer recognizer, FindingKind kind, TextRange source, double score, string why) =>
        _inAddresses.Add(new Finding(kind, source, score, recognizer.Name, why));

    /// <summary>Adds a finding, cut at the first thing that is not prose; without a letter or digit it is not added.</summary>
    public void Add(IRecognizer recognizer, FindingKind kind, int start, int end, double score, string why)
    {
        var words = text.Text.AsSpan(start, end - start);
        var gap = words.IndexOf(ProseView.Gap);
        words = gap < 0 ? words : words[..gap];
        var trimmed = words.TrimEnd(" \n\r\t");
        if (trimmed.ContainsAnyExcept(Nothing))
        {
            _items.Add(new Finding(kind, new TextRange(start, start + trimmed.Length), score, recognizer.Name, why));
        }
    }

    /// <summary>Whether a finding of a kind that counts touches a stretch.</summary>
    /// <remarks>Asked at every match of a form: a walk through the list each time would grow with the square, so places are marked once.</remarks>
    public bool Touches(int start, int end, FindingKind kind)
    {
        var (places, read) = _places.GetValueOrDefault(kind, ([], 0));
        for (; read < _items.Count; read++)
        {
            if (_items[read].Kind == kind && !_items[read].IsNearMiss)
            {
                places = places.Length == 0 ? new bool[text.Text.Length] : places;
                places.AsSpan(_items[read].Range.Start, _items[read].Range.Length).Fill(true);
            }
        }

        _places[kind] = (places, read);
        return places.Length > 0 && places.AsSpan(start, end - start).Contains(true);
    }
}
