using Blog.Text;

namespace Blog.Redact.Facts;

/// <summary>Reads the embedded tables of the fact finder: lines of cells between tabs, <c>#</c> for remarks.</summary>
internal static class FactTable
{
    /// <summary>Lines of a table as cells, trimmed; blank lines and remarks left out.</summary>
    /// <param name="name">Its name within this folder, with dots for slashes and without <c>.table.txt</c>.</param>
    public static IEnumerable<string[]> Read(string name) => EmbeddedText.Rows("Redact.Facts." + name).Select(cells => Array.ConvertAll(cells, cell => cell.Trim()));

    /// <summary>The parts of a cell between semicolons, trimmed, empty ones left out.</summary>
    public static string[] Parts(string cell) => cell.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
