namespace Blog.Import.Captures;

/// <summary>The fixed phrases by which the reader of captures says what a person should look at (docs/import-captures.md explains each).</summary>
public static class CaptureFlags
{
    /// <summary>A post whose date and title are not in the source.</summary>
    public const string HeadingLost = "heading lost";

    /// <summary>A post with a date but no line that could be its title.</summary>
    public const string TitleLost = "title lost";

    /// <summary>A post dated later than the one above it: archive pages run backwards, so the date may be quoted matter.</summary>
    public const string DateOutOfOrder = "date out of order";

    /// <summary>A line is written like a date heading but its weekday is wrong; it was left as text.</summary>
    public const string WrongWeekday = "date line with a wrong weekday";

    /// <summary>The file is not UTF-8 and was read as Windows-1252.</summary>
    public const string EncodingGuessed = "encoding guessed";

    /// <summary>The number of this comment is not in the source: it was inferred from its neighbours' numbers.</summary>
    public const string NumberInferred = "number inferred";

    /// <summary>Several numbers are lost here and the text could stand under another of them.</summary>
    public const string NumberUncertain = "number uncertain";

    /// <summary>A number after this comment is lost and some of this text may belong to it.</summary>
    public const string MayHoldLost = "may hold the text of a lost comment";

    /// <summary>Numbered lines under this comment could be its own list or replies to it.</summary>
    public const string ListOrReplies = "numbered list or replies";

    /// <summary>A paragraph stands at an indentation that no comment has here.</summary>
    public const string IndentationUnclear = "indentation unclear";

    /// <summary>A numbered line does not fit the numbers around it and was left as text.</summary>
    public const string NumberOutOfOrder = "number out of order";

    /// <summary>Name and date run together in a way that can be cut in two places.</summary>
    public const string StampUnclear = "name and date run together";

    /// <summary>The clock time stands twice or never on that day (the clocks changed).</summary>
    public const string ClockChange = "clock change";

    /// <summary>The time is before the post's own day.</summary>
    public const string TimeBeforePost = "time before the post";
}
