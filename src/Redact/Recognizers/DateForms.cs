using System.Text.RegularExpressions;
using Blog.Redact.Gazetteers;

namespace Blog.Redact.Recognizers;

/// <summary>The forms in which people write a day.</summary>
internal static partial class DateForms
{
    private const string Month = @"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?";
    private const string Day = @"(?:0?[1-9]|[12][0-9]|3[01])(?: ?(?:st|nd|rd|th))?";
    private const string Year = @"(?:(?:19|20)[0-9]{2}|'[0-9]{2})";
    private const string Weekday = @"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?,? (?:the )?)?";

    /// <summary>A day with the name of its month and its year: "15 December 2015", "Tuesday, 15th of May 2016", "December 15, 2015", "15-Dec-15".</summary>
    [GeneratedRegex(@"(?<![\p{L}\p{N}/.£$-])(?:" + Weekday + Day + @"(?: of)? " + Month + @",? " + Year + @"|" + Weekday + Month + @" " + Day + @",? " + Year + @"|(?:0?[1-9]|[12][0-9]|3[01])[ -](?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[ -](?:19|20)?[0-9]{2})(?![\p{L}\p{N}])(?![/.][0-9])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    public static partial Regex Named();

    /// <summary>A day in figures: "15/12/2015", "15.12.15", "2015-12-15".</summary>
    [GeneratedRegex(@"(?<![\p{L}\p{N}/.£$-])(?:(?:0?[1-9]|[12][0-9]|3[01])(?:/(?:0?[1-9]|1[0-2])/|\.(?:0?[1-9]|1[0-2])\.|-(?:0?[1-9]|1[0-2])-)(?:19|20)?[0-9]{2}|(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01]))(?![\p{L}\p{N}])(?![/.][0-9])", RegexOptions.CultureInvariant)]
    public static partial Regex Figures();

    /// <summary>Every day with its year in a text, in both forms.</summary>
    public static IEnumerable<TextRange> Whole(ScannedText text) =>
        NumberForms.Find(text, Named(), 3, cue: WordClass.Month).Concat(NumberForms.Find(text, Figures(), 4));

    /// <summary>A day without its year: "15 December", "the 15th of December", "December 15th".</summary>
    [GeneratedRegex(@"(?<![\p{L}\p{N}/.£$-])(?:" + Weekday + Day + @"(?: of)? " + Month + @"|" + Month + @" " + Day + @")(?![\p{L}\p{N}])(?! ?%)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    public static partial Regex WithoutYear();

    /// <summary>A month with its year.</summary>
    [GeneratedRegex(@"(?<![\p{L}\p{N}])(?:January|February|March|April|May|June|July|August|September|October|November|December),? (?:19|20)[0-9]{2}(?![\p{L}\p{N}])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    public static partial Regex MonthOfYear();
}
