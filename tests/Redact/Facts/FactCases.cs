namespace Blog.Tests.Redact.Facts;

/// <summary>Lines of the case files of the fact tests as cells, without remarks.</summary>
internal static class FactCases
{
    public static IEnumerable<string[]> Cells(string file) => File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Redact", "Facts", "Cases", file))
        .Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split(" | "));
}
