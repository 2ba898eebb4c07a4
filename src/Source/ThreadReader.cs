using Blog.Model;

namespace Blog.Source;

/// <summary>Reads a thread file (docs/thread-format.md): a canonical one at full speed, any other by hand and with findings.</summary>
public static class ThreadReader
{
    /// <summary>Reads a thread.</summary>
    /// <param name="utf8">The whole file.</param>
    /// <param name="path">Its path within <c>input/</c>, for messages.</param>
    /// <exception cref="SourceException">The file cannot be read with certainty: a key, id, state or date is not understood, an id repeats, comments answer each other in a circle, the file is not UTF-8 or of another format.</exception>
    public static ThreadReadResult Read(ReadOnlySpan<byte> utf8, string path) =>
        CanonicalThreadReader.TryRead(utf8, out var thread)
            ? new ThreadReadResult(thread, [], Canonical: true)
            : TolerantThreadReader.Read(utf8, path);
}
