using System.Collections.Frozen;

namespace Blog.Text;

/// <summary>Knows words that are names and ordinary English both (table <c>ordinary-words.table.txt</c>).</summary>
internal static class OrdinaryWords
{
    private static readonly FrozenSet<string> Words = EmbeddedText.Lines("Text.ordinary-words").ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> CalendarWords = new[]
    {
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "spring",
        "summer", "autumn", "winter", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "easter", "lent",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> CalendarLeads = new[]
    {
        "in", "since", "until", "till", "last", "next", "early", "late", "mid", "during",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a folded word is an ordinary one too.</summary>
    public static bool Contains(string folded) => Words.Contains(folded);

    /// <summary>Whether a folded word names a month, day or season.</summary>
    public static bool IsCalendar(ReadOnlySpan<char> folded) => CalendarWords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(folded);

    /// <summary>Whether a word stands before a month as in "last May".</summary>
    public static bool LeadsToDate(ReadOnlySpan<char> folded) => CalendarLeads.GetAlternateLookup<ReadOnlySpan<char>>().Contains(folded);
}
