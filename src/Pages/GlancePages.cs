using System.Globalization;
using Blog.Content;
using Blog.Pages.Charts;

namespace Blog.Pages;

/// <summary>Makes the page that shows the archive at a glance, from the index alone.</summary>
internal static class GlancePages
{
    private const int Longest = 10;

    public static PageModel Of(PageContext context)
    {
        var index = context.Index;
        var months = Months(index);
        return new GlancePage
        {
            Frame = context.ListFrame(SiteAddresses.Glance, "The archive at a glance", null, SiteAddresses.Archive),
            Lead = Lead(index, months),
            Charts = months.Count == 0 ? [] : [.. Counts(index, months), .. Terms(index)],
            Longest = [.. index.Posts.Where(post => post.Thread.Published > 0).OrderByDescending(post => post.Thread.Published).Take(Longest).Select(post => context.Item(post, full: false))],
            Series = [.. index.Series.Select(series => new DirectoryEntry(new TitleLink(context.Address.Href(series.Url), MarkedText.Of(series.Name)), Counted.Posts(series.Posts.Count), Span(series)))],
            Up = new LinkView(context.Address.Href(SiteAddresses.Archive), "Whole archive"),
        };
    }

    private static string Lead(SiteIndex index, List<DateOnly> months) => months.Count == 0
        ? "Nothing with a date is published yet."
        : string.Create(CultureInfo.InvariantCulture, $"{Counted.Posts(index.Posts.Count)} and {Counted.Comments(index.Posts.Sum(post => post.Thread.Published))}, from {Name(months[0])} to {Name(months[^1])}.");

    /// <summary>Every month from the first with a post or comment to the last, those between without one too.</summary>
    private static List<DateOnly> Months(SiteIndex index)
    {
        var dates = index.Posts.Select(post => post.FrontMatter.Date).OfType<Model.PublicDate>().Concat(index.Posts.SelectMany(post => post.Thread.Dates).Select(date => date.Date)).ToList();
        var months = new List<DateOnly>();
        if (dates.Count > 0)
        {
            var (first, last) = (dates.Min(), dates.Max());
            for (var month = new DateOnly(first.Year, first.Month, 1); month <= new DateOnly(last.Year, last.Month, 1); month = month.AddMonths(1))
            {
                months.Add(month);
            }
        }

        return months;
    }

    private static IEnumerable<ChartView> Counts(SiteIndex index, List<DateOnly> months)
    {
        var places = months.Select((month, place) => (month, place)).ToDictionary(pair => pair.month, pair => pair.place);
        var (posts, comments) = (new double[months.Count], new double[months.Count]);
        foreach (var post in index.Posts)
        {
            if (post.FrontMatter.Date is { } date)
            {
                posts[places[new DateOnly(date.Year, date.Month, 1)]]++;
            }

            foreach (var (day, count) in post.Thread.Dates)
            {
                comments[places[new DateOnly(day.Year, day.Month, 1)]] += count;
            }
        }

        var years = months.ConvertAll(month => month.Year.ToString(CultureInfo.InvariantCulture));
        yield return Count("Posts by month", "Posts", years, months, posts);
        yield return Count("Comments by month", "Comments", years, months, comments);
    }

    private static ChartView Count(string heading, string what, List<string> years, List<DateOnly> months, double[] values)
    {
        var most = Array.IndexOf(values, values.Max());
        var drawing = ColumnChart.Draw(string.Create(CultureInfo.InvariantCulture, $"{heading}, {Name(months[0])} to {Name(months[^1])}; most in {Name(months[most])}: {values[most]:N0}"), years, values);
        return new ChartView(heading, drawing, ["Month", what], [.. months.Select((month, place) => (IReadOnlyList<string>)[Name(month), Counted.Number((int)values[place])]).Where((_, place) => values[place] > 0)]);
    }

    /// <summary>The abbreviations that stand in most texts, by year.</summary>
    private static IEnumerable<ChartView> Terms(SiteIndex index)
    {
        var uses = index.Posts.SelectMany(post => post.Terms).ToList();
        var terms = uses.GroupBy(use => use.Term, StringComparer.Ordinal).OrderByDescending(term => term.Sum(use => use.Texts)).ThenBy(term => term.Key, StringComparer.Ordinal).Take(RowsChart.MostRows).ToList();
        if (terms.Count == 0)
        {
            yield break;
        }

        var first = uses.Min(use => use.Year);
        var years = Enumerable.Range(first, uses.Max(use => use.Year) - first + 1).ToList();
        var lines = terms.ConvertAll(term => (Name: term.Key, Values: (IReadOnlyList<double>)years.ConvertAll(year => (double)term.Where(use => use.Year == year).Sum(use => use.Texts))));
        var labels = years.ConvertAll(year => year.ToString(CultureInfo.InvariantCulture));
        yield return new ChartView(
            "Abbreviations over the years",
            RowsChart.Draw($"Posts and comments with {string.Join(", ", lines.Select(line => line.Name))} by year, each to its own scale, from {labels[0]} to {labels[^1]}", labels, lines),
            ["Year", .. lines.Select(line => line.Name)],
            [.. labels.Select((label, place) => (IReadOnlyList<string>)[label, .. lines.Select(line => Counted.Number((int)line.Values[place]))])]);
    }

    private static string? Span(PostGroup series)
    {
        var years = series.Posts.Select(post => post.FrontMatter.Date?.Year).OfType<int>().ToList();
        return years.Count == 0 ? null : years.Min() == years.Max() ? string.Create(CultureInfo.InvariantCulture, $"{years.Min()}") : string.Create(CultureInfo.InvariantCulture, $"{years.Min()} to {years.Max()}");
    }

    private static string Name(DateOnly month) => month.ToString("MMMM yyyy", CultureInfo.InvariantCulture);
}
