using System.Buffers;

namespace Blog.Html;

/// <summary>A tag of simple markup.</summary>
/// <param name="Kind">Its element.</param>
/// <param name="IsEnd">Whether it is an end tag.</param>
/// <param name="Length">Its length.</param>
/// <param name="AddressStart">Where a link's address begins, from the tag's start.</param>
/// <param name="AddressLength">Length of a link's address, entities not decoded.</param>
internal readonly record struct SimpleTag(SimpleTagKind Kind, bool IsEnd, int Length, int AddressStart, int AddressLength)
{
    private const string LinkStart = "<a href=\"";

    private static readonly string[] LinkEnds = ["\">", "\" rel=\"nofollow\">", "\" rel=\"nofollow\" >"];

    private static readonly (string Text, SimpleTagKind Kind, bool IsEnd)[] Tags =
    [
        ("<br />", SimpleTagKind.Break, false), ("<br/>", SimpleTagKind.Break, false), ("<br>", SimpleTagKind.Break, false),
        ("</a>", SimpleTagKind.Link, true),
        ("<b>", SimpleTagKind.Bold, false), ("</b>", SimpleTagKind.Bold, true),
        ("<i>", SimpleTagKind.Italic, false), ("</i>", SimpleTagKind.Italic, true),
        ("<em>", SimpleTagKind.Emphasis, false), ("</em>", SimpleTagKind.Emphasis, true),
        ("<strong>", SimpleTagKind.Strong, false), ("</strong>", SimpleTagKind.Strong, true),
    ];

    private static readonly SearchValues<char> NotInAddress = SearchValues.Create("\"<>\0\r\n");

    /// <summary>Reads a tag at the start of a text; false for every other tag and form.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out SimpleTag tag)
    {
        foreach (var (form, kind, isEnd) in Tags)
        {
            if (text.StartsWith(form, StringComparison.OrdinalIgnoreCase))
            {
                tag = new SimpleTag(kind, isEnd, form.Length, 0, 0);
                return true;
            }
        }
        tag = default;
        if (!text.StartsWith(LinkStart, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }
        var address = text[LinkStart.Length..];
        var length = address.IndexOfAny(NotInAddress);
        if (length < 0 || !AreEntitiesSimple(address[..length]))
        {
            return false;
        }
        foreach (var end in LinkEnds)
        {
            if (address[length..].StartsWith(end, StringComparison.Ordinal))
            {
                tag = new SimpleTag(SimpleTagKind.Link, false, LinkStart.Length + length + end.Length, LinkStart.Length, length);
                return true;
            }
        }
        return false;
    }

    private static bool AreEntitiesSimple(ReadOnlySpan<char> address)
    {
        for (var at = address.IndexOf('&'); at >= 0; at = address.IndexOf('&'))
        {
            if (!SimpleMarkupReader.TryEntity(address[at..], out var length, out _))
            {
                return false;
            }
            address = address[(at + length)..];
        }
        return true;
    }
}
