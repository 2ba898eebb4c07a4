namespace Blog.Search.Index;

/// <summary>Reads one block of the dictionary (see <see cref="DictionaryFiles"/>).</summary>
internal static class DictionaryBlock
{
    /// <summary>All its entries, in order.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public static IReadOnlyList<DictionaryEntry> Read(ReadOnlySpan<byte> bytes)
    {
        var cursor = new ByteCursor(bytes);
        var lists = new StreamPlace(cursor.Number(), cursor.Number(), IndexFormat.ListFileLength);
        var positions = new StreamPlace(cursor.Number(), cursor.Number(), IndexFormat.PositionFileLength);
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
                FieldKey.Text => ReadText(ref cursor, key, lists, positions),
                FieldKey.Capitals => ReadCapitals(ref cursor, key, lists),
                _ => ReadSet(ref cursor, key, lists),
            });
        }

        return cursor.IsAtEnd ? entries : throw new InvalidDataException("A block of the search index holds more than it says.");
    }

    private static DictionaryEntry ReadText(ref ByteCursor cursor, byte[] key, StreamPlace lists, StreamPlace positions)
    {
        var surface = ByteCursor.Text(cursor.Shared(key.AsSpan(1)));
        var textCount = cursor.Number();
        var titleCount = cursor.Number();
        var text = ReadList(ref cursor, textCount, lists);
        var title = ReadList(ref cursor, titleCount, lists);
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

    private static DictionaryEntry ReadCapitals(ref ByteCursor cursor, byte[] key, StreamPlace lists)
    {
        var count = cursor.Number();
        return new DictionaryEntry(key) { Text = new ListRef(count, ReadList(ref cursor, count, lists), []) };
    }

    private static DictionaryEntry ReadSet(ref ByteCursor cursor, byte[] key, StreamPlace lists)
    {
        var count = cursor.Number();
        var length = cursor.Number();
        return new DictionaryEntry(key)
        {
            SetCount = count,
            Set = count <= IndexFormat.WholeInDictionary ? new PieceRef(cursor.Bytes(length).ToArray(), 0, 0, length) : lists.Next(length),
        };
    }

    private static List<PieceRef> ReadList(ref ByteCursor cursor, int count, StreamPlace stream)
    {
        var pieces = new List<PieceRef>();
        if (count == 0)
        {
            return pieces;
        }

        var head = cursor.Number();
        pieces.Add(new PieceRef(cursor.Bytes(head).ToArray(), 0, 0, head));
        foreach (var _ in IndexFormat.Pieces(count).Skip(1))
        {
            var length = cursor.Number();
            cursor.Number(); // frequency and class of the piece's first group: a bound for readers that stop early
            cursor.Number();
            pieces.Add(stream.Next(length));
        }

        return pieces;
    }

    private static List<PieceRef> ReadPositions(ref ByteCursor cursor, int count, StreamPlace stream)
    {
        var pieces = new List<PieceRef>();
        for (var left = count; left > 0; left -= IndexFormat.UnitsPerPositionPiece)
        {
            var length = cursor.Number();
            pieces.Add(count <= IndexFormat.PositionsInDictionary ? new PieceRef(cursor.Bytes(length).ToArray(), 0, 0, length) : stream.Next(length));
        }

        return pieces;
    }

    /// <summary>Follows where the pieces of a stream lie, as <see cref="StreamFiles"/> laid them.</summary>
    private sealed class StreamPlace(int file, int offset, int fileLength)
    {
        private int _file = file;
        private int _offset = offset;

        public PieceRef Next(int length)
        {
            if (_offset > 0 && _offset + length > fileLength)
            {
                _file++;
                _offset = 0;
            }

            var piece = new PieceRef(null, _file, _offset, length);
            _offset += length;
            return piece;
        }
    }
}
