using System.Globalization;

namespace Blog.Model;

/// <summary>A day in text, as every file, table and option here has it: the calendar date of ISO 8601, such as 2026-11-22.</summary>
public static class DayText
{
    private const string Form = "yyyy-MM-dd";

    /// <summary>Writes a day.</summary>
    public static string Of(DateOnly day) => day.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>Reads a day.</summary>
    /// <exception cref="FormatException">The text is none.</exception>
    public static DateOnly Read(ReadOnlySpan<char> text) => TryRead(text, out var day) ? day : throw new FormatException("A day is written as 2026-11-22.");

    /// <summary>Reads a day; false for any other text, and for a day that no calendar has.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out DateOnly day) => DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
