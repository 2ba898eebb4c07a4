using System.Runtime.InteropServices;
using System.Text;
using Blog.Search.Analysis;
using Blog.Search.Units;

namespace Blog.Search.Index;

/// <summary>Turns units into terms. One for a worker.</summary>
internal sealed class UnitAnalyzer
{
    private const int None = -1;

    private readonly WordForms _forms = new();
    private readonly List<FormNumbers> _numbers = []; // of each spelling of _forms
    private readonly TermNumbers _terms = new();
    private readonly ByteList _fields = new();
    private readonly ByteList _words = new();
    private readonly ByteList _capitals = new();

    /// <summary>How often each word that has a term stands in texts and titles, as <see cref="WordForm.Surface"/>.</summary>
    public IReadOnlyDictionary<string, int> Surfaces()
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < _numbers.Count; i++)
        {
            if (_numbers[i].Count > 0)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, _forms.All[i].Surface, out _) += _numbers[i].Count;
            }
        }

        return counts;
    }

    /// <summary>Analyses one unit.</summary>
    public IndexedUnit Read(UnitPage page, PageUnit unit)
    {
        _fields.Clear();
        var (text, capitals) = ReadWords(unit.Text, isCounted: true);
        AddField(text, _words);
        AddField(capitals, _capitals);
        var (title, _) = ReadWords(unit.Title, isCounted: true);
        AddField(title, _words);
        AddField(ReadWords(unit.Author, isCounted: false).Words, _words);
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

    /// <summary>Goes over a text once, for its words and for its capital forms.</summary>
    private (int Words, int Capitals) ReadWords(string text, bool isCounted)
    {
        _words.Clear();
        _capitals.Clear();
        int words = 0, capitals = 0, sinceWord = 0, sinceCapital = 0;
        var tokens = new WordTokens(UnitText.WithStopWords(text), skipsMarks: false);
        while (tokens.MoveNext())
        {
            sinceWord++;
            sinceCapital++;
            ref var form = ref FormOf(tokens.Word);
            if (form.Term != None)
            {
                _words.Number(form.Term);
                _words.Number(sinceWord);
                sinceWord = 0;
                words++;
                form.Count += isCounted ? 1 : 0;
            }

            if (form.Capitals != None)
            {
                _capitals.Number(form.Capitals);
                _capitals.Number(sinceCapital);
                sinceCapital = 0;
                capitals++;
            }
        }

        return (words, capitals);
    }

    private ref FormNumbers FormOf(ReadOnlySpan<char> word)
    {
        var number = _forms.NumberOf(word);
        if (number == _numbers.Count)
        {
            var (_, term, capitals) = _forms.All[number];
            _numbers.Add(new FormNumbers { Term = term is null ? None : _terms.Of(term), Capitals = capitals is null ? None : _terms.Of(capitals) });
        }

        return ref CollectionsMarshal.AsSpan(_numbers)[number];
    }

    private void AddField(int count, ByteList field)
    {
        _fields.Number(count);
        _fields.Bytes(field.Span);
    }

    /// <summary>A spelling's terms by number, and how often it stood in the texts.</summary>
    private struct FormNumbers
    {
        public int Term;
        public int Capitals;
        public int Count;
    }
}
