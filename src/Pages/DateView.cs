using System.Globalization;
using Blog.Model;

namespace Blog.Pages;

/// <summary>A date as a page shows it: for machines and for people, neither finer than what is known.</summary>
/// <param name="Machine">Value of <c>&lt;time datetime&gt;</c>: <c>2015-12-15T10:04+00:00</c>, <c>2015-12-15</c> or <c>2015-12</c>.</param>
/// <param name="Human">Words: <c>Tuesday, 15 December 2015</c>, <c>15 December 2015, 10:04</c>, <c>December 2015</c>.</param>
public sealed record DateView(string Machine, string Human)
{
    /// <summary>With the day of the week, for the head of a post.</summary>
    public static DateView Full(PublicDate date) => new(date.ToString(), Format(date, "dddd, d MMMM yyyy"));

    /// <summary>Without the day of the week, for lists and comments.</summary>
    public static DateView Brief(PublicDate date) => new(date.ToString(), Format(date, "d MMMM yyyy"));

    /// <summary>As <see cref="Full(PublicDate)"/>; null stays null.</summary>
    public static DateView? Full(PublicDate? date) => date is { } known ? Full(known) : null;

    /// <summary>As <see cref="Brief(PublicDate)"/>; null stays null.</summary>
    public static DateView? Brief(PublicDate? date) => date is { } known ? Brief(known) : null;

    // English month names on every machine: the invariant culture has them.
    private static string Format(PublicDate date, string day) => date.Precision switch
    {
        DatePrecision.Month => date.Start.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
        DatePrecision.Day => date.Start.ToString(day, CultureInfo.InvariantCulture),
        DatePrecision.Minute => date.Start.ToString(day + ", HH:mm", CultureInfo.InvariantCulture),
        _ => throw new ArgumentOutOfRangeException(nameof(date), date.Precision, "No such precision."),
    };
}
