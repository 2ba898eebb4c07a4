using System.Reflection;
using System.Text;

namespace Blog.Vault;

/// <summary>Reads the vault's embedded files: tables of tab-separated lines, and the migrations.</summary>
internal static class VaultTable
{
    /// <summary>Lines of a table as cells; blank lines and lines that begin with <c>#</c> are left out.</summary>
    public static IEnumerable<string[]> Read(string name) =>
        Text(name).Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t'));

    /// <summary>Text of an embedded file, by its name within this folder with dots for slashes.</summary>
    public static string Text(string name)
    {
        var resource = "Blog.src.Vault." + name; // the folder as MSBuild spells it
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The program lacks its part {resource}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
