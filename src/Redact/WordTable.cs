using Blog.Text;

namespace Blog.Redact;

/// <summary>Reads the embedded word lists: one word a line, <c>#</c> for remarks.</summary>
public static class WordTable
{
    /// <summary>Words that everybody uses (table <c>common-words</c>), lower case: a name that is one of them means the name in few places only.</summary>
    internal static IReadOnlySet<string> Common { get; } = new HashSet<string>(Read("Redact.common-words"), StringComparer.Ordinal);

    /// <summary>The words of a list in the order of the file.</summary>
    /// <param name="name">Its place below <c>src</c>, e.g. <c>Redact.common-words</c>.</param>
    public static IReadOnlyList<string> Read(string name) => [.. EmbeddedText.Lines(name).Select(line => line.Trim()).Where(line => line.Length > 0)];
}
