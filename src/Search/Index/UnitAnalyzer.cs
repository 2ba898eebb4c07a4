using System.Runtime.InteropServices;
using System.Text;
using Blog.Search.Analysis;
using Blog.Search.Units;

namespace Blog.Search.Index;

/// <summary>Turns units into terms. One for a worker.</summary>
internal sealed class UnitAnalyzer
{
    private const int None = -1;

    private readonly WordForms<FormNumbers> _forms;
    private readonly TermNumbers _terms = new();
    private readonly ByteList _fields = new();
    private readonly ByteList _words = new();
    private readonly ByteList _capitals = new();

    public UnitAnalyzer() => _forms = new WordForms<FormNumbers>(form => new FormNumbers(form, _terms));

    /// <summary>How often each word that has a term stands in texts and titles, as <see cref="WordForm.Surface"/>.</summary>
    public IReadOnlyDictionary<string, int> Surfaces()
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var form in _forms.All)
        {
            if (form.Count > 0)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, form.Form.Surface, out _) += form.Count;
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
            ref var form = ref _forms.Of(tokens.Word);
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

    private void AddField(int count, ByteList field)
    {
        _fields.Number(count);
        _fields.Bytes(field.Span);
    }

    /// <summary>A spelling's terms by number, and how often it stood in the texts.</summary>
    private struct FormNumbers(WordForm form, TermNumbers terms)
    {
        public readonly WordForm Form = form;
        public readonly int Term = form.Term is { } term ? terms.Of(term) : None;
        public readonly int Capitals = form.CapitalForm is { } capitals ? terms.Of(capitals) : None;
        public int Count;
    }
}
