using Blog.Text;

namespace Blog.Html;

/// <summary>Reads the tables that are built into the program as text files.</summary>
internal static class TableFile
{
    /// <summary>The lines of a table, comments and empty lines left out.</summary>
    /// <param name="name">Its file name in <c>src/Html</c> without <c>.table.txt</c>.</param>
    public static IEnumerable<string> Lines(string name) => EmbeddedText.Lines("Html." + name);
}
