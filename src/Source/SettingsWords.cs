using Blog.Model;

namespace Blog.Source;

/// <summary>The words of the policies in <c>site.yml</c>.</summary>
internal static class SettingsWords
{
    public static readonly Dictionary<string, CommenterPolicy> Commenters = new(StringComparer.Ordinal)
    {
        ["keep"] = CommenterPolicy.Keep,
        ["pseudonym-per-thread"] = CommenterPolicy.PseudonymPerThread,
        ["pseudonym-per-site"] = CommenterPolicy.PseudonymPerSite,
        ["anonymous"] = CommenterPolicy.Anonymous,
    };

    public static readonly Dictionary<string, DatePrecision> Times = new(StringComparer.Ordinal)
    {
        ["minute"] = DatePrecision.Minute,
        ["day"] = DatePrecision.Day,
        ["month"] = DatePrecision.Month,
    };

    public static readonly Dictionary<string, OldIdPolicy> OldIds = new(StringComparer.Ordinal)
    {
        ["keep"] = OldIdPolicy.Keep,
        ["drop-where-redacted"] = OldIdPolicy.DropWhereRedacted,
        ["drop"] = OldIdPolicy.Drop,
    };

    public static readonly Dictionary<string, LegacyMaskPolicy> LegacyMasks = new(StringComparer.Ordinal)
    {
        ["neutral"] = LegacyMaskPolicy.Neutral,
        ["keep"] = LegacyMaskPolicy.Keep,
    };

    public static readonly Dictionary<string, CitedTimePolicy> CitedTimes = new(StringComparer.Ordinal)
    {
        ["number"] = CitedTimePolicy.Number,
        ["keep"] = CitedTimePolicy.Keep,
    };

    public static readonly Dictionary<string, CommentWay> Comments = new(StringComparer.Ordinal)
    {
        ["closed"] = CommentWay.Closed,
        ["old-blog"] = CommentWay.OldBlog,
        ["form"] = CommentWay.Form,
    };

    /// <summary>The word of a policy.</summary>
    public static string Of<T>(Dictionary<string, T> words, T value)
        where T : struct => words.First(pair => EqualityComparer<T>.Default.Equals(pair.Value, value)).Key;
}
