using System.Text;

namespace Blog.Gate.Units;

/// <summary>Says to which post or comment a byte of a file of <c>input/</c> belongs, by the ids that stand in it as text.</summary>
/// <remarks>Read by lines and not by the readers of posts and threads: what is about to be committed may be broken, and must be checked all the same.</remarks>
internal sealed class InputUnits
{
    private readonly List<(int Start, string Unit)> _parts = [];

    /// <summary>Reads a file.</summary>
    public static InputUnits Of(ReadOnlySpan<byte> bytes)
    {
        var units = new InputUnits();
        var start = 0;
        var isNamed = false;
        for (var at = 0; at < bytes.Length;)
        {
            var length = bytes[at..].IndexOf((byte)'\n');
            var line = length < 0 ? bytes[at..] : bytes.Slice(at, length);
            if (line.SequenceEqual("--- comment"u8))
            {
                start = at;
                isNamed = false;
            }
            else if (!isNamed && (line.StartsWith("id: "u8) || (at == 0 && line.StartsWith("thread: "u8))))
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

    /// <summary>Every unit of the file.</summary>
    public IReadOnlySet<string> All => _parts.Select(part => part.Unit).ToHashSet(StringComparer.Ordinal);
}
