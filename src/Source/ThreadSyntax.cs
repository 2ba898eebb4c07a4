using Blog.Model;

namespace Blog.Source;

/// <summary>The fixed words of a thread file (docs/thread-format.md).</summary>
internal static class ThreadSyntax
{
    /// <summary>The line that opens a comment.</summary>
    public const string Separator = "--- comment";

    /// <summary>The one version of the format.</summary>
    public const string Format = "1";

    /// <summary>Keys of a comment in the order in which they are written.</summary>
    public static readonly string[] Keys = ["id", "number", "parent", "author", "date", "state", "reason", "inferred", "unresolved", "also"];

    /// <summary>The only reasons that a removed comment may give its readers.</summary>
    public static readonly string[] Reasons =
        [.. Enum.GetValues<CommentState>().Select(CommentStateTable.ReasonFor).OfType<string>().Distinct(StringComparer.Ordinal), CommentStateTable.BeingReviewed];

    /// <summary><see cref="Separator"/> in bytes.</summary>
    public static ReadOnlySpan<byte> SeparatorBytes => "--- comment"u8;

    /// <summary>Whether a line is backslashes, none or more, and then begins as the separator does: such a line of a body is written with one backslash more.</summary>
    public static bool NeedsEscape(ReadOnlySpan<char> line) =>
        line.TrimStart('\\').StartsWith(Separator, StringComparison.Ordinal);

    /// <summary>The body as it stands in the file.</summary>
    public static string Escape(string body) => body.Contains(Separator, StringComparison.Ordinal)
        ? string.Join('\n', body.Split('\n').Select(line => NeedsEscape(line) ? "\\" + line : line))
        : body;

    /// <summary>The body of a file's text; undoes <see cref="Escape"/>.</summary>
    public static string Unescape(string body) => body.Contains(Separator, StringComparison.Ordinal)
        ? string.Join('\n', body.Split('\n').Select(line => line.StartsWith('\\') && NeedsEscape(line) ? line[1..] : line))
        : body;
}
