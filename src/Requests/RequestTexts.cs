using System.Reflection;
using System.Text;

namespace Blog.Requests;

/// <summary>Reads the embedded tables and letters of requests.</summary>
internal static class RequestTexts
{
    /// <summary>Lines of a table as cells; blank lines and lines that begin with <c>#</c> are left out.</summary>
    /// <param name="name">Its file name without <c>.table.txt</c>.</param>
    public static IReadOnlyList<string[]> Rows(string name) =>
        [.. Text(name + ".table").Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t'))];

    /// <summary>The text of a letter, as it stands in its file.</summary>
    /// <param name="name">Its word in the table of letters.</param>
    public static string Letter(string name) => Text("Letters." + name + ".letter");

    private static string Text(string name)
    {
        var resource = $"Blog.src.Requests.{name}.txt"; // named by its folder in the project
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The program lacks its part {resource}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
