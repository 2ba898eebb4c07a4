using NodaTime;

namespace Blog.Import.Readers;

/// <summary>What a blog's <c>settings.csv</c> says that its feed does not: host and time zone.</summary>
/// <param name="Address">Address of the blog; null where it is not said.</param>
/// <param name="Zone">Its time zone; null where it is not said, or no zone of the tz database.</param>
internal sealed record TakeoutSettings(string? Address, DateTimeZone? Zone)
{
    /// <summary>Most characters of the table that are read.</summary>
    public const int LongestTable = 1024 * 1024;

    /// <summary>Reads the table; everything is null where there is none. It holds addresses of its owner, which are not looked at.</summary>
    public static TakeoutSettings Read(SourceFile? file)
    {
        if (file is null)
        {
            return new TakeoutSettings(null, null);
        }

        var rows = CsvTable.Read(file, LongestTable);
        if (rows.Count == 0)
        {
            return new TakeoutSettings(null, null);
        }

        var row = rows[0];
        var domain = row.GetValueOrDefault("blog_custom_domain") ?? row.GetValueOrDefault("blog_domain");
        var subdomain = row.GetValueOrDefault("blog_subdomain");
        var host = IsHost(domain) && domain!.Contains('.', StringComparison.Ordinal) ? domain // not null: a host
            : IsHost(subdomain) ? $"{subdomain}.blogspot.com"
            : null;
        var zone = row.GetValueOrDefault("blog_time_zone");
        return new TakeoutSettings(
            host is null ? null : $"http://{host}/",
            zone is null ? null : DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone));
    }

    private static bool IsHost(string? name) =>
        name is { Length: > 0 and <= 253 } && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.') && name[0] is not ('.' or '-') && !name.Contains("..", StringComparison.Ordinal);
}
