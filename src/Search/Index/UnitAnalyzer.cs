using System.Text;
using Blog.Search.Analysis;
using Blog.Search.Units;

namespace Blog.Search.Index;

/// <summary>Turns units into terms. One for a worker.</summary>
internal sealed class UnitAnalyzer
{
    private readonly EnglishAnalyzer _english = new();
    private readonly TermNumbers _terms = new();
    private readonly Dictionary<string, int> _surfaces = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _surfaceLookup;
    private readonly ByteList _fields = new();
    private readonly ByteList _field = new();
    private readonly char[] _lower = new char[256];

    public UnitAnalyzer() => _surfaceLookup = _surfaces.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>How often each word stands in the texts, in small letters.</summary>
    public IReadOnlyDictionary<string, int> Surfaces => _surfaces;

    /// <summary>Analyses one unit.</summary>
    public IndexedUnit Read(UnitPage page, PageUnit unit)
    {
        _fields.Clear();
        var words = UnitText.WithStopWords(unit.Text);
        var text = AddField(words, counts: true);
        var title = AddField(UnitText.WithStopWords(unit.Title), counts: true);
        AddCapitals(words);
        AddField(UnitText.WithStopWords(unit.Author), counts: false);
        return new IndexedUnit
        {
            Id = unit.Id,
            Kind = unit.Kind,
            Date = unit.Date,
            PostPath = page.PostPath,
            Part = page.Part,
            Anchor = unit.Anchor,
            Number = unit.Number,
            Author = UnitText.WithWords(unit.Author),
            Excerpt = Encoding.UTF8.GetBytes(Excerpts.Of(unit.Text)),
            TextLength = text,
            TitleLength = title,
            Terms = _terms,
            Fields = _fields.ToArray(),
        };
    }

    private int AddField(string text, bool counts)
    {
        var count = 0;
        _field.Clear();
        foreach (var token in _english.Analyze(text))
        {
            _field.Number(_terms.Of(token.Term));
            _field.Number(token.PositionIncrement);
            count++;
            if (counts)
            {
                CountSurface(text.AsSpan(token.Start, token.End - token.Start));
            }
        }

        _fields.Number(count);
        _fields.Bytes(_field.Span);
        return count;
    }

    private void AddCapitals(string text)
    {
        var count = 0;
        _field.Clear();
        foreach (var token in CapitalFormAnalyzer.Analyze(text))
        {
            _field.Number(_terms.Of(token.Term));
            _field.Number(token.PositionIncrement);
            count++;
        }

        _fields.Number(count);
        _fields.Bytes(_field.Span);
    }

    private void CountSurface(ReadOnlySpan<char> word)
    {
        word = PossessiveEnding.Remove(word);
        var lower = _lower.AsSpan(0, word.Length);
        LowerCase.Write(word, lower);
        System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_surfaceLookup, lower, out _)++;
    }
}
