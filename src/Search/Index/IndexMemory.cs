using System.Security.Cryptography;
using System.Text;
using Blog.Search.Analysis;
using Blog.Search.Units;

namespace Blog.Search.Index;

/// <summary>What was read of the pages that an index was made of, so that the next one reads only pages that have changed.</summary>
/// <remarks>
/// It holds the words of the texts, and nothing that the pages do not say. A page is known by the hash of its bytes; of a page that has changed or is gone nothing is kept, nor any word that stood on it alone. A file that
/// is cut off, changed or of another program is none.
/// <para>Form: the program's identity, the pages, the spellings of their words, then SHA-256 of all before. Numbers are as <see cref="ByteList"/> has them, texts are UTF-8 with their length before them.</para>
/// </remarks>
internal sealed class IndexMemory
{
    private static readonly IReadOnlyDictionary<string, (string Hash, ReadPage Page)> Nothing = new Dictionary<string, (string, ReadPage)>(StringComparer.Ordinal);

    private readonly IReadOnlyDictionary<string, (string Hash, ReadPage Page)> _pages;

    private IndexMemory(IReadOnlyDictionary<string, (string Hash, ReadPage Page)> pages) => _pages = pages;

    /// <summary>Nothing is known.</summary>
    public static IndexMemory None { get; } = new(Nothing);

    /// <summary>Reads a file; none where it is missing, broken or of another program.</summary>
    public static IndexMemory Read(string file, string program)
    {
        try
        {
            var bytes = File.ReadAllBytes(file);
            var content = bytes.AsMemory(0, Math.Max(0, bytes.Length - SHA256.HashSizeInBytes));
            return SHA256.HashData(content.Span).AsSpan().SequenceEqual(bytes.AsSpan(content.Length)) ? new IndexMemory(Read(content, program)) : None;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return None;
        }
    }

    /// <summary>What was read of a page with these bytes.</summary>
    public bool TryPage(string path, string hash, out ReadPage page)
    {
        var isKnown = _pages.TryGetValue(path, out var known) && known.Hash == hash;
        page = known.Page;
        return isKnown;
    }

    /// <summary>Writes what was read of all pages.</summary>
    /// <param name="file">The file; its folder exists.</param>
    /// <param name="program">The program's identity.</param>
    /// <param name="pages">The pages with the hashes of their bytes.</param>
    /// <param name="words">Their words.</param>
    public static void Write(string file, string program, IReadOnlyCollection<(string Hash, ReadPage Page)> pages, CommonWords words)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var stream = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16);
        var bytes = new ByteList();
        Add(bytes, program);
        bytes.Number(pages.Count);
        var kept = new KeptWords(words);
        foreach (var (pageHash, page) in pages)
        {
            Add(bytes, pageHash);
            Add(bytes, page, kept);
            hash.AppendData(bytes.Span);
            stream.Write(bytes.Span);
            bytes.Clear();
        }

        bytes.Number(kept.Common.Count);
        foreach (var word in kept.Common)
        {
            Add(bytes, words.All[word].Form.Spelling);
        }

        hash.AppendData(bytes.Span);
        stream.Write(bytes.Span);
        stream.Write(hash.GetHashAndReset());
    }

    private static void Add(ByteList bytes, ReadPage page, KeptWords words)
    {
        Add(bytes, page.Path);
        Add(bytes, page.PostPath);
        bytes.Number(page.Part);
        Add(bytes, page.Title);
        bytes.Number(page.Labels.Count);
        foreach (var label in page.Labels)
        {
            Add(bytes, label);
        }

        Add(bytes, page.Series);
        bytes.Number(page.Units.Count);
        var fields = new ByteList();
        foreach (var unit in page.Units)
        {
            Add(bytes, unit.Id);
            bytes.Number((int)unit.Kind);
            Add(bytes, unit.Date);
            Add(bytes, unit.Anchor);
            Add(bytes, unit.Number);
            Add(bytes, unit.Author);
            bytes.Counted(unit.Excerpt.Span);
            bytes.Number(unit.TextLength);
            bytes.Number(unit.TitleLength);
            fields.Clear();
            AddFields(fields, unit, words);
            bytes.Counted(fields.Span);
        }
    }

    private static void AddFields(ByteList bytes, IndexedUnit unit, KeptWords words)
    {
        var map = words.MapOf(unit);
        for (var cursor = new ByteCursor(unit.Fields.Span); !cursor.IsAtEnd;)
        {
            var count = cursor.Number();
            bytes.Number(count);
            for (var i = 0; i < count; i++)
            {
                bytes.Number(words.NumberOf(map[cursor.Number()]));
            }
        }
    }

    private static void Add(ByteList bytes, string text) => bytes.Counted(Encoding.UTF8.GetBytes(text));

    private static IReadOnlyDictionary<string, (string Hash, ReadPage Page)> Read(ReadOnlyMemory<byte> content, string program)
    {
        var cursor = new ByteCursor(content.Span);
        if (Text(ref cursor) != program)
        {
            return Nothing;
        }

        var words = new WordForms<WordForm>(form => form);
        var pages = new Dictionary<string, (string Hash, ReadPage Page)>(StringComparer.Ordinal);
        for (var left = cursor.Number(); left > 0; left--)
        {
            var hash = Text(ref cursor);
            var page = Page(ref cursor, content, words);
            pages.Add(page.Path, (hash, page));
        }

        for (var left = cursor.Number(); left > 0; left--)
        {
            words.NumberOf(Text(ref cursor));
        }

        return pages;
    }

    private static ReadPage Page(ref ByteCursor cursor, ReadOnlyMemory<byte> content, WordForms<WordForm> words)
    {
        var (path, postPath, part, title) = (Text(ref cursor), Text(ref cursor), cursor.Number(), Text(ref cursor));
        var labels = new string[cursor.Number()];
        for (var i = 0; i < labels.Length; i++)
        {
            labels[i] = Text(ref cursor);
        }

        var series = Text(ref cursor);
        var units = new IndexedUnit[cursor.Number()];
        for (var i = 0; i < units.Length; i++)
        {
            units[i] = new IndexedUnit
            {
                PostPath = postPath,
                Part = part,
                Words = words,
                Id = Text(ref cursor),
                Kind = (UnitKind)cursor.Number(),
                Date = Text(ref cursor),
                Anchor = Text(ref cursor),
                Number = Text(ref cursor),
                Author = Text(ref cursor),
                Excerpt = Bytes(ref cursor, content),
                TextLength = cursor.Number(),
                TitleLength = cursor.Number(),
                Fields = Bytes(ref cursor, content),
            };
        }

        return new ReadPage(path, postPath, part, title, labels, series, units);
    }

    private static string Text(ref ByteCursor cursor) => ByteCursor.Text(cursor.Bytes(cursor.Number()));

    private static ReadOnlyMemory<byte> Bytes(ref ByteCursor cursor, ReadOnlyMemory<byte> content)
    {
        var length = cursor.Bytes(cursor.Number()).Length;
        return content.Slice(cursor.At - length, length);
    }

    /// <summary>Numbers for the words that are written, as they come: a word that no page has any more gets none, and is not kept.</summary>
    private sealed class KeptWords(CommonWords words)
    {
        private readonly int[] _numbers = new int[words.All.Length]; // one more than the number; 0 for none

        /// <summary>The common numbers of the words, by the numbers they have here.</summary>
        public List<int> Common { get; } = [];

        public int[] MapOf(IndexedUnit unit) => words.MapOf(unit.Words);

        public int NumberOf(int common)
        {
            if (_numbers[common] == 0)
            {
                Common.Add(common);
                _numbers[common] = Common.Count;
            }

            return _numbers[common] - 1;
        }
    }
}
