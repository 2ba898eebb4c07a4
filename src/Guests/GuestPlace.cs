using Blog.Model;

namespace Blog.Guests;

/// <summary>Where and when a guest's text is to stand.</summary>
/// <param name="Appears">First day, which is also its date: chosen apart from the day it was sent or agreed, so that neither shows.</param>
/// <param name="Series">Its place in a series; null for none.</param>
/// <param name="Labels">Labels in order.</param>
public sealed record GuestPlace(DateOnly Appears, SeriesPlace? Series, IReadOnlyList<string> Labels)
{
    /// <summary>Days within which a day is drawn where nobody names one.</summary>
    public const int DrawnWithin = 14;

    /// <summary>A day drawn from the days after a given one, each equally likely: the day a text appears must not tell the day it was agreed to.</summary>
    /// <param name="after">The day after which it lies, by 1 to <see cref="DrawnWithin"/> days.</param>
    public static DateOnly DrawDay(DateOnly after) => after.AddDays(1 + System.Security.Cryptography.RandomNumberGenerator.GetInt32(DrawnWithin));
}
