using System.Text;
using Blog.Gate.Bytes;
using Blog.Pages;

namespace Blog.Gate.Units;

/// <summary>Reads the units of a page: elements with <c>data-unit</c>, and the objects of its structured data.</summary>
internal static class PageUnits
{
    private static readonly byte[] Attribute = " data-unit=\""u8.ToArray();

    /// <summary>The units of a page. Markup that is not well nested makes a range longer, never shorter: a doubtful byte then belongs to more.</summary>
    public static UnitMap Read(ReadOnlyMemory<byte> page) => new(Ranges(page.Span), () => OwnWords(page.Span));

    private static List<UnitRange> Ranges(ReadOnlySpan<byte> page)
    {
        var ranges = new List<UnitRange>();
        Walk(page, ranges, null);
        return ranges;
    }

    private static List<(int Start, int End)> OwnWords(ReadOnlySpan<byte> page)
    {
        var ownWords = new List<(int Start, int End)>();
        Walk(page, [], ownWords);
        return ownWords;
    }

    /// <summary>Goes over the tags of a page; without <paramref name="ownWords"/> for its units alone, which every page is asked for.</summary>
    private static void Walk(ReadOnlySpan<byte> page, List<UnitRange> ranges, List<(int Start, int End)>? ownWords)
    {
        var open = new List<OpenElement>();
        for (var at = page.IndexOf((byte)'<'); at >= 0 && at < page.Length;)
        {
            var kind = TagBytes.Read(page, at, out var name, out var end);
            if (kind == TagBytes.Kind.Start)
            {
                TagWords.Read(page, name, end, ownWords);
                end = Open(page, at, name, end, open, ranges, ownWords);
            }
            else if (kind == TagBytes.Kind.End)
            {
                TagWords.Read(page, name, end, ownWords);
                Close(page, page[name], end, open, ranges);
            }

            var next = page[end..].IndexOf((byte)'<');
            at = next < 0 ? -1 : end + next;
            if (next > 0 && ownWords is not null && PageWords.IsText(page.Slice(end, next)) && open.TrueForAll(element => element.Unit is null))
            {
                ownWords.Add((end, at)); // within a post or comment the same words may be somebody's
            }
        }

        foreach (var element in open)
        {
            Add(ranges, element.Start, page.Length, element.Unit);
        }
    }

    private static int Open(ReadOnlySpan<byte> page, int at, Range nameRange, int end, List<OpenElement> open, List<UnitRange> ranges, List<(int Start, int End)>? ownWords)
    {
        var name = page[nameRange];
        var tag = page[at..end];
        var unit = UnitOf(tag);
        if (ElementTable.IsVoid(name) || tag.EndsWith("/>"u8))
        {
            Add(ranges, at, end, unit);
            return end;
        }

        open.Add(new OpenElement(nameRange, at, unit));
        if (!name.SequenceEqual("script"u8) && !name.SequenceEqual("style"u8))
        {
            return end;
        }

        var close = page[end..].IndexOf("</"u8);
        close = close < 0 ? page.Length : end + close;
        if (tag.IndexOf("application/ld+json"u8) >= 0)
        {
            JsonUnits.Read(page[end..close], end, ranges, ownWords);
        }

        return close;
    }

    private static string? UnitOf(ReadOnlySpan<byte> tag)
    {
        var attribute = tag.IndexOf(Attribute);
        if (attribute < 0)
        {
            return null;
        }

        var value = tag[(attribute + Attribute.Length)..];
        var close = value.IndexOf((byte)'"');
        return close <= 0 ? null : Encoding.UTF8.GetString(value[..close]);
    }

    /// <summary>Ends the nearest open element of a name, and those within it that were left open.</summary>
    private static void Close(ReadOnlySpan<byte> page, ReadOnlySpan<byte> name, int end, List<OpenElement> open, List<UnitRange> ranges)
    {
        var nearest = open.Count - 1;
        while (nearest >= 0 && !page[open[nearest].Name].SequenceEqual(name))
        {
            nearest--;
        }

        for (var last = open.Count - 1; nearest >= 0 && last >= nearest; last--)
        {
            Add(ranges, open[last].Start, end, open[last].Unit);
            open.RemoveAt(last);
        }
    }

    private static void Add(List<UnitRange> ranges, int start, int end, string? unit)
    {
        if (unit is not null)
        {
            ranges.Add(new UnitRange(start, end, unit));
        }
    }

    /// <summary>An element whose end has not come yet.</summary>
    /// <param name="Name">Where its name stands.</param>
    /// <param name="Start">Where its tag begins.</param>
    /// <param name="Unit">The unit it names; null for most.</param>
    private readonly record struct OpenElement(Range Name, int Start, string? Unit);
}
