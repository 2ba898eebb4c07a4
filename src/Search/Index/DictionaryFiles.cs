namespace Blog.Search.Index;

/// <summary>Writes the dictionary: blocks of keys in order, each with the beginning of its lists; the rest of the lists and the positions go to streams.</summary>
internal sealed class DictionaryFiles
{
    private readonly StreamFiles[] _streams = [.. Enum.GetValues<StreamKind>().Select(stream => new StreamFiles(IndexFormat.FileLength(stream)))];
    private readonly List<byte[]> _blocks = [];
    private readonly List<string> _firstKeys = [];
    private readonly ByteList _block = new();
    private (int File, int Offset)[] _places = []; // in each stream, when the block began
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
            _places = Array.ConvertAll(_streams, stream => stream.Place);
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
            WriteText(entry.Text);
            WriteList(entry.Title?.Pieces ?? [], StreamKind.PostLists);
            if (entry.Title is not null)
            {
                _block.Counted(entry.TitleTexts);
            }

            WritePositions(entry.Text?.Postings ?? 0, entry.TextPositions);
            WritePositions(entry.Title?.Postings ?? 0, entry.TitlePositions);
        }
        else
        {
            _block.Number(entry.Text!.Postings); // not null: a capital form has a list and nothing else
            WriteText(entry.Text);
        }

        if (_block.Length >= IndexFormat.BlockLength)
        {
            EndBlock();
        }
    }

    /// <summary>Ends the last block; the files of each stream.</summary>
    public IReadOnlyDictionary<StreamKind, IReadOnlyList<byte[]>> Finish()
    {
        if (_entries > 0)
        {
            EndBlock();
        }

        return Enum.GetValues<StreamKind>().ToDictionary(stream => stream, stream => _streams[(int)stream].Finish());
    }

    private void EndBlock()
    {
        var block = new ByteList();
        foreach (var (file, offset) in _places)
        {
            block.Number(file);
            block.Number(offset);
        }

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

    private void WriteText(PartedList? list)
    {
        if (list is not null)
        {
            _block.Number(list.Posts.Postings);
            WriteList(list.Posts.Pieces, StreamKind.PostLists);
            WriteList(list.Comments.Pieces, StreamKind.Lists);
        }
    }

    private void WriteList(IReadOnlyList<ListPiece> pieces, StreamKind stream)
    {
        for (var i = 0; i < pieces.Count; i++)
        {
            var piece = pieces[i];
            if (i == 0)
            {
                _block.Counted(piece.Bytes);
                continue;
            }

            _block.Number(piece.Bytes.Length);
            _block.Number(piece.Frequency);
            _block.Number(piece.Class);
            _streams[(int)stream].Add(piece.Bytes);
        }
    }

    private void WritePositions(int postings, IReadOnlyList<byte[]> pieces)
    {
        foreach (var piece in pieces)
        {
            _block.Number(piece.Length);
            if (postings <= IndexFormat.PositionsInDictionary)
            {
                _block.Bytes(piece);
            }
            else
            {
                _streams[(int)StreamKind.Positions].Add(piece);
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
            _streams[(int)StreamKind.Lists].Add(piece);
        }
    }
}
