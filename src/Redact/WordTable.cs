using System.Reflection;
using System.Text;

namespace Blog.Redact;

/// <summary>Reads the embedded word lists: one word a line, <c>#</c> for remarks.</summary>
public static class WordTable
{
    /// <summary>The words of a list in the order of the file.</summary>
    /// <param name="name">Its place below <c>src</c>, e.g. <c>Redact.common-words</c>.</param>
    public static IReadOnlyList<string> Read(string name)
    {
        var resource = $"Blog.src.{name}.table.txt"; // named by its folder in the project
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The program lacks its part {resource}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return [.. reader.ReadToEnd().Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#')];
    }
}
