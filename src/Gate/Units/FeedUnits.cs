using System.Text;
using Blog.Gate.Bytes;

namespace Blog.Gate.Units;

/// <summary>Reads the units of a feed: each entry is one, named by the last part of its id.</summary>
internal static class FeedUnits
{
    /// <summary>The units of an Atom feed.</summary>
    public static UnitMap Read(ReadOnlyMemory<byte> feed) => new(Ranges(feed.Span), () => OwnWords(feed.Span));

    private static List<UnitRange> Ranges(ReadOnlySpan<byte> feed)
    {
        var ranges = new List<UnitRange>();
        for (var at = 0; ;)
        {
            var open = feed[at..].IndexOf("<entry>"u8);
            if (open < 0)
            {
                return ranges;
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

    private static List<(int Start, int End)> OwnWords(ReadOnlySpan<byte> feed)
    {
        var words = new List<(int Start, int End)>();
        for (var at = feed.IndexOf((byte)'<'); at >= 0 && at < feed.Length;)
        {
            if (TagBytes.Read(feed, at, out var name, out var end) is TagBytes.Kind.Start or TagBytes.Kind.End)
            {
                TagWords.Read(feed, name, end, words);
            }

            var next = feed[end..].IndexOf((byte)'<');
            at = next < 0 ? -1 : end + next;
        }

        return words;
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
