using System.Globalization;
using Blog.Content;
using Blog.Model;

namespace Blog.Pages;

/// <summary>Makes the page of a series, and a post's place in it.</summary>
internal static class SeriesPages
{
    public static PageModel Of(PageContext context, PostGroup series)
    {
        var heading = MarkedText.Of(series.Name);
        context.Settings.Series.TryGetValue(series.Key, out var description);
        var rows = new List<SeriesRow>(series.Posts.Count);
        var missing = 0;
        var last = 0;
        foreach (var post in series.Posts)
        {
            if (NumberOf(post) is { } number)
            {
                if (number > last + 1)
                {
                    missing += number - last - 1;
                    rows.Add(new SeriesRow(Range(last + 1, number - 1), null));
                }

                last = number;
            }

            rows.Add(new SeriesRow(NumberOf(post)?.ToString(CultureInfo.InvariantCulture), context.Item(post, full: false)));
        }

        return new SeriesPage
        {
            Frame = context.ListFrame(series.Url, heading.Plain, description, SiteAddresses.Series),
            Heading = heading,
            Lead = missing == 0
                ? Counted.Posts(series.Posts.Count) + "."
                : string.Create(CultureInfo.InvariantCulture, $"{Counted.Posts(series.Posts.Count)}; {missing:N0} {(missing == 1 ? "number is" : "numbers are")} missing here."),
            Description = description,
            Rows = rows,
            Up = new LinkView(context.Address.Href(SiteAddresses.Series), "All series"),
        };
    }

    /// <param name="context">The shared context.</param>
    /// <param name="series">The series.</param>
    /// <param name="place">Index of the post in it.</param>
    public static SeriesView Place(PageContext context, PostGroup series, int place)
    {
        var number = NumberOf(series.Posts[place]);
        var previous = place > 0 ? series.Posts[place - 1] : null;
        var next = place + 1 < series.Posts.Count ? series.Posts[place + 1] : null;
        return new SeriesView
        {
            Series = new TitleLink(context.Address.Href(series.Url), MarkedText.Of(series.Name)),
            Number = number?.ToString(CultureInfo.InvariantCulture),
            Previous = previous is null ? null : context.LinkTo(previous),
            PreviousNumber = previous is null ? null : NumberWords(NumberOf(previous)),
            Next = next is null ? null : context.LinkTo(next),
            NextNumber = next is null ? null : NumberWords(NumberOf(next)),
            Gap = Gap(previous is null ? 0 : NumberOf(previous), number, next is null ? null : NumberOf(next)),
        };
    }

    private static int? NumberOf(PostEntry post) => post.FrontMatter.Series is { Number: { } number } ? number : null;

    private static string? NumberWords(int? number) => number is { } known ? string.Create(CultureInfo.InvariantCulture, $"No. {known}") : null;

    private static string? Gap(int? previous, int? number, int? next)
    {
        var before = previous is { } p && number is { } n && n > p + 1 ? Range(p + 1, n - 1) : null;
        var after = number is { } m && next is { } q && q > m + 1 ? Range(m + 1, q - 1) : null;
        return (before, after) switch
        {
            (null, null) => null,
            ({ } one, null) => "Not in this archive: " + one + ".",
            (null, { } one) => "Not in this archive: " + one + ".",
            ({ } one, { } two) => "Not in this archive: " + one + " and " + two + ".",
        };
    }

    private static string Range(int first, int last) => first == last
        ? string.Create(CultureInfo.InvariantCulture, $"No. {first}")
        : string.Create(CultureInfo.InvariantCulture, $"No. {first} to {last}");
}
