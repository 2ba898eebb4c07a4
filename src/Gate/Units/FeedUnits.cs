using System.Text;

namespace Blog.Gate.Units;

/// <summary>Reads the units of a feed: each entry is one, named by the last part of its id.</summary>
internal static class FeedUnits
{
    /// <summary>The units of an Atom feed.</summary>
    public static UnitMap Read(ReadOnlySpan<byte> feed)
    {
        var ranges = new List<UnitRange>();
        for (var at = 0; ;)
        {
            var open = feed[at..].IndexOf("<entry>"u8);
            if (open < 0)
            {
                return new UnitMap(ranges, []);
            }

            var start = at + open;
            var close = feed[start..].IndexOf("</entry>"u8);
            at = close < 0 ? feed.Length : start + close + "</entry>"u8.Length;
            if (IdOf(feed[start..at]) is { } unit)
            {
                ranges.Add(new UnitRange(start, at, unit));
            }
        }
    }

    private static string? IdOf(ReadOnlySpan<byte> entry)
    {
        var open = entry.IndexOf("<id>"u8);
        var close = open < 0 ? -1 : entry[open..].IndexOf("</id>"u8);
        if (close < 0)
        {
            return null;
        }

        var id = Encoding.UTF8.GetString(entry[(open + 4)..(open + close)]);
        var slash = id.LastIndexOf('/');
        return slash < 0 || slash == id.Length - 1 ? null : id[(slash + 1)..];
    }
}
