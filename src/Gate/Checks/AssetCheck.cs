using System.Text;
using Blog.Gate.Bytes;

namespace Blog.Gate.Checks;

/// <summary>Style sheets and drawings load nothing from another host and run nothing.</summary>
internal sealed class AssetCheck(SiteLinks links)
{
    public const string Name = "assets";

    private static readonly string[] RunningStyle = ["expression(", "behavior:", "-moz-binding", "javascript:"];
    private static readonly string[] RunningElements = ["<script", "<foreignobject", "<iframe", "<embed", "<object", "<animate", "<set", "<handler", "<!doctype", "<!entity", "<?xml-stylesheet"];

    private readonly List<GateFinding> _findings = [];

    public IReadOnlyList<GateFinding> Findings => _findings;

    /// <summary>Reads one style sheet or drawing.</summary>
    public void Read(string file, byte[] bytes)
    {
        if (file.EndsWith(".css", StringComparison.Ordinal))
        {
            ReadStyle(file, bytes);
        }
        else if (file.EndsWith(".svg", StringComparison.Ordinal))
        {
            ReadDrawing(file, bytes);
        }
    }

    private void ReadStyle(string file, byte[] bytes)
    {
        // CSS escapes could spell "url" and "import" in other letters.
        var decoded = EscapeBytes.Decode(new ByteLayer(bytes, null, IsMarkup: false), 0, bytes.Length, EscapeKind.Backslash, isStyle: true);
        var text = Encoding.UTF8.GetString(decoded.Bytes.Span);
        if (text.Contains("@import", StringComparison.OrdinalIgnoreCase) || text.Contains("image-set(", StringComparison.OrdinalIgnoreCase) || text.Contains("src(", StringComparison.OrdinalIgnoreCase))
        {
            Add(file, "loads another style sheet or a set of pictures.", "Put everything into the theme's own style sheet.");
        }

        if (Array.Exists(RunningStyle, word => text.Contains(word, StringComparison.OrdinalIgnoreCase)))
        {
            Add(file, "holds something that old browsers run.", "Take it out of the theme.");
        }

        for (var at = text.IndexOf("url(", StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf("url(", at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var close = text.IndexOf(')', at);
            CheckAddress(file, text[(at + 4)..(close < 0 ? text.Length : close)].Trim().Trim('"', '\''));
        }
    }

    private void ReadDrawing(string file, byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes).ToLowerInvariant();
        if (Array.Exists(RunningElements, element => text.Contains(element, StringComparison.Ordinal)))
        {
            Add(file, "is a drawing that runs or loads something.", "Draw it with shapes alone.");
        }

        for (var at = text.IndexOf('<', StringComparison.Ordinal); at >= 0; at = text.IndexOf('<', at + 1))
        {
            var close = text.IndexOf('>', at);
            foreach (var attribute in (close < 0 ? text[at..] : text[at..close]).Split([' ', '\t', '\n', '\r', '/'], StringSplitOptions.RemoveEmptyEntries).Skip(1))
            {
                if (attribute.StartsWith("on", StringComparison.Ordinal) && attribute.Contains('=', StringComparison.Ordinal))
                {
                    Add(file, "is a drawing with a handler.", "Draw it with shapes alone.");
                }
                else if (attribute.Contains("href=", StringComparison.Ordinal) || attribute.Contains("url(", StringComparison.Ordinal))
                {
                    var value = attribute[(attribute.IndexOfAny(['=', '(']) + 1)..].Trim('"', '\'', ')');
                    value = value.StartsWith("url(", StringComparison.Ordinal) ? value[4..].TrimStart('"', '\'') : value;
                    CheckAddress(file, value);
                }
            }
        }
    }

    private void CheckAddress(string file, string address)
    {
        if (address.Length == 0 || address[0] == '#' || address.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        if (!links.TryResolve(file, address, out var target, out _))
        {
            Add(file, "loads something from another host, which tells that host who reads this site.", "Put the file into the theme.");
        }
        else if (target is null)
        {
            Add(file, "loads a file that is not on this site.", "Put the file into the theme, or take the address out.");
        }
    }

    private void Add(string file, string what, string remedy) => _findings.Add(new GateFinding(Name, file, 0, what, remedy));
}
