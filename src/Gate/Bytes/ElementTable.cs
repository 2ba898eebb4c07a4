using System.Collections.Frozen;
using System.Text;

namespace Blog.Gate.Bytes;

/// <summary>Elements by what their tags do to the words around them. Every other element, of HTML or XML, is a block.</summary>
internal static class ElementTable
{
    /// <summary>Phrasing elements (HTML standard, section 3.2.5.2.5) whose tags may stand inside a word.</summary>
    private static readonly FrozenSet<ulong> Inline = Set(
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "blink", "button", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins", "kbd", "label",
        "map", "mark", "meter", "nobr", "output", "picture", "q", "rb", "rp", "rt", "ruby", "s", "samp", "slot", "small", "span", "strike", "strong", "sub", "sup",
        "svg", "tspan", "time", "tt", "u", "var", "wbr", "template", "noscript", "meta", "link", "input");

    /// <summary>Elements without an end tag (HTML standard, section 13.1.2).</summary>
    private static readonly FrozenSet<ulong> Void = Set(
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr");

    /// <summary>Whether tags of this name leave a word whole; the name in any case.</summary>
    public static bool IsInline(ReadOnlySpan<byte> name) => Has(Inline, name);

    /// <summary>Whether an element of this name has no end tag.</summary>
    public static bool IsVoid(ReadOnlySpan<byte> name) => Has(Void, name);

    private static FrozenSet<ulong> Set(params string[] names) => names.Select(name => Key(Encoding.ASCII.GetBytes(name))).ToFrozenSet();

    private static bool Has(FrozenSet<ulong> set, ReadOnlySpan<byte> name) => name.Length is > 0 and <= sizeof(ulong) && set.Contains(Key(name));

    /// <summary>A name of at most eight bytes as one number, capitals as small letters: asked for every tag of a site. A name begins with a letter, so no two have the same.</summary>
    private static ulong Key(ReadOnlySpan<byte> name)
    {
        var key = 0UL;
        foreach (var letter in name)
        {
            key = (key << 8) | (letter is >= (byte)'A' and <= (byte)'Z' ? letter | 0x20u : letter);
        }

        return key;
    }
}
