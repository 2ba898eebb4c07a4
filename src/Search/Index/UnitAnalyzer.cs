using System.Text;
using Blog.Search.Analysis;
using Blog.Search.Units;

namespace Blog.Search.Index;

/// <summary>Turns units into words. One for a worker.</summary>
internal sealed class UnitAnalyzer
{
    private readonly WordForms<WordForm> _forms = new(form => form);
    private readonly ByteList _fields = new();
    private readonly ByteList _words = new();

    /// <summary>Analyses one unit.</summary>
    public IndexedUnit Read(UnitPage page, PageUnit unit)
    {
        _fields.Clear();
        var (text, title) = (AddField(unit.Text), AddField(unit.Title));
        AddField(unit.Author);
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
            Words = _forms,
            Fields = _fields.ToArray(),
        };
    }

    /// <summary>Adds the words of a text; returns how many of them have a term.</summary>
    private int AddField(string text)
    {
        _words.Clear();
        int words = 0, terms = 0;
        var tokens = new WordTokens(UnitText.WithStopWords(text), skipsMarks: false);
        while (tokens.MoveNext())
        {
            var number = _forms.NumberOf(tokens.Word);
            _words.Number(number);
            words++;
            terms += _forms.All[number].Term is null ? 0 : 1;
        }

        _fields.Number(words);
        _fields.Bytes(_words.Span);
        return terms;
    }
}
