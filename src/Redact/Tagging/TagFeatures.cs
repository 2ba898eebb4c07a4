using System.Numerics;
using Blog.Redact.Gazetteers;

namespace Blog.Redact.Tagging;

/// <summary>Writes the features of a token as hashes: fixed templates over words, forms, tables, chunks and the document.</summary>
/// <remarks>A new template changes what the shipped weights mean: they must be trained again.</remarks>
internal ref struct TagFeatures
{
    /// <summary>Room that the features of a token need.</summary>
    public const int Most = 640; // the lexicon's part with every sort at every place

    private static readonly uint Edge = TagHash.Of(99, 1);

    private readonly TagDocument _document;
    private readonly ReadOnlySpan<TagToken> _tokens;
    private readonly Span<uint> _target;
    private readonly TagFamily _families;
    private readonly int _first;
    private readonly int _after;
    private readonly int _line;
    private Span<byte> _templates;
    private int _count;

    private TagFeatures(TagDocument document, int lineNumber, (int First, int After) line, Span<uint> target, TagFamily families)
    {
        _document = document;
        _tokens = document.Tokens;
        _target = target;
        _families = families;
        (_first, _after) = line;
        _line = lineNumber;
    }

    /// <summary>Writes the features of a token.</summary>
    /// <param name="document">The document.</param>
    /// <param name="line">Number of its line.</param>
    /// <param name="i">The token.</param>
    /// <param name="families">Which to write.</param>
    /// <param name="target">At least <see cref="Most"/> places.</param>
    /// <param name="shared">How many of them, from the first on, are for both chains: not about the layout of the document or the words of a case.</param>
    /// <returns>How many there are.</returns>
    public static int Write(TagDocument document, int line, int i, TagFamily families, Span<uint> target, out int shared)
    {
        var features = new TagFeatures(document, line, document.Lines[line], target, families);
        shared = features.AddAll(i);
        return features._count;
    }

    private int AddAll(int i)
    {
        Add(0, 0);
        AddWords(i);
        AddAffixes(i);
        AddShapes(i);
        AddTables(i);
        AddChunk(i);
        AddDocument(i);
        var shared = _count;
        AddLayout(i);
        AddLexicon(i);
        return shared;
    }

    /// <summary>The template of each feature of a token, in the order of <see cref="Write"/> with all families: what to say of it in words.</summary>
    public static void WriteTemplates(TagDocument document, int line, int i, Span<uint> target, Span<byte> templates)
    {
        var features = new TagFeatures(document, line, document.Lines[line], target, TagFamily.All) { _templates = templates };
        features.AddAll(i);
    }

    private void Add(uint template, uint first, uint second = 0)
    {
        if (_templates.Length > 0)
        {
            _templates[_count] = (byte)template;
        }

        _target[_count++] = TagHash.Of(template, first, second);
    }

    private readonly bool Has(TagFamily family) => (_families & family) != TagFamily.None;

    private readonly uint WordAt(int i) => i < _first || i >= _after ? Edge : _tokens[i].Word;

    private readonly uint ShapeAt(int i) => i < _first || i >= _after ? Edge : _tokens[i].Shape;

    private readonly ulong ClassesAt(int i) => i < _first || i >= _after ? 0 : (ulong)(_tokens[i].Classes & ~WordClass.BeginsPhrase);

    private void AddWords(int i)
    {
        var (word, before, after) = (WordAt(i), WordAt(i - 1), WordAt(i + 1));
        var (before2, after2) = (WordAt(i - 2), WordAt(i + 2));
        if (Has(TagFamily.Words))
        {
            Add(1, word);
            Add(2, before);
            Add(3, after);
            Add(4, before2);
            Add(5, after2);
            Add(6, WordAt(i - 3));
            Add(7, WordAt(i + 3));
        }

        if (Has(TagFamily.Pairs))
        {
            Add(8, before, word);
            Add(9, word, after);
            Add(10, before2, before);
            Add(11, after, after2);
            Add(12, before, after);
            Add(13, TagHash.Of(0, before2, before), word);
            Add(14, TagHash.Of(0, after2, after), word);
            Add(15, TagHash.Of(0, before2, before), WordAt(i - 3));
        }
    }

    private void AddAffixes(int i)
    {
        if (!Has(TagFamily.Affixes))
        {
            return;
        }

        var token = _tokens[i];
        var word = _document.Text.AsSpan(token.Start, token.End - token.Start);
        var hash = TagHash.Seed;
        for (var n = 0; n < word.Length && n < 5; n++)
        {
            hash = TagHash.Add(hash, Lower(word[n]));
            if (n > 0)
            {
                Add(20 + (uint)n, hash);
            }
        }

        hash = TagHash.Seed;
        for (var n = 0; n < word.Length && n < 5; n++)
        {
            hash = TagHash.Add(hash, Lower(word[^(n + 1)]));
            Add(26 + (uint)n, hash);
        }

        AddNeighbourSuffix(i - 1, 32);
        AddNeighbourSuffix(i + 1, 33);
    }

    private void AddNeighbourSuffix(int i, uint template)
    {
        if (i < _first || i >= _after || !_tokens[i].Is(TagForms.Word))
        {
            return;
        }

        var hash = TagHash.Seed;
        for (var (n, end) = (1, _tokens[i].End); n <= 3 && end - n >= _tokens[i].Start; n++)
        {
            hash = TagHash.Add(hash, Lower(_document.Text[end - n]));
        }

        Add(template, hash);
    }

    private static uint Lower(char letter) => char.IsAsciiDigit(letter) ? '0' : letter is >= 'A' and <= 'Z' ? letter | 0x20u : letter < 128 ? letter : char.ToLowerInvariant(letter);

    private void AddShapes(int i)
    {
        if (!Has(TagFamily.Shapes))
        {
            return;
        }

        var token = _tokens[i];
        Add(40, token.Shape);
        Add(41, ShapeAt(i - 1));
        Add(42, ShapeAt(i + 1));
        Add(43, token.Shape, ShapeAt(i - 1));
        Add(44, token.Shape, ShapeAt(i + 1));
        Add(45, TagHash.Of(0, ShapeAt(i - 1), token.Shape), ShapeAt(i + 1));
        Add(46, (uint)token.Forms);
        Add(47, TagHash.Of(0, ShapeAt(i - 2), ShapeAt(i - 1)), token.Shape);
        Add(48, TagHash.Of(0, ShapeAt(i + 2), ShapeAt(i + 1)), token.Shape);
        Add(49, WordAt(i - 1), token.Shape);
        Add(50, WordAt(i + 1), token.Shape);
    }

    private void AddTables(int i)
    {
        if (!Has(TagFamily.Tables))
        {
            return;
        }

        for (var offset = -2; offset <= 2; offset++)
        {
            var at = i + offset;
            if (at < _first || at >= _after)
            {
                continue;
            }

            var template = 60 + (uint)(offset + 2);
            for (var classes = ClassesAt(at); classes != 0; classes &= classes - 1)
            {
                Add(template, (uint)BitOperations.TrailingZeroCount(classes));
            }

            for (uint phrases = _tokens[at].Phrases; phrases != 0; phrases &= phrases - 1)
            {
                Add(template, 64 + (uint)BitOperations.TrailingZeroCount(phrases));
            }
        }

        var isCapital = (uint)(_tokens[i].Forms & (TagForms.Capital | TagForms.OpensSentence | TagForms.AllCapitals | TagForms.Digit));
        var own = Fold(ClassesAt(i)) ^ ((uint)_tokens[i].Phrases << 8);
        Add(66, own, isCapital);
        Add(67, TagHash.Of(0, own, isCapital), Fold(ClassesAt(i - 1)));
        Add(68, TagHash.Of(0, own, isCapital), Fold(ClassesAt(i + 1)));
        Add(69, own, WordAt(i - 1));
        Add(70, own, WordAt(i + 1));
    }

    private static uint Fold(ulong classes) => (uint)classes ^ (uint)(classes >> 32);

    private void AddChunk(int i)
    {
        if (!Has(TagFamily.Chunks))
        {
            return;
        }

        var chunk = _tokens[i].Chunk;
        if (chunk < 0)
        {
            AddNearChunk(i);
            return;
        }

        var (first, after, hash, isNumeric) = _document.Chunks[chunk];
        var place = (uint)(Math.Min(i - first, 3) + (4 * Math.Min(after - 1 - i, 3)) + (isNumeric ? 16 : 0));
        Add(80, place);
        Add(81, hash);
        Add(82, WordAt(first));
        Add(83, WordAt(after - 1));
        Add(84, WordAt(first - 1));
        Add(85, WordAt(after));
        Add(86, WordAt(first - 2), WordAt(first - 1));
        Add(87, WordAt(after), WordAt(after + 1));
        Add(88, ShapeAt(first), ShapeAt(after - 1));
        Add(89, WordAt(first - 1), WordAt(after));
        Add(90, WordAt(first - 1), WordAt(after - 1));
        Add(91, WordAt(first - 2));
        Add(92, WordAt(first - 1), (uint)(after - first) + (isNumeric ? 16u : 0));
        Add(93, WordAt(first - 3), isNumeric ? 1u : 0);
        Add(94, WordAt(after + 1), isNumeric ? 1u : 0);
        AddChunkWords(first, after, i);
    }

    /// <summary>The words of the chunk in any order, and whether they are ordinary ones, names or places.</summary>
    private void AddChunkWords(int first, int after, int i)
    {
        var (kinds, isOrdinary) = (0u, true);
        for (var at = first; at < after; at++)
        {
            if (!_tokens[at].Is(TagForms.Capital))
            {
                continue;
            }

            if (at != i)
            {
                Add(96, _tokens[at].Word);
            }

            kinds |= KindsOf(_tokens[at]);
            isOrdinary &= _tokens[at].Is(WordClass.Common);
        }

        Add(97, kinds);
        Add(98, kinds, WordAt(after - 1));
        Add(99, isOrdinary ? 1u : 0, WordAt(i));
    }

    private static uint KindsOf(in TagToken token) =>
        (token.Is(WordClass.Forename) ? 1u : 0) | (token.Is(WordClass.Surname) ? 2u : 0) | (token.Is(WordClass.Title) ? 4u : 0) | (token.Is(WordClass.Institution | WordClass.OfficeWord) ? 8u : 0)
        | ((token.Phrases & ((1 << (int)PhraseKind.Place) | (1 << (int)PhraseKind.AmbiguousPlace))) != 0 ? 16u : 0) | ((token.Phrases & (1 << (int)PhraseKind.Country)) != 0 ? 32u : 0)
        | (token.Classes == WordClass.None && token.Phrases == 0 ? 64u : 0) | (token.Is(TagForms.AllCapitals) ? 128u : 0) | (token.Is(TagForms.Initial) ? 256u : 0);

    /// <summary>Outside a chunk: whether one stands right before or after.</summary>
    private void AddNearChunk(int i)
    {
        var before = i > _first ? _tokens[i - 1].Chunk : -1;
        var after = i + 1 < _after ? _tokens[i + 1].Chunk : -1;
        Add(95, (before < 0 ? 0u : _document.Chunks[before].IsNumeric ? 1u : 2u) + (after < 0 ? 0u : _document.Chunks[after].IsNumeric ? 3u : 6u), WordAt(i));
    }

    private void AddDocument(int i)
    {
        if (!Has(TagFamily.Document))
        {
            return;
        }

        Add(100, _tokens[i].Elsewhere, (uint)(_tokens[i].Forms & (TagForms.Capital | TagForms.OpensSentence)));
    }

    /// <summary>This and what follows come last, so that whoever does without them leaves off the end.</summary>
    private void AddLayout(int i)
    {
        if (!Has(TagFamily.Layout))
        {
            return;
        }

        var (heading, place) = _document.PlaceOf(_line);
        Add(101, heading);
        Add(102, place);
        Add(103, place, WordAt(i));
        Add(104, heading, WordAt(i));
        if (_tokens[i].Chunk is var chunk and >= 0)
        {
            var times = _document.TimesOf(chunk);
            Add(105, times, _document.Chunks[chunk].IsNumeric ? 1u : 0);
            Add(106, times, WordAt(_document.Chunks[chunk].After - 1));
            Add(107, heading, WordAt(_document.Chunks[chunk].After - 1));
        }
    }

    private readonly ulong SortsAt(int i) => i < _first || i >= _after ? 0 : _tokens[i].Sorts;

    private void AddLexicon(int i)
    {
        if (!Has(TagFamily.Lexicon))
        {
            return;
        }

        for (var offset = -2; offset <= 2; offset++)
        {
            AddSorts(110 + (uint)(offset + 2), SortsAt(i + offset));
        }

        var own = FoldSorts(SortsAt(i));
        Add(115, own, WordAt(i - 1));
        Add(116, own, WordAt(i + 1));
        Add(117, own, FoldSorts(SortsAt(i - 1)));
        Add(118, own, FoldSorts(SortsAt(i + 1)));
        Add(119, own, (uint)(_tokens[i].Forms & (TagForms.Capital | TagForms.OpensSentence | TagForms.Digit)));
        AddSorts(120, SortsAt(i - 3) | SortsAt(i - 4) | SortsAt(i - 5));
        AddSorts(121, SortsAt(i + 3) | SortsAt(i + 4) | SortsAt(i + 5));
        if (_tokens[i].Chunk is var chunk and >= 0)
        {
            var sorts = 0UL;
            for (var at = _document.Chunks[chunk].First; at < _document.Chunks[chunk].After; at++)
            {
                sorts |= _tokens[at].Sorts;
            }

            Add(122, FoldSorts(sorts));
            AddSorts(123, sorts);
        }
    }

    private void AddSorts(uint template, ulong sorts)
    {
        for (; sorts != 0; sorts &= sorts - 1)
        {
            Add(template, (uint)BitOperations.TrailingZeroCount(sorts));
        }
    }

    private static uint FoldSorts(ulong sorts) => TagHash.Of(5, (uint)sorts, (uint)(sorts >> 32));
}
