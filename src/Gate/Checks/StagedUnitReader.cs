using System.Runtime.InteropServices;
using Blog.Search.Analysis;
using Blog.Search.Index;
using Blog.Search.Units;

namespace Blog.Gate.Checks;

/// <summary>Reads staged pages and hashes what they say of each unit. One for a worker.</summary>
/// <remarks>It shares the reading of pages and the analysis of texts with the writer of the index, and nothing else: what the index may hold is worked out anew.</remarks>
internal sealed class StagedUnitReader
{
    private readonly UnitReader _reader = new();
    private readonly EnglishAnalyzer _english = new();
    private readonly List<(UnitPage Page, IReadOnlyList<StagedUnit> Units)> _pages = [];
    private readonly HashSet<long> _words = [];
    private readonly Dictionary<long, int> _capitals = [];
    private readonly HashSet<long> _names = [];
    private readonly char[] _lower = new char[256];

    /// <summary>What was read.</summary>
    public IReadOnlyList<(UnitPage Page, IReadOnlyList<StagedUnit> Units)> Pages => _pages;

    /// <summary>Hashes of all words of texts and titles, in small letters.</summary>
    public IReadOnlySet<long> Words => _words;

    /// <summary>Why a page could not be read; null where all could.</summary>
    public InvalidDataException? Trouble { get; private set; }

    /// <summary>Reads a page; one that shows no unit in full gives none.</summary>
    public void Read(string file, ReadOnlySpan<byte> page)
    {
        try
        {
            if (_reader.Read(file, page) is { } read)
            {
                _pages.Add((read with { Units = [] }, [.. read.Units.Select(unit => Hash(read, unit))])); // the texts are not kept
            }
        }
        catch (InvalidDataException e)
        {
            Trouble ??= e;
        }
    }

    private StagedUnit Hash(UnitPage page, PageUnit unit)
    {
        var sum = StagedUnits.Mix(StagedUnits.HashOf(FieldKey.Kind, unit.Kind == UnitKind.Post ? "post" : "comment"), 0);
        var text = UnitText.WithStopWords(unit.Text);
        var length = AddTerms(text, FieldKey.Text, ref sum);
        var title = AddTerms(UnitText.WithStopWords(unit.Title), StagedUnits.TitleField, ref sum);
        _capitals.Clear();
        foreach (var token in CapitalFormAnalyzer.Analyze(text))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_capitals, StagedUnits.HashOf(FieldKey.Capitals, token.Term), out _)++;
        }

        foreach (var (form, count) in _capitals)
        {
            sum += StagedUnits.Mix(form, count);
        }

        _names.Clear();
        foreach (var token in _english.Analyze(UnitText.WithStopWords(unit.Author)))
        {
            var name = StagedUnits.HashOf(FieldKey.Author, token.Term);
            if (_names.Add(name))
            {
                sum += StagedUnits.Mix(name, 0);
            }
        }

        var excerpt = new UnitExcerpt(page.PostPath, string.Empty, page.Part, unit.Anchor, unit.Number, UnitText.WithWords(unit.Author), unit.Date, Excerpts.Of(unit.Text));
        return new StagedUnit(unit.Id, unit.Date, FieldNorm.Encode(length) + (unit.Kind == UnitKind.Post ? 256 : 0), title == 0 ? -1 : FieldNorm.Encode(title), sum, StagedUnits.HashOfExcerpt(excerpt), string.Empty);
    }

    private int AddTerms(string text, char field, ref long sum)
    {
        var count = 0;
        var position = -1;
        foreach (var token in _english.Analyze(text))
        {
            position += token.PositionIncrement;
            sum += StagedUnits.Mix(StagedUnits.HashOf(field, token.Term), position);
            count++;
            var word = PossessiveEnding.Remove(text.AsSpan(token.Start, token.End - token.Start));
            LowerCase.Write(word, _lower);
            _words.Add(StagedUnits.HashOf('w', _lower.AsSpan(0, word.Length)));
        }

        return count;
    }
}
