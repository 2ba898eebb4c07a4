using System.Reflection;
using System.Text;

namespace Blog.Redact.Gazetteers;

/// <summary>Reads the gazetteers that are built into the program as text files.</summary>
internal static class GazetteerFile
{
    private static readonly char[] Blank = [' '];

    /// <summary>The lines of a table; blank lines and lines that begin with <c>#</c> are left out.</summary>
    /// <param name="name">Its file name in <c>src/Redact/Gazetteers</c> without <c>.table.txt</c>.</param>
    public static IEnumerable<string> Lines(string name)
    {
        var resource = $"Blog.src.Redact.Gazetteers.{name}.table.txt"; // named by its folder in the project
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The program was built without its table {resource}: rebuild it from a complete checkout.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }

    /// <summary>The words of a table that has nothing but words with blanks between them.</summary>
    public static IEnumerable<string> Words(string name) => Lines(name).SelectMany(line => line.Split(Blank, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The cells of a table of tab-separated lines.</summary>
    public static IEnumerable<string[]> Rows(string name) => Lines(name).Select(line => line.Split('\t'));
}
