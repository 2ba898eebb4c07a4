using System.Globalization;
using System.Text.RegularExpressions;
using Blog.Model;

namespace Blog.Import;

/// <summary>Reads a place in a series from a title: "Guest Blog 47: Life in the office" is number 47 of "Guest Blog".</summary>
/// <remarks>
/// <para>The rule, in order; the first number that passes counts:</para>
/// <list type="number">
/// <item>The number is 1 to 999 (years are larger), whole, and stands at the title's end or before <c>:</c>, <c>;</c>, <c>|</c>, <c>(</c>,
/// <c>.</c> or a dash with blanks around it. Behind "Guest Blog" or "Guest Post" a new word may follow without any mark.</item>
/// <item>Behind a series word ("Part", "Episode", "No", "Number", "Chapter", "Volume", "Issue", "#") it counts always; what stands before
/// the word is the name, or the word itself where nothing does.</item>
/// <item>Else what stands before it must have two or more words, no end of a sentence, and must not end in a word that makes
/// the number a date, a measure or part of a name (months, "at", "Section", "Windows" …).</item>
/// </list>
/// <para>A title alone cannot prove a series: see <see cref="IsCertain"/>.</para>
/// </remarks>
public static partial class SeriesTitle
{
    private static readonly HashSet<string> NotBefore = new(
        (
        "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec "
        + "monday tuesday wednesday thursday friday saturday sunday "
        + "at of to by in on for from over under than about around until till with before after since between and or is was are were be "
        + "the a an these those this that my our your his her their its all only just nearly almost top best worst first last next past every "
        + "age aged under-age turns turning section sections article articles rule paragraph clause schedule page pages question questions q "
        + "room route channel area zone band grade level tier category class phase stage step year years day days hours catch formula group "
        + "windows ios android version release office apollo boeing "
        + "£ $ € vs v versus plus minus times").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The place a title names; null where it names none.</summary>
    public static SeriesPlace? Parse(string? title)
    {
        if (string.IsNullOrWhiteSpace(title) || title.Length > PlainTitle.Longest + 100)
        {
            return null;
        }

        foreach (Match match in Number().Matches(title))
        {
            var number = int.Parse(match.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
            var before = title[..match.Index];
            var after = title.AsSpan(match.Index + match.Length);
            if (number > 0 && !(number == 10 && DowningStreet().IsMatch(before)) && Name(before, after, match.Value[0] == '0') is { } name)
            {
                return new SeriesPlace(name, number);
            }
        }

        return null;
    }

    /// <summary>
    /// Whether the title's words alone make it a series ("Guest Blog", "Part", "Episode" …). The others become one only where another
    /// post of the blog bears the same name, with another number or with none; whoever sees all posts decides that.
    /// </summary>
    public static bool IsCertain(string title) => Guest().IsMatch(title) || SeriesWordAnywhere().IsMatch(title);

    private static string? Name(string before, ReadOnlySpan<char> after, bool leadingZero)
    {
        var guest = GuestBefore().Match(before);
        if (guest.Success)
        {
            return Ends(after) || StartsWord(after) ? Tidy(guest.Groups["name"].Value) : null;
        }

        var word = SeriesWordBefore().Match(before);
        if (word.Success)
        {
            var name = Tidy(before[..word.Index]);
            return !Ends(after) ? null : name.Length > 0 ? name : word.Groups["word"].Success ? word.Groups["word"].Value : null;
        }

        if (leadingZero || !Ends(after) || !before.EndsWith(' ') || SentenceEnd().IsMatch(before))
        {
            return null;
        }

        var words = Word().Matches(before);
        return words.Count is >= 2 and <= 12 && !NotBefore.Contains(words[^1].Value) && char.IsLetterOrDigit(before.TrimEnd()[^1]) ? Tidy(before) : null;
    }

    private static bool Ends(ReadOnlySpan<char> after)
    {
        var rest = after.TrimStart(' ');
        return rest.IsEmpty
            || rest[0] is ':' or ';' or '|' or '(' or ')'
            || (rest[0] == '.' && (rest.Length == 1 || rest[1] == ' '))
            || (after[0] == ' ' && rest[0] is '-' or '–' or '—' && rest.Length > 1 && rest[1] == ' ');
    }

    private static bool StartsWord(ReadOnlySpan<char> after) => after.Length > 1 && after[0] is ' ' or ',' && !char.IsDigit(after[1]);

    private static string Tidy(string name) => name.Trim().TrimEnd('-', '–', '—', ':', ',', ';', '(', '[', '|', ' ').Trim();

    // A whole number of up to three digits: not in a version, decimal, time, fraction, ordinal, percentage, sum of money or compound.
    [GeneratedRegex(@"(?<![\p{L}\p{N}.,:/£$€+'’-])[0-9]{1,3}(?![\p{L}\p{N}%/'’-]|[.,:][0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"\b(?<name>Guest\s+(?:Blog|Post))\s*(?:[-–—:,]\s*)?(?:(?:no|number)\b\.?\s*|#\s*)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex GuestBefore();

    [GeneratedRegex(@"\bGuest\s+(?:Blog|Post)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Guest();

    [GeneratedRegex(@"(?:\b(?<word>Part|Pt|Episode|Ep|No|Number|Chapter|Vol|Volume|Issue)\b\.?\s*#?\s*|#\s*)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex SeriesWordBefore();

    [GeneratedRegex(@"(?:\b(?:Part|Pt|Episode|Ep|No|Number|Chapter|Vol|Volume|Issue)\b\.?\s*#?\s*|#\s*)[0-9]{1,3}\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SeriesWordAnywhere();

    // "A petition to No 10" is no tenth petition.
    [GeneratedRegex(@"\b(?:No|Number)\b\.?\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex DowningStreet();

    [GeneratedRegex(@"[.?!:;]\s", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"[\p{L}\p{N}][\p{L}\p{N}'’-]*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
