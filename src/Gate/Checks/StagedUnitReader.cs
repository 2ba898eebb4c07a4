using System.Runtime.InteropServices;
using Blog.Gate.Reuse;
using Blog.Search.Analysis;
using Blog.Search.Index;
using Blog.Search.Units;

namespace Blog.Gate.Checks;

/// <summary>Reads staged pages and hashes what they say of each unit. One for a worker.</summary>
/// <remarks>It shares the reading of pages and the analysis of texts with the writer of the index, and nothing else: what the index may hold is worked out anew.</remarks>
internal sealed class StagedUnitReader
{
    private readonly UnitReader _reader = new();
    private readonly WordForms<FormHashes> _forms = new(form => new FormHashes(form));
    private readonly List<(UnitPage Page, IReadOnlyList<StagedUnit> Units)> _pages = [];
    private readonly HashSet<long> _words = [];
    private readonly Dictionary<long, int> _capitals = [];
    private readonly HashSet<long> _names = [];
    private readonly List<long> _newWords = []; // of the page that is read

    /// <summary>What was read.</summary>
    public IReadOnlyList<(UnitPage Page, IReadOnlyList<StagedUnit> Units)> Pages => _pages;

    /// <summary>Hashes of all words of texts and titles, in small letters.</summary>
    public IReadOnlySet<long> Words => _words;

    /// <summary>Why a page could not be read; null where all could.</summary>
    public InvalidDataException? Trouble { get; private set; }

    /// <summary>Reads a page; one that shows no unit in full gives none.</summary>
    /// <returns>What it says, to be taken in again while the page is the same; null where it says nothing.</returns>
    public KnownUnits? Read(string file, ReadOnlySpan<byte> page)
    {
        _newWords.Clear();
        try
        {
            if (_reader.Read(file, page) is { } read)
            {
                IReadOnlyList<StagedUnit> units = [.. read.Units.Select(unit => Hash(read, unit))];
                _pages.Add((read with { Units = [] }, units)); // the texts are not kept
                return new KnownUnits(read.PostPath, read.Part, read.Title, read.Labels, read.Series, units, [.. _newWords]);
            }
        }
        catch (InvalidDataException e)
        {
            Trouble ??= e;
        }

        return null;
    }

    /// <summary>Takes in what a page said when it was read before.</summary>
    public void Recall(KnownUnits known)
    {
        _pages.Add((new UnitPage(known.PostPath, known.Part, known.Title, known.Labels, known.Series, []), known.Units));
        _words.UnionWith(known.Words);
    }

    private StagedUnit Hash(UnitPage page, PageUnit unit)
    {
        _capitals.Clear();
        var texts = 0L;
        var length = AddTerms(unit.Text, isTitle: false, ref texts);
        foreach (var (form, count) in _capitals)
        {
            texts += StagedUnits.Mix(form, count);
        }

        var titles = 0L;
        var title = AddTerms(unit.Title, isTitle: true, ref titles);
        var unitClass = new UnitClass(unit.Kind == UnitKind.Post, FieldNorm.Encode(length)).Code;
        var titleNorm = title == 0 ? -1 : FieldNorm.Encode(title);
        var sum = StagedUnits.Mix(StagedUnits.HashOf(FieldKey.Kind, unit.Kind == UnitKind.Post ? "post" : "comment"), 0) + (texts * StagedUnits.Weight(unitClass)) + (titles * StagedUnits.Weight(titleNorm));
        AddNames(unit.Author, ref sum);
        var excerpt = new UnitExcerpt(page.PostPath, string.Empty, page.Part, unit.Anchor, unit.Number, UnitText.WithWords(unit.Author), unit.Date, Excerpts.Of(unit.Text));
        return new StagedUnit(unit.Id, unit.Date, unitClass, titleNorm, sum, StagedUnits.HashOfExcerpt(excerpt), string.Empty);
    }

    /// <summary>Adds the terms of a text or a title with their positions, and gathers the capital forms of a text; how many terms there are.</summary>
    private int AddTerms(string text, bool isTitle, ref long sum)
    {
        var count = 0;
        var tokens = new WordTokens(UnitText.WithStopWords(text), skipsMarks: false);
        for (var position = 0; tokens.MoveNext(); position++)
        {
            ref var form = ref _forms.Of(tokens.Word);
            if (form.Text is { } term)
            {
                sum += StagedUnits.Mix(isTitle ? form.Title : term, position);
                count++;
                if (!form.IsShown)
                {
                    form.IsShown = true;
                    if (_words.Add(form.Word))
                    {
                        _newWords.Add(form.Word);
                    }
                }
            }

            if (form.Capitals is { } capitals && !isTitle)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_capitals, capitals, out _)++;
            }
        }

        return count;
    }

    private void AddNames(string author, ref long sum)
    {
        _names.Clear();
        var tokens = new WordTokens(UnitText.WithStopWords(author), skipsMarks: false);
        while (tokens.MoveNext())
        {
            var form = _forms.Of(tokens.Word);
            if (form.Text is not null && _names.Add(form.Author))
            {
                sum += StagedUnits.Mix(form.Author, 0);
            }
        }
    }

    /// <summary>The hashes of a word's terms, by field.</summary>
    private struct FormHashes(WordForm form)
    {
        /// <summary>Of its term in a text; null for a stop word, which has none in any field.</summary>
        public readonly long? Text = form.Term is null ? null : StagedUnits.HashOf(FieldKey.Text, form.Term);
        public readonly long Title = StagedUnits.HashOf(StagedUnits.TitleField, form.Term);
        public readonly long Author = StagedUnits.HashOf(FieldKey.Author, form.Term);
        public readonly long? Capitals = form.CapitalForm is null ? null : StagedUnits.HashOf(FieldKey.Capitals, form.CapitalForm);
        public readonly long Word = StagedUnits.HashOf('w', form.Surface);

        /// <summary>Whether it stood in a text or a title.</summary>
        public bool IsShown;
    }
}
