using System.Globalization;
using Blog.Import;
using Blog.Model;

namespace Blog.Release;

/// <summary>Decides whether a post or comment may keep the id it had on the old blog, which joins it to the old page and can tell its exact time.</summary>
internal static class PublicIdPolicy
{
    /// <summary>Blogger's first ids carry the second they were made: from its start in August 1999 to the end of 2007, with room on both sides.</summary>
    private const long FirstSecond = 930_000_000;

    private const long LastSecond = 1_199_145_600;

    /// <summary>Whether the old id stays.</summary>
    /// <param name="policy">The blog's policy.</param>
    /// <param name="id">The id.</param>
    /// <param name="published">Exact time in the vault; null where lost.</param>
    /// <param name="isChanged">It is redacted, withheld or renamed: what differs from the old page must not lead back to it.</param>
    public static bool KeepsOldId(AnonymityPolicy policy, string id, ImportedTime? published, bool isChanged)
    {
        if (policy.Times < DatePrecision.Minute && CarriesTime(id, published))
        {
            return false; // under every policy: an id that tells the second counts as that time
        }

        return policy.OldIds switch
        {
            OldIdPolicy.Keep => true,
            OldIdPolicy.DropWhereRedacted => !isChanged,
            OldIdPolicy.Drop => false,
            _ => throw new ArgumentOutOfRangeException(nameof(policy), policy.OldIds, "No such policy for old ids."),
        };
    }

    /// <summary>Whether an id tells a time: it begins with epoch seconds as Blogger's oldest do, or holds its own time in seconds.</summary>
    public static bool CarriesTime(string id, ImportedTime? published)
    {
        if (published is { Precision: DatePrecision.Minute } time &&
            id.Contains(time.Value.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal))
        {
            return true; // milliseconds begin with the seconds
        }

        // 18 digits: ten of seconds and eight of its own; before September 2001 the seconds had nine.
        return id.Length is 17 or 18 && id.All(char.IsAsciiDigit) && (Begins(id, 10) || Begins(id, 9));
    }

    private static bool Begins(string id, int digits) =>
        long.Parse(id.AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture) is >= FirstSecond and <= LastSecond;
}
