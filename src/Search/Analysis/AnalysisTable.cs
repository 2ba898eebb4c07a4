using Blog.Text;

namespace Blog.Search.Analysis;

/// <summary>Reads the analysis tables that are built into the program as text files.</summary>
internal static class AnalysisTable
{
    /// <summary>The lines of a table, comments and empty lines left out.</summary>
    /// <param name="name">Its file name in <c>src/Search/Analysis</c> without <c>.table.txt</c>.</param>
    public static IEnumerable<string> Lines(string name) => EmbeddedText.Lines("Search.Analysis." + name);
}
