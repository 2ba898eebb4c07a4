using Blog.Text;

namespace Blog.Redact.Gazetteers;

/// <summary>Reads the gazetteers that are built into the program as text files.</summary>
internal static class GazetteerFile
{
    private static readonly char[] Blank = [' '];

    /// <summary>The lines of a table; blank lines and lines that begin with <c>#</c> are left out.</summary>
    /// <param name="name">Its file name in <c>src/Redact/Gazetteers</c> without <c>.table.txt</c>.</param>
    public static IEnumerable<string> Lines(string name) => EmbeddedText.Lines("Redact.Gazetteers." + name);

    /// <summary>The words of a table that has nothing but words with blanks between them.</summary>
    public static IEnumerable<string> Words(string name) => Lines(name).SelectMany(line => line.Split(Blank, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The cells of a table of tab-separated lines.</summary>
    public static IEnumerable<string[]> Rows(string name) => Lines(name).Select(line => line.Split('\t'));
}
