namespace Blog.Search.Index;

/// <summary>Writes the dictionary: blocks of keys in order, each with the beginning of its lists; the rest of the lists and the positions go to streams.</summary>
internal sealed class DictionaryFiles
{
    private readonly StreamFiles _lists = new(IndexFormat.ListFileLength);
    private readonly StreamFiles _positions = new(IndexFormat.PositionFileLength);
    private readonly List<byte[]> _blocks = [];
    private readonly List<string> _firstKeys = [];
    private readonly ByteList _block = new();
    private (int File, int Offset) _listPlace;
    private (int File, int Offset) _positionPlace;
    private int _entries;
    private byte[] _keyBefore = [];

    /// <summary>The blocks, before compression.</summary>
    public IReadOnlyList<byte[]> Blocks => _blocks;

    /// <summary>The first key of each block.</summary>
    public IReadOnlyList<string> FirstKeys => _firstKeys;

    /// <summary>Adds a key, above all before.</summary>
    public void Add(EncodedEntry entry)
    {
        if (_entries == 0)
        {
            _listPlace = _lists.Place;
            _positionPlace = _positions.Place;
            _keyBefore = [];
            _firstKeys.Add(ByteCursor.Text(entry.Key));
        }

        WriteShared(entry.Key, _keyBefore);
        _keyBefore = entry.Key;
        _entries++;
        if (entry.Set is { } set)
        {
            _block.Number(entry.SetCount);
            WritePiece(set, isInline: entry.SetCount <= IndexFormat.WholeInDictionary);
        }
        else if (entry.Key[0] == FieldKey.Text)
        {
            WriteShared(entry.Surface, entry.Key.AsSpan(1));
            _block.Number(entry.Text?.Postings ?? 0);
            _block.Number(entry.Title?.Postings ?? 0);
            WriteList(entry.Text);
            WriteList(entry.Title);
            if (entry.Title is not null)
            {
                _block.Counted(entry.TitleTexts);
            }

            WritePositions(entry.Text, entry.TextPositions);
            WritePositions(entry.Title, entry.TitlePositions);
        }
        else
        {
            _block.Number(entry.Text!.Postings); // not null: a capital form has a list and nothing else
            WriteList(entry.Text);
        }

        if (_block.Length >= IndexFormat.BlockLength)
        {
            EndBlock();
        }
    }

    /// <summary>Ends the last block; the files of the lists' tails and of the positions.</summary>
    public (IReadOnlyList<byte[]> Lists, IReadOnlyList<byte[]> Positions) Finish()
    {
        if (_entries > 0)
        {
            EndBlock();
        }

        return (_lists.Finish(), _positions.Finish());
    }

    private void EndBlock()
    {
        var block = new ByteList();
        block.Number(_listPlace.File);
        block.Number(_listPlace.Offset);
        block.Number(_positionPlace.File);
        block.Number(_positionPlace.Offset);
        block.Number(_entries);
        block.Bytes(_block.Span);
        _blocks.Add(block.ToArray());
        _block.Clear();
        _entries = 0;
    }

    private void WriteShared(ReadOnlySpan<byte> text, ReadOnlySpan<byte> before)
    {
        var shared = text.CommonPrefixLength(before);
        _block.Number(shared);
        _block.Counted(text[shared..]);
    }

    private void WriteList(ScoredList? list)
    {
        if (list is null)
        {
            return;
        }

        _block.Counted(list.Pieces[0].Bytes);
        foreach (var piece in list.Pieces.Skip(1))
        {
            _block.Number(piece.Bytes.Length);
            _block.Number(piece.Frequency);
            _block.Number(piece.Class);
            _lists.Add(piece.Bytes);
        }
    }

    private void WritePositions(ScoredList? list, IReadOnlyList<byte[]> pieces)
    {
        if (list is null)
        {
            return;
        }

        foreach (var piece in pieces)
        {
            _block.Number(piece.Length);
            if (list.Postings <= IndexFormat.PositionsInDictionary)
            {
                _block.Bytes(piece);
            }
            else
            {
                _positions.Add(piece);
            }
        }
    }

    private void WritePiece(byte[] piece, bool isInline)
    {
        _block.Number(piece.Length);
        if (isInline)
        {
            _block.Bytes(piece);
        }
        else
        {
            _lists.Add(piece);
        }
    }
}
