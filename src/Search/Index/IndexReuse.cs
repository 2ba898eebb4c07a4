namespace Blog.Search.Index;

/// <summary>Spares the making of an index the pages that the last one was made of, and keeps what was read for the next.</summary>
/// <remarks>What was read is written to a file of its own at first: it counts, and the last one is gone, once the site is published.</remarks>
public sealed class IndexReuse : IDisposable
{
    private readonly string _file;
    private readonly string _next;
    private readonly string _program;
    private readonly bool _isFull;
    private IndexMemory _before = IndexMemory.None;
    private bool _stays;
    private IReadOnlyDictionary<string, string> _hashes = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Prepares the making of an index.</summary>
    /// <param name="folder">The private folder of builds.</param>
    /// <param name="program">Identity of this program: another one may read the same page otherwise.</param>
    /// <param name="isFull">Whether to read everything anew.</param>
    public IndexReuse(string folder, string program, bool isFull)
    {
        _file = Path.Combine(folder, "index.memory");
        _next = Path.Combine(folder, "index-next"); // a folder: what a killed build left of those is cleared away
        _program = program;
        _isFull = isFull;
    }

    private string NextFile => Path.Combine(_next, "index.memory");

    /// <summary>Reads what the last index left, once the pages are made.</summary>
    /// <param name="hashes">The hash of each page by its path.</param>
    public void Begin(IReadOnlyDictionary<string, string> hashes)
    {
        _hashes = hashes;
        _before = _isFull ? IndexMemory.None : IndexMemory.Read(_file, _program);
    }

    /// <summary>Notes that the pages are those of the last index, to the byte, so that what was read of them stays.</summary>
    public void Stay() => _stays = true;

    /// <summary>Forgets the pages of the last site. Done before another one is published, so that no word is left that the new one may have lost.</summary>
    public void Forget()
    {
        if (!_stays)
        {
            File.Delete(_file);
        }
    }

    /// <summary>Keeps what was read, once the site is published.</summary>
    public void Keep()
    {
        if (File.Exists(NextFile))
        {
            File.Move(NextFile, _file, overwrite: true);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Directory.Exists(_next))
        {
            Directory.Delete(_next, recursive: true);
        }
    }

    /// <summary>What is known of a page as it is now.</summary>
    internal bool TryPage(string path, out ReadPage page)
    {
        page = null!; // not read where it is not found
        return _hashes.TryGetValue(path, out var hash) && _before.TryPage(path, hash, out page);
    }

    /// <summary>Writes what was read of all pages.</summary>
    internal void Write(IEnumerable<ReadPage> pages, CommonWords words)
    {
        Directory.CreateDirectory(_next);
        _before = IndexMemory.None; // it is large, and everything was asked of it
        IndexMemory.Write(NextFile, _program, [.. pages.Where(page => _hashes.ContainsKey(page.Path)).OrderBy(page => page.Path, StringComparer.Ordinal).Select(page => (_hashes[page.Path], page))], words);
    }
}
