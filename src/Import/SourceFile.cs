namespace Blog.Import;

/// <summary>One file of what was given to <c>import</c>: lying by itself, in a folder, or in a zip.</summary>
public sealed class SourceFile
{
    private readonly Func<Stream> _open;

    /// <summary>A file that is opened anew on every reading.</summary>
    /// <param name="name">How messages name it: its path as the user gave it; within a zip <c>backup.zip/inner/path</c>.</param>
    /// <param name="path">Its path below what was given, with <c>/</c> between the parts; only the file's own name where it was given itself.</param>
    /// <param name="open">Opens it for reading from its beginning; the stream need not be able to seek.</param>
    public SourceFile(string name, string path, Func<Stream> open)
    {
        Name = name;
        Path = path;
        _open = open;
    }

    /// <summary>How messages name it.</summary>
    public string Name { get; }

    /// <summary>Its path below what was given, with <c>/</c> between the parts.</summary>
    public string Path { get; }

    /// <summary>Its own name.</summary>
    public string FileName => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>The folder it lies in, below what was given; empty at the top.</summary>
    public string Folder => Path.LastIndexOf('/') is > 0 and var end ? Path[..end] : string.Empty;

    /// <summary>Why it ends before its end, as a phrase; null where nothing is known to be wrong with it. Said by the last reading.</summary>
    public string? Fault { get; internal set; }

    /// <summary>Opens it for reading from its beginning.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public Stream Open() => _open();

    /// <summary>Its first bytes, at most so many.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public byte[] First(int count)
    {
        using var stream = Open();
        using var bytes = new MemoryStream();
        var buffer = new byte[Math.Min(count, 64 * 1024)];
        while (bytes.Length < count && stream.Read(buffer, 0, (int)Math.Min(buffer.Length, count - bytes.Length)) is > 0 and var read)
        {
            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }
}
