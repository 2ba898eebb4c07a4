using System.Text;
using Blog.Model;

namespace Blog.Source;

/// <summary>Turns comments of a thread file into places without words, by its lines: what was erased must go whether or not the rest of the file can be read.</summary>
public static class ThreadTombstones
{
    private static readonly string[] Kept = ["id", "number", "parent", "inferred", "also"];

    /// <summary>The file with tombstones in the place of comments; the same text where it has none of them.</summary>
    /// <param name="text">The text of a thread file.</param>
    /// <param name="ids">Public ids of the comments.</param>
    /// <param name="state">What their places say.</param>
    public static string Put(string text, IReadOnlySet<string> ids, CommentState state)
    {
        if (!ids.Any(id => text.Contains("id: " + id, StringComparison.Ordinal)))
        {
            return text;
        }

        var made = new StringBuilder(text.Length);
        var blocks = text.Split("\n" + ThreadSyntax.Separator + "\n");
        made.Append(blocks[0]);
        foreach (var block in blocks.Skip(1))
        {
            made.Append('\n').Append(ThreadSyntax.Separator).Append('\n').Append(IsOf(block, ids) ? Tombstone(block, state, isLast: ReferenceEquals(block, blocks[^1])) : block);
        }

        return made.ToString();
    }

    private static bool IsOf(string block, IReadOnlySet<string> ids) => Keys(block).Any(line => line.Key == "id" && ids.Contains(line.Value));

    private static string Tombstone(string block, CommentState state, bool isLast)
    {
        var lines = Keys(block).Where(line => Kept.Contains(line.Key)).Append((Key: "state", Value: CommentStateTable.ToWord(state)))
            .OrderBy(line => Array.IndexOf(ThreadSyntax.Keys, line.Key)).Select(line => $"{line.Key}: {line.Value}\n");
        return string.Concat(lines) + (isLast ? "\n\n" : "\n"); // a body of no lines, and the blank line after it
    }

    private static IEnumerable<(string Key, string Value)> Keys(string block) =>
        block.Split('\n').TakeWhile(line => line.Length > 0).Select(line => (line, Colon: line.IndexOf(": ", StringComparison.Ordinal))).Where(line => line.Colon > 0).Select(line => (line.line[..line.Colon], line.line[(line.Colon + 2)..]));
}
