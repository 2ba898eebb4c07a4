namespace Blog.Search.Analysis;

/// <summary>Reads the analysis tables that are built into the program as text files.</summary>
internal static class AnalysisTable
{
    /// <summary>The lines of a table, comments and empty lines left out.</summary>
    /// <param name="name">Its file name in <c>src/Search/Analysis</c> without <c>.table.txt</c>.</param>
    public static IEnumerable<string> Lines(string name)
    {
        var resource = $"Blog.src.Search.Analysis.{name}.table.txt";
        using var stream = typeof(AnalysisTable).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The program was built without its table {resource}: rebuild it from a complete checkout.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }
}
