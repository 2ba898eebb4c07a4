namespace Blog.Search.Index;

/// <summary>
/// Pieces one after the other in files of about one length. A piece lies whole in one file; where it lies follows from the lengths of those before it, so a
/// dictionary that gives lengths alone is enough to find it.
/// </summary>
/// <param name="fileLength">A file ends before a piece that would make it longer than this.</param>
internal sealed class StreamFiles(int fileLength)
{
    private readonly ByteList _current = new();
    private readonly List<byte[]> _files = [];

    /// <summary>Where the next piece would lie, unless it is too long for the rest of the file.</summary>
    public (int File, int Offset) Place => (_files.Count, _current.Length);

    /// <summary>Adds a piece.</summary>
    public void Add(ReadOnlySpan<byte> piece)
    {
        if (_current.Length > 0 && _current.Length + piece.Length > fileLength)
        {
            End();
        }

        _current.Bytes(piece);
    }

    /// <summary>All files.</summary>
    public IReadOnlyList<byte[]> Finish()
    {
        if (_current.Length > 0)
        {
            End();
        }

        return _files;
    }

    private void End()
    {
        _files.Add(_current.ToArray());
        _current.Clear();
    }
}
