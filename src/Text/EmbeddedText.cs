using System.Text;

namespace Blog.Text;

/// <summary>Reads the text files that are built into the program: tables, lists, letters. Each lies beside the code that reads it.</summary>
internal static class EmbeddedText
{
    /// <summary>The whole text of a file, UTF-8.</summary>
    /// <param name="name">Its place below <c>src</c> with dots for slashes, as MSBuild spells it, e.g. <c>Html.entities.table.txt</c>.</param>
    /// <exception cref="InvalidOperationException">The program was built without it.</exception>
    public static string Read(string name)
    {
        using var reader = Open(name);
        return reader.ReadToEnd();
    }

    /// <summary>The lines of a table in its order; empty lines and remarks (lines that begin with <c>#</c>) are left out.</summary>
    /// <param name="table">As for <see cref="Read"/>, without <c>.table.txt</c>.</param>
    /// <exception cref="InvalidOperationException">The program was built without it.</exception>
    public static IEnumerable<string> Lines(string table)
    {
        using var reader = Open(table + ".table.txt");
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }

    /// <summary>The lines of a table as cells, which stand between tabs.</summary>
    /// <param name="table">As for <see cref="Lines"/>.</param>
    /// <exception cref="InvalidOperationException">The program was built without it.</exception>
    public static IEnumerable<string[]> Rows(string table) => Lines(table).Select(line => line.Split('\t'));

    private static StreamReader Open(string name) => new(
        typeof(EmbeddedText).Assembly.GetManifestResourceStream("Blog.src." + name) ?? throw new InvalidOperationException($"The program was built without its table {name}: rebuild it from a complete checkout."),
        Encoding.UTF8);
}
