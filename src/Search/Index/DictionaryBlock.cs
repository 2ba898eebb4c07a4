namespace Blog.Search.Index;

/// <summary>Reads one block of the dictionary (see <see cref="DictionaryFiles"/>).</summary>
internal static class DictionaryBlock
{
    /// <summary>All its entries, in order.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public static IReadOnlyList<DictionaryEntry> Read(ReadOnlySpan<byte> bytes)
    {
        var cursor = new ByteCursor(bytes);
        var lists = new StreamPlace(StreamKind.Lists, cursor.Number(), cursor.Number());
        var postLists = new StreamPlace(StreamKind.PostLists, cursor.Number(), cursor.Number());
        var positions = new StreamPlace(StreamKind.Positions, cursor.Number(), cursor.Number());
        var count = cursor.Number();
        var entries = new List<DictionaryEntry>();
        byte[] key = [];
        for (var i = 0; i < count; i++)
        {
            key = cursor.Shared(key);
            if (key.Length == 0)
            {
                throw new InvalidDataException("A key of the search index is empty.");
            }

            entries.Add((char)key[0] switch
            {
                FieldKey.Text => ReadText(ref cursor, key, lists, postLists, positions),
                FieldKey.Capitals => ReadCapitals(ref cursor, key, lists, postLists),
                _ => ReadSet(ref cursor, key, lists),
            });
        }

        return cursor.IsAtEnd ? entries : throw new InvalidDataException("A block of the search index holds more than it says.");
    }

    private static DictionaryEntry ReadText(ref ByteCursor cursor, byte[] key, StreamPlace lists, StreamPlace postLists, StreamPlace positions)
    {
        var surface = ByteCursor.Text(cursor.Shared(key.AsSpan(1)));
        var textCount = cursor.Number();
        var titleCount = cursor.Number();
        var text = ReadParts(ref cursor, textCount, lists, postLists);
        var title = ReadList(ref cursor, titleCount, postLists);
        var titleTexts = titleCount > 0 ? cursor.Bytes(cursor.Number()).ToArray() : [];
        var textPositions = ReadPositions(ref cursor, textCount, positions);
        var titlePositions = ReadPositions(ref cursor, titleCount, positions);
        return new DictionaryEntry(key)
        {
            Surface = surface,
            Text = textCount == 0 ? null : new ListRef(textCount, text, textPositions),
            Title = titleCount == 0 ? null : new ListRef(titleCount, title, titlePositions),
            TitleTexts = titleTexts,
        };
    }

    private static DictionaryEntry ReadCapitals(ref ByteCursor cursor, byte[] key, StreamPlace lists, StreamPlace postLists)
    {
        var count = cursor.Number();
        return new DictionaryEntry(key) { Text = new ListRef(count, ReadParts(ref cursor, count, lists, postLists), []) };
    }

    private static DictionaryEntry ReadSet(ref ByteCursor cursor, byte[] key, StreamPlace lists)
    {
        var count = cursor.Number();
        var length = cursor.Number();
        return new DictionaryEntry(key)
        {
            SetCount = count,
            Set = count <= IndexFormat.WholeInDictionary ? PieceRef.InDictionary(cursor.Bytes(length)) : lists.Next(length),
        };
    }

    /// <summary>A list of texts: the part of the posts, then that of the comments.</summary>
    private static List<PieceRef> ReadParts(ref ByteCursor cursor, int count, StreamPlace lists, StreamPlace postLists)
    {
        if (count == 0)
        {
            return [];
        }

        var posts = cursor.Number();
        if (posts > count)
        {
            throw new InvalidDataException("A list of the search index has a part that is longer than the list.");
        }

        var pieces = ReadList(ref cursor, posts, postLists, ofPosts: true);
        pieces.AddRange(ReadList(ref cursor, count - posts, lists));
        return pieces;
    }

    private static List<PieceRef> ReadList(ref ByteCursor cursor, int count, StreamPlace stream, bool ofPosts = false)
    {
        var pieces = new List<PieceRef>();
        foreach (var postings in IndexFormat.Pieces(count, ofPosts))
        {
            var length = cursor.Number();
            if (pieces.Count == 0)
            {
                pieces.Add(PieceRef.InDictionary(cursor.Bytes(length), postings));
                continue;
            }

            var first = (cursor.Number(), cursor.Number());
            pieces.Add(stream.Next(length, postings) with { First = first });
        }

        return pieces;
    }

    private static List<PieceRef> ReadPositions(ref ByteCursor cursor, int count, StreamPlace stream)
    {
        var pieces = new List<PieceRef>();
        for (var left = count; left > 0; left -= IndexFormat.UnitsPerPositionPiece)
        {
            var length = cursor.Number();
            pieces.Add(count <= IndexFormat.PositionsInDictionary ? PieceRef.InDictionary(cursor.Bytes(length)) : stream.Next(length));
        }

        return pieces;
    }

    /// <summary>Follows where the pieces of a stream lie, as <see cref="StreamFiles"/> laid them.</summary>
    private sealed class StreamPlace(StreamKind stream, int file, int offset)
    {
        private int _file = file;
        private int _offset = offset;

        public PieceRef Next(int length, int postings = 0)
        {
            if (_offset > 0 && _offset + length > IndexFormat.FileLength(stream))
            {
                _file++;
                _offset = 0;
            }

            var piece = new PieceRef(stream, null, _file, _offset, length, postings);
            _offset += length;
            return piece;
        }
    }
}
