using System.Globalization;

namespace Blog.Import.Fetching;

/// <summary>What a host's <c>robots.txt</c> asks of this program (RFC 9309): the group that names it, else the one for everybody.</summary>
public sealed class RobotsRules
{
    /// <summary>The word by which a host can name this program.</summary>
    public const string ProductToken = "subrosa";

    /// <summary>Nothing is asked.</summary>
    public static readonly RobotsRules None = new([], null);

    private readonly List<(bool Allows, string Path)> _rules;

    private RobotsRules(List<(bool Allows, string Path)> rules, double? delay) => (_rules, DelaySeconds) = (rules, delay);

    /// <summary>Seconds between requests that the host asks for (<c>Crawl-delay</c>, in no standard but in use); null for none.</summary>
    public double? DelaySeconds { get; }

    /// <summary>Reads the file; a line that says nothing known is passed over.</summary>
    public static RobotsRules Parse(string text)
    {
        var (mine, everybody) = (new List<(bool, string)>(), new List<(bool, string)>());
        var (isNamed, hasMine, hasEverybody, inNames) = (false, false, false, false);
        (double? myDelay, double? theirDelay) = (null, null);
        foreach (var raw in text.TrimStart('\uFEFF').EnumerateLines())
        {
            var hash = raw.IndexOf('#');
            var line = (hash < 0 ? raw : raw[..hash]).Trim();
            var colon = line.IndexOf(':');
            if (colon < 0)
            {
                continue;
            }

            var key = line[..colon].Trim();
            var value = line[(colon + 1)..].Trim();
            if (key.Equals("user-agent", StringComparison.OrdinalIgnoreCase))
            {
                (isNamed, hasMine, hasEverybody) = inNames ? (isNamed, hasMine, hasEverybody) : (isNamed, false, false);
                inNames = true;
                hasEverybody |= value is "*";
                hasMine |= IsMine(value);
                isNamed |= hasMine;
                continue;
            }

            inNames = false;
            if (key.Equals("crawl-delay", StringComparison.OrdinalIgnoreCase) && double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds))
            {
                (myDelay, theirDelay) = (hasMine ? seconds : myDelay, hasEverybody ? seconds : theirDelay);
            }

            bool? allows = key.Equals("allow", StringComparison.OrdinalIgnoreCase) ? true : key.Equals("disallow", StringComparison.OrdinalIgnoreCase) ? false : null;
            if (allows is { } rule && value.Length > 0)
            {
                Add(mine, hasMine, rule, value);
                Add(everybody, hasEverybody, rule, value);
            }
        }

        return isNamed ? new RobotsRules(mine, myDelay) : new RobotsRules(everybody, theirDelay);

        static void Add(List<(bool, string)> rules, bool isTheirs, bool allows, ReadOnlySpan<char> path)
        {
            if (isTheirs)
            {
                rules.Add((allows, path.ToString()));
            }
        }
    }

    /// <summary>Whether a path may be fetched: the longest rule that fits says so, of two equal ones the one that allows (RFC 9309, 2.2.2).</summary>
    /// <param name="path">Path and query, percent-encoded as requested.</param>
    public bool Allows(string path)
    {
        var (length, allows) = (-1, true);
        foreach (var (rule, pattern) in _rules)
        {
            if ((pattern.Length > length || (pattern.Length == length && rule)) && Fits(pattern, path))
            {
                (length, allows) = (pattern.Length, rule);
            }
        }

        return allows;
    }

    /// <summary>The token alone, or followed by what is no part of one: <c>Subrosa/1.0</c>.</summary>
    private static bool IsMine(ReadOnlySpan<char> value) =>
        value.StartsWith(ProductToken, StringComparison.OrdinalIgnoreCase) && (value.Length == ProductToken.Length || !(char.IsAsciiLetter(value[ProductToken.Length]) || value[ProductToken.Length] is '-' or '_'));

    /// <summary>Whether a pattern fits the beginning of a path; <c>*</c> is any stretch, <c>$</c> at the end the path's end. Greedy with one point of return, so it is no worse than the product of the lengths.</summary>
    private static bool Fits(ReadOnlySpan<char> pattern, ReadOnlySpan<char> path)
    {
        var toEnd = pattern.EndsWith("$");
        pattern = toEnd ? pattern[..^1] : pattern;
        var (at, star, back) = (0, -1, 0);
        for (var i = 0; ;)
        {
            if (at == pattern.Length && (!toEnd || i == path.Length))
            {
                return true;
            }

            if (at < pattern.Length && pattern[at] == '*')
            {
                (star, back) = (at++, i);
            }
            else if (at < pattern.Length && i < path.Length && pattern[at] == path[i])
            {
                (at, i) = (at + 1, i + 1);
            }
            else if (star >= 0 && back < path.Length)
            {
                (at, i) = (star + 1, ++back);
            }
            else
            {
                return false;
            }
        }
    }
}
