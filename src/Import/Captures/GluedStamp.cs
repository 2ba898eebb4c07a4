using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace Blog.Import.Captures;

/// <summary>Name and time of a comment where the copy ran them together: <c>Probation Officer15 December 2015 at 10:04</c>.</summary>
/// <param name="Name">The name; null where nothing stands before the date.</param>
/// <param name="Local">Clock time on the old page, to the minute.</param>
/// <param name="Unclear">Whether the digits at the seam can be cut in two places ("Officer 2" + "5 December" or "Officer " + "25 December").</param>
internal sealed partial record GluedStamp(string? Name, LocalDateTime Local, bool Unclear)
{
    // Longer lines are prose: names on such blogs end far below, and the pattern never meets a long line.
    private const int MaxLength = 160;

    /// <summary>Reads the whole of a line, or nothing.</summary>
    /// <param name="content">The line after the comment's number.</param>
    /// <param name="notBefore">A day the comment cannot be older than (its post's, or that of a comment before it): settles where the
    /// digits at the seam are cut; null where none is known.</param>
    public static GluedStamp? Read(string content, LocalDate? notBefore)
    {
        if (content.Length is 0 or > MaxLength || (!char.IsAsciiDigit(content[^1]) && content[^1] is not ('m' or 'M')))
        {
            return null;
        }

        var text = content.Replace('\u00A0', ' ');
        var match = DayFirst().Match(text);
        if (match.Success)
        {
            var digits = match.Groups["day"].Value;
            var name = match.Groups["name"].Value;
            var full = From(match, name, digits);
            var shorter = digits.Length == 2 ? From(match, name + digits[0], digits[1..]) : null;
            return Choose(full, shorter, notBefore);
        }

        match = MonthFirst().Match(text);
        return match.Success ? From(match, match.Groups["name"].Value, match.Groups["day"].Value) : null;
    }

    private static GluedStamp? Choose(GluedStamp? full, GluedStamp? shorter, LocalDate? notBefore)
    {
        if (full is null || shorter is null)
        {
            return full ?? shorter;
        }

        var fullFits = notBefore is not { } day || full.Local.Date >= day;
        var shorterFits = notBefore is not { } same || shorter.Local.Date >= same;
        if (fullFits != shorterFits)
        {
            return fullFits ? full : shorter;
        }

        // "Officer15 December": no name is "Officer1". But "Berth 125 December" is "Berth 12" or "Berth 1", and "Officer 25 December"
        // ends in the name's digit, since the copy leaves no blank at the seam: the shorter day is also the one nearer to the post.
        var seam = shorter.Name!.AsSpan().TrimEnd("0123456789");
        return seam.EndsWith(" ") ? shorter with { Unclear = true } : full;
    }

    private static GluedStamp? From(Match match, string name, string dayDigits)
    {
        var day = int.Parse(dayDigits, NumberStyles.None, CultureInfo.InvariantCulture);
        var year = int.Parse(match.Groups["year"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        var month = Array.IndexOf(DateHeading.Months, match.Groups["month"].Value) + 1;
        var hour = int.Parse(match.Groups["hour"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        var minute = int.Parse(match.Groups["minute"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        if (match.Groups["half"] is { Success: true } half)
        {
            if (hour is < 1 or > 12)
            {
                return null;
            }

            hour = (hour % 12) + (half.ValueSpan[0] is 'p' or 'P' ? 12 : 0);
        }

        // Blogger is from 1999; a name before it cannot be told from noise.
        if (dayDigits[0] == '0' || year is < 1999 or > 2200 || hour > 23 || minute > 59 || day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(year, month))
        {
            return null;
        }

        var trimmed = name.Trim();
        return new GluedStamp(trimmed.Length == 0 ? null : trimmed, new LocalDateTime(year, month, day, hour, minute), Unclear: false);
    }

    [GeneratedRegex(
        @"^(?<name>.*?)(?<day>\d{1,2}) (?<month>January|February|March|April|May|June|July|August|September|October|November|December) (?<year>\d{4}) at (?<hour>\d{1,2})[:.](?<minute>\d{2})(?: ?(?<half>[AaPp])[Mm])?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex DayFirst();

    [GeneratedRegex(
        @"^(?<name>.*?)(?<month>January|February|March|April|May|June|July|August|September|October|November|December) (?<day>\d{1,2}), (?<year>\d{4}) at (?<hour>\d{1,2})[:.](?<minute>\d{2})(?: ?(?<half>[AaPp])[Mm])?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex MonthFirst();
}
