using System.Collections.Frozen;

namespace Blog.Gate.Bytes;

/// <summary>Elements by what their tags do to the words around them. Every other element, of HTML or XML, is a block.</summary>
internal static class ElementTable
{
    /// <summary>Phrasing elements (HTML standard, section 3.2.5.2.5) whose tags may stand inside a word.</summary>
    private static readonly FrozenSet<string> Inline = new[]
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "blink", "button", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins", "kbd", "label",
        "map", "mark", "meter", "nobr", "output", "picture", "q", "rb", "rp", "rt", "ruby", "s", "samp", "slot", "small", "span", "strike", "strong", "sub", "sup",
        "svg", "tspan", "time", "tt", "u", "var", "wbr", "template", "noscript", "meta", "link", "input",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Elements without an end tag (HTML standard, section 13.1.2).</summary>
    private static readonly FrozenSet<string> Void = new[]
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> InlineLookup = Inline.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> VoidLookup = Void.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether tags of this name leave a word whole; the name in any case.</summary>
    public static bool IsInline(ReadOnlySpan<byte> name) => Has(InlineLookup, name);

    /// <summary>Whether an element of this name has no end tag.</summary>
    public static bool IsVoid(ReadOnlySpan<byte> name) => Has(VoidLookup, name);

    private static bool Has(FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> set, ReadOnlySpan<byte> name)
    {
        Span<char> lower = stackalloc char[12];
        if (name.Length > lower.Length)
        {
            return false;
        }

        for (var i = 0; i < name.Length; i++)
        {
            lower[i] = char.ToLowerInvariant((char)name[i]);
        }

        return set.Contains(lower[..name.Length]);
    }
}
