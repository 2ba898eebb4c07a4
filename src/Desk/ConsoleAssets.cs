using System.Collections.Frozen;
using System.Text;

namespace Blog.Desk;

/// <summary>The files of the console: its stylesheet and script, and the site's own stylesheet for what readers will see.</summary>
internal static class ConsoleAssets
{
    private static readonly FrozenDictionary<string, (string Type, byte[] Bytes)> Files = new Dictionary<string, (string, byte[])>(StringComparer.Ordinal)
    {
        ["/assets/console.css"] = ("text/css; charset=utf-8", Read("desk/console.css")),
        ["/assets/reader.css"] = ("text/css; charset=utf-8", Encoding.UTF8.GetBytes(Within(".reader", Encoding.UTF8.GetString(Read("theme/site.css"))))),
        ["/assets/console.js"] = ("text/javascript; charset=utf-8", Read("desk/console.js")),
        ["/assets/icon.svg"] = ("image/svg+xml", Read("theme/icon.svg")),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>A file by its path.</summary>
    public static bool TryGet(string path, out (string Type, byte[] Bytes) file) => Files.TryGetValue(path, out file);

    /// <summary>The site's stylesheet as it holds within one element: every rule nested (CSS Nesting, W3C), what is said of the root and the body said of the element.</summary>
    internal static string Within(string element, string css) =>
        element + " {\n" + css.Replace(":root {", "& {", StringComparison.Ordinal).Replace("\nhtml {", "\n& {", StringComparison.Ordinal).Replace("\nbody {", "\n& {", StringComparison.Ordinal) + "\n}\n";

    private static byte[] Read(string name)
    {
        using var stream = typeof(ConsoleAssets).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The asset {name} is not embedded.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
