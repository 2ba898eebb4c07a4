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

    /// <summary>Letters of a weekday, "the", "of" and a month around the digits.</summary>
    private const int Reach = 32;

    private static readonly NumberForm NamedForm = new(Named(), 3) { Words = 2, Cue = WordClass.Month, Reach = Reach };
    private static readonly NumberForm FiguresForm = new(Figures(), 4) { Words = 3 };

    /// <summary>A day without its year: "15 December", "the 15th of December", "December 15th".</summary>
    public static NumberForm DayAndMonth { get; } = new(WithoutYear(), 1) { Cue = WordClass.Month, Reach = Reach };

    /// <summary>A month with its year.</summary>
    public static NumberForm MonthAndYear { get; } = new(MonthOfYear(), 4) { Cue = WordClass.Month, Reach = Reach };

    /// <summary>Every day with its year in a text, in both forms.</summary>
    public static List<TextRange> Whole(ScannedText text) => [.. NumberForms.Find(text, NamedForm), .. NumberForms.Find(text, FiguresForm)];

    /// <summary>A day with the name of its month and its year: "15 December 2015", "Tuesday, 15th of May 2016", "December 15, 2015", "15-Dec-15".</summary>
    [GeneratedRegex(@"(?<![\p{L}\p{N}/.£$-])(?:" + Weekday + Day + @"(?: of)? " + Month + @",? " + Year + @"|" + Weekday + Month + @" " + Day + @",? " + Year + @"|(?:0?[1-9]|[12][0-9]|3[01])[ -](?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[ -](?:19|20)?[0-9]{2})(?![\p{L}\p{N}])(?![/.][0-9])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Named();

    /// <summary>A day in figures: "15/12/2015", "15.12.15", "2015-12-15".</summary>
    [GeneratedRegex(@"(?<![\p{L}\p{N}/.£$-])(?:(?:0?[1-9]|[12][0-9]|3[01])(?:/(?:0?[1-9]|1[0-2])/|\.(?:0?[1-9]|1[0-2])\.|-(?:0?[1-9]|1[0-2])-)(?:19|20)?[0-9]{2}|(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01]))(?![\p{L}\p{N}])(?![/.][0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Figures();

    [GeneratedRegex(@"(?<![\p{L}\p{N}/.£$-])(?:" + Weekday + Day + @"(?: of)? " + Month + @"|" + Month + @" " + Day + @")(?![\p{L}\p{N}])(?! ?%)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex WithoutYear();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])(?:January|February|March|April|May|June|July|August|September|October|November|December),? (?:19|20)[0-9]{2}(?![\p{L}\p{N}])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex MonthOfYear();
}
