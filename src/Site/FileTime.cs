using System.Globalization;

namespace Blog.Site;

/// <summary>The times of published files. A server sends them to readers, so they must not tell when somebody worked.</summary>
public static class FileTime
{
    /// <summary>
    /// The day before the one the site was built for and, within the day, a moment made of the content: a changed file of the same length
    /// still gets another ETag and another Last-Modified.
    /// </summary>
    public static DateTime Of(DateOnly asOf, string sha256) => asOf.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc).AddDays(-1) + WithinDay(sha256);

    /// <summary>The moment within the day: whole seconds, made of the first 24 bits of the content's SHA-256 in hex.</summary>
    public static TimeSpan WithinDay(string sha256) =>
        TimeSpan.FromSeconds(int.Parse(sha256.AsSpan(0, 6), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) % 86_400);
}
