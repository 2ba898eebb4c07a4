using System.Buffers;

namespace Blog.Html;

/// <summary>
/// Says before parsing whether markup is small and flat enough. AngleSharp needs time that grows with the square of the elements that are
/// open at once (140 KB took 8 s) and of the attributes of one tag.
/// </summary>
internal static class MarkupLimits
{
    private const int MaximumAttributes = 1_000;

    private const int LongestName = 10; // of the elements counted by name; longer ones are one kind

    // Their end tags may be left out, and they end each other; void elements never stay open.
    private static readonly HashSet<string> NeverDeep =
    [
        "p", "li", "dt", "dd", "tr", "td", "th", "tbody", "thead", "tfoot", "option", "optgroup", "rt", "rp", "colgroup",
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    ];

    private static readonly SearchValues<char> AttributeBreaks = SearchValues.Create(" \t\n\r\f/");

    /// <summary>Whether the markup may be given to the parser.</summary>
    public static bool Allow(string markup, HtmlContext context)
    {
        if (markup.Length > context.MaximumCharacters)
        {
            return false;
        }
        var open = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var names = open.GetAlternateLookup<ReadOnlySpan<char>>();
        var neverDeep = NeverDeep.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> lower = stackalloc char[LongestName];
        var depth = 0;
        var tags = 0;
        var rest = markup.AsSpan();
        for (var at = rest.IndexOf('<'); at >= 0; at = rest.IndexOf('<'))
        {
            rest = rest[(at + 1)..];
            if (++tags > context.MaximumTags)
            {
                return false;
            }
            var closes = rest.StartsWith("/", StringComparison.Ordinal);
            var name = rest[(closes ? 1 : 0)..];
            var length = 0;
            while (length < name.Length && char.IsAsciiLetterOrDigit(name[length]))
            {
                length++;
            }
            if (length == 0)
            {
                continue;
            }
            name = name[..Math.Min(length, LongestName)];
            name.ToLowerInvariant(lower);
            if (neverDeep.Contains(lower[..name.Length]))
            {
                continue;
            }
            names.TryGetValue(name, out var count);
            if (closes)
            {
                depth -= count > 0 ? 1 : 0;
                names[name] = Math.Max(0, count - 1);
                continue;
            }
            names[name] = count + 1;
            if (++depth > context.MaximumOpenElements)
            {
                return false;
            }
        }
        return !HasGiantTag(markup);
    }

    private static bool HasGiantTag(ReadOnlySpan<char> markup)
    {
        for (var at = markup.IndexOf('<'); at >= 0; at = markup.IndexOf('<'))
        {
            markup = markup[(at + 1)..];
            var end = markup.IndexOfAny('<', '>');
            var tag = end < 0 ? markup : markup[..end];
            if (tag.Length > MaximumAttributes && CountBreaks(tag) > MaximumAttributes)
            {
                return true;
            }
        }
        return false;
    }

    private static int CountBreaks(ReadOnlySpan<char> tag)
    {
        var count = 0;
        for (var at = tag.IndexOfAny(AttributeBreaks); at >= 0; at = tag.IndexOfAny(AttributeBreaks))
        {
            count++;
            tag = tag[(at + 1)..];
        }
        return count;
    }
}
