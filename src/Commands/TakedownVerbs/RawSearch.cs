using System.Text;
using Blog.Release.Erasure;
using Blog.Source;

namespace Blog.Commands.TakedownVerbs;

/// <summary>Looks for pieces of an erased text in the raw bytes of every file that this program writes, as UTF-8 and UTF-16: the proof does not trust what it proves.</summary>
/// <param name="pieces">Pieces of the text, at least as long as nobody else's.</param>
/// <param name="passages">Passages of what was ever erased, looked for where no piece is at hand any more: after an erasure that was cut off.</param>
internal sealed class RawSearch(IEnumerable<string> pieces, PassageFinder passages)
{
    private readonly RawPieces _pieces = new(pieces);

    /// <summary>Pieces that are looked for, in two encodings each.</summary>
    public int Pieces => _pieces.Count;

    /// <summary>Files looked at.</summary>
    public int Files { get; private set; }

    /// <summary>Their bytes.</summary>
    public long Bytes { get; private set; }

    /// <summary>Files in which a piece stands.</summary>
    public List<string> Found { get; } = [];

    /// <summary>Looks at all files of a folder but the empty ones that are locked while the store or a build is open.</summary>
    public void In(string folder)
    {
        string[] files = Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) is not ("vault.lock" or "lock")).Order(StringComparer.Ordinal)] : [];
        foreach (var file in files)
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            Look(file, stream);
        }
    }

    private void Look(string file, FileStream stream)
    {
        const int chunk = 8 * 1024 * 1024;
        const int passage = 4096; // more bytes than the letters of a passage take, with marks and spaces between them
        var longest = _pieces.Count == 0 ? passage : _pieces.Longest;
        var buffer = new byte[chunk + longest];
        var kept = 0; // the end of the chunk before, so that nothing is cut in two
        Files++;
        for (int read; (read = stream.Read(buffer, kept, chunk)) > 0;)
        {
            Bytes += read;
            var bytes = buffer.AsSpan(0, kept + read);
            if (_pieces.StandIn(bytes) || (_pieces.Count == 0 && passages.Count > 0 && (passages.Find(Encoding.UTF8.GetString(bytes)).Count > 0 || passages.Find(Encoding.Unicode.GetString(bytes)).Count > 0)))
            {
                Found.Add(file);
                return;
            }

            kept = Math.Min(longest, bytes.Length);
            bytes[^kept..].CopyTo(buffer);
        }
    }
}
