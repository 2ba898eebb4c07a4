using System.Text;
using System.Text.RegularExpressions;
using Blog.Gate.Units;

namespace Blog.Gate.Removal;

/// <summary>Takes units and passages out of a feed or the sitemap: entries of units go whole, quotes in others become a mark.</summary>
internal static partial class FeedRemoval
{
    /// <summary>The feed without them; the same bytes where it holds nothing of them.</summary>
    /// <param name="feed">The file.</param>
    /// <param name="units">Units to take out.</param>
    /// <param name="addresses">Absolute addresses of pages that are gone.</param>
    /// <param name="search">Passages to take out.</param>
    /// <param name="quoting">Takes the units in which passages stood.</param>
    public static byte[] Remove(byte[] feed, IReadOnlySet<string> units, IReadOnlySet<string> addresses, PassageSearch search, Action<string> quoting)
    {
        var edits = new List<(int From, int To, string Text)>();
        foreach (var range in FeedUnits.Read(feed).Ranges)
        {
            if (units.Contains(range.Unit))
            {
                var end = range.End < feed.Length && feed[range.End] == (byte)'\n' ? range.End + 1 : range.End;
                edits.Add((range.Start, end, string.Empty));
                continue;
            }

            if (search.IsEmpty)
            {
                continue;
            }

            var entry = Encoding.UTF8.GetString(feed.AsSpan(range.Start, range.End - range.Start));
            var clean = Element().Replace(entry, match =>
                match.Groups["open"].Value + search.Xml(match.Groups["text"].Value, match.Groups["name"].Value is "content" or "summary") + match.Groups["close"].Value);
            if (clean != entry)
            {
                edits.Add((range.Start, range.End, clean));
                quoting(range.Unit);
            }
        }

        foreach (var url in Url().Matches(addresses.Count == 0 ? string.Empty : Encoding.Latin1.GetString(feed)).Where(url => addresses.Contains(url.Groups["address"].Value)))
        {
            edits.Add((url.Index, url.Index + url.Length, string.Empty));
        }

        return edits.Count == 0 ? feed : ByteEdits.Apply(feed, edits);
    }

    [GeneratedRegex("(?<open><(?<name>title|content|summary|name|category)[^>]*>)(?<text>[^<]+)(?<close></\\k<name>>)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Element();

    [GeneratedRegex("<url>\\s*<loc>(?<address>[^<]*)</loc>.*?</url>\\n?", RegexOptions.ExplicitCapture | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Url();
}
