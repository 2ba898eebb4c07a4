using System.Text;
using Blog.Source;

namespace Blog.Gate.Units;

/// <summary>Says to which post or comment a byte of a file of <c>input/</c> belongs, by the ids that stand in it as text.</summary>
/// <remarks>Read by lines and not by the readers of posts and threads: what is about to be committed may be broken, and must be checked all the same.</remarks>
internal sealed class InputUnits
{
    private readonly List<(int Start, string Unit)> _parts = [];
    private readonly List<(int Start, int End)> _ownWords = [];

    /// <summary>Reads a file.</summary>
    public static InputUnits Of(ReadOnlySpan<byte> bytes)
    {
        var units = new InputUnits();
        var start = 0;
        var isNamed = false;
        var isHead = true; // the first lines of the file, and those under the line that opens a comment
        for (var at = 0; at < bytes.Length;)
        {
            var length = bytes[at..].IndexOf((byte)'\n');
            var line = length < 0 ? bytes[at..] : bytes.Slice(at, length);
            isHead = at == 0 || (isHead && !line.IsEmpty && !line.SequenceEqual("---"u8));
            if (line.SequenceEqual("--- comment"u8))
            {
                start = at;
                isNamed = false;
                isHead = true;
                units._ownWords.Add((at, at + line.Length));
            }
            else if (isHead)
            {
                units.ReadHead(line, at);
            }

            if (!isNamed && (line.StartsWith("id: "u8) || (at == 0 && line.StartsWith("thread: "u8))))
            {
                var value = line[(line.IndexOf((byte)':') + 2)..];
                units._parts.Add((start, Encoding.UTF8.GetString(value).Trim().Trim('"', '\'')));
                isNamed = true;
            }

            at += (length < 0 ? line.Length : length) + 1;
        }

        return units;
    }

    /// <summary>The unit of a byte; null where the file names none before it.</summary>
    public string? At(int offset)
    {
        string? unit = null;
        foreach (var part in _parts)
        {
            if (part.Start > offset)
            {
                break;
            }

            unit = part.Unit;
        }

        return unit;
    }

    /// <summary>Whether bytes are words of the program's own: the keys of a head, and the words of a closed list behind them.</summary>
    public bool IsOwnWord(int start, int end) => _ownWords.Any(word => word.Start <= start && end <= word.End);

    /// <summary>Every unit of the file.</summary>
    public IReadOnlySet<string> All => _parts.Select(part => part.Unit).ToHashSet(StringComparer.Ordinal);

    /// <summary>A line of a head: its key is ours where it is one of a post's or a comment's, and its value where that can only be a word of ours.</summary>
    private void ReadHead(ReadOnlySpan<byte> line, int at)
    {
        var colon = line.IndexOf((byte)':');
        if (colon <= 0 || !InputWords.IsKey(line[..colon]))
        {
            return;
        }

        _ownWords.Add((at, at + (InputWords.IsWord(line[..colon], line[(colon + 1)..].Trim((byte)' ')) ? line.Length : colon)));
    }
}
