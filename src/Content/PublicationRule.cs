using Blog.Model;

namespace Blog.Content;

/// <summary>Decides from the front matter alone whether a post stands on the site as of a day.</summary>
internal static class PublicationRule
{
    /// <summary>Null where it stands, else the first reason in the order of <see cref="LeftOutReason"/>.</summary>
    /// <param name="post">Its front matter.</param>
    /// <param name="asOf">The day the build is made for, in the site's zone.</param>
    public static LeftOutReason? LeftOut(PostFrontMatter post, DateOnly asOf)
    {
        if (post.Draft)
        {
            return LeftOutReason.Draft;
        }

        if (post.Date is { } date && FirstDay(date) > asOf)
        {
            return LeftOutReason.Scheduled;
        }

        if (post.Until is { } until && LastDay(until) < asOf)
        {
            return LeftOutReason.Expired;
        }

        if (post.Consent is { Until: { } agreed } && LastDay(agreed) < asOf)
        {
            return LeftOutReason.ConsentEnded;
        }

        return post.Provenance == Provenance.Guest && post.Consent is null ? LeftOutReason.NoConsent : null;
    }

    // Dates with a minute carry the blog's own offset, so their calendar day is the blog's.
    private static DateOnly FirstDay(PublicDate date) => DateOnly.FromDateTime(date.Start.DateTime);

    private static DateOnly LastDay(PublicDate date)
    {
        var first = FirstDay(date);
        return date.Precision == DatePrecision.Month
            ? new DateOnly(first.Year, first.Month, DateTime.DaysInMonth(first.Year, first.Month))
            : first;
    }
}
