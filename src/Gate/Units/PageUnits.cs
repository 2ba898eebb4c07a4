using System.Text;
using Blog.Gate.Bytes;
using Blog.Pages;

namespace Blog.Gate.Units;

/// <summary>Reads the units of a page: elements with <c>data-unit</c>, and the objects of its structured data.</summary>
internal static class PageUnits
{
    private static readonly byte[] Attribute = " data-unit=\""u8.ToArray();

    /// <summary>The units of a page. Markup that is not well nested makes a range longer, never shorter: a doubtful byte then belongs to more.</summary>
    public static UnitMap Read(ReadOnlySpan<byte> page)
    {
        var ranges = new List<UnitRange>();
        var ownWords = new List<(int Start, int End)>();
        var open = new Stack<(string Name, int Start, string? Unit)>();
        for (var at = page.IndexOf((byte)'<'); at >= 0 && at < page.Length;)
        {
            var kind = TagBytes.Read(page, at, out var name, out var end);
            if (kind == TagBytes.Kind.Start)
            {
                TagWords.Read(page, name, end, ownWords);
                end = Open(page, at, page[name], end, open, ranges, ownWords);
            }
            else if (kind == TagBytes.Kind.End)
            {
                TagWords.Read(page, name, end, ownWords);
                Close(Encoding.ASCII.GetString(page[name]), end, open, ranges);
            }

            var next = page[end..].IndexOf((byte)'<');
            at = next < 0 ? -1 : end + next;
            if (next > 0 && PageWords.IsText(page.Slice(end, next)) && open.All(element => element.Unit is null))
            {
                ownWords.Add((end, at)); // within a post or comment the same words may be somebody's
            }
        }

        foreach (var (_, start, unit) in open)
        {
            Add(ranges, start, page.Length, unit);
        }

        return new UnitMap(ranges, ownWords);
    }

    private static int Open(ReadOnlySpan<byte> page, int at, ReadOnlySpan<byte> name, int end, Stack<(string Name, int Start, string? Unit)> open, List<UnitRange> ranges, List<(int Start, int End)> ownWords)
    {
        var tag = page[at..end];
        var unit = UnitOf(tag);
        if (ElementTable.IsVoid(name) || tag.EndsWith("/>"u8))
        {
            Add(ranges, at, end, unit);
            return end;
        }

        open.Push((Encoding.ASCII.GetString(name), at, unit));
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
    private static void Close(string name, int end, Stack<(string Name, int Start, string? Unit)> open, List<UnitRange> ranges)
    {
        if (!open.Any(element => element.Name == name))
        {
            return;
        }

        while (open.TryPop(out var element))
        {
            Add(ranges, element.Start, end, element.Unit);
            if (element.Name == name)
            {
                return;
            }
        }
    }

    private static void Add(List<UnitRange> ranges, int start, int end, string? unit)
    {
        if (unit is not null)
        {
            ranges.Add(new UnitRange(start, end, unit));
        }
    }
}
