using System.Globalization;
using System.Text;
using Blog.Content;

namespace Blog.Pages;

/// <summary>Makes the pages that list lists: all labels, all series, the whole archive, and the 404 page.</summary>
internal static class DirectoryPages
{
    // From here on letters help to find a label.
    private const int FewLabels = 40;

    private const int LabelsOnNotFound = 20;

    public static PageModel Labels(PageContext context)
    {
        var labels = context.Index.Labels;
        return new DirectoryPage
        {
            Frame = context.ListFrame(SiteAddresses.Labels, "Labels", null, SiteAddresses.Labels),
            Heading = "Labels",
            Lead = labels.Count == 0 ? "No post has a label yet." : Counted.Of(labels.Count, "label", "labels") + " by name.",
            Sections = labels.Count > FewLabels ? ByLetter(context, labels) : Single(context, labels, context.Settings.Labels),
        };
    }

    public static PageModel Series(PageContext context)
    {
        var series = context.Index.Series;
        return new DirectoryPage
        {
            Frame = context.ListFrame(SiteAddresses.Series, "Series", null, SiteAddresses.Series),
            Heading = "Series",
            Lead = series.Count == 0 ? "No post belongs to a series yet." : Counted.Of(series.Count, "series", "series") + " by name.",
            Sections = Single(context, series, context.Settings.Series),
        };
    }

    public static PageModel Archive(PageContext context)
    {
        var sections = new List<DirectorySection>(context.Index.Years.Count);
        var month = 0;
        foreach (var year in context.Index.Years)
        {
            var entries = new List<DirectoryEntry>();
            for (; month < context.Index.Months.Count && context.Index.Months[month].Key.StartsWith(year.Key, StringComparison.Ordinal); month++)
            {
                var group = context.Index.Months[month];
                entries.Add(Entry(context, group, WithoutYear(group.Name), null));
            }

            sections.Add(new DirectorySection(new LinkView(context.Address.Href(year.Url), year.Name), entries));
        }

        var undated = context.Index.Posts.Count(post => post.FrontMatter.Date is null);
        return new DirectoryPage
        {
            Frame = context.ListFrame(SiteAddresses.Archive, "Archive", null, SiteAddresses.Archive),
            Heading = "Archive",
            Lead = context.Index.Posts.Count == 0
                ? "Nothing is published yet."
                : Counted.Posts(context.Index.Posts.Count) + (undated == 0 ? "." : string.Create(CultureInfo.InvariantCulture, $", {undated:N0} of them without a date (last on the home pages).")),
            Also = context.Index.Posts.Count == 0 ? null : new LinkView(context.Address.Href(SiteAddresses.Glance), "The archive at a glance"),
            Sections = sections,
        };
    }

    public static PageModel NotFound(PageContext context)
    {
        var labels = context.Index.Labels
            .OrderByDescending(label => label.Posts.Count)
            .Take(LabelsOnNotFound)
            .OrderBy(label => label.Name, StringComparer.OrdinalIgnoreCase)
            .ThenBy(label => label.Name, StringComparer.Ordinal);
        return new NotFoundPage
        {
            Frame = context.ListFrame(SiteAddresses.NotFound, "Page not found", null, null) with { IsListed = false },
            Years = [.. context.Index.Years.Select(year => new LinkView(context.Address.Href(year.Url), year.Name))],
            Labels = [.. labels.Select(label => new TitleLink(context.Address.Href(label.Url), MarkedText.Of(label.Name)))],
        };
    }

    private static List<DirectorySection> Single(PageContext context, IReadOnlyList<PostGroup> groups, IReadOnlyDictionary<string, string> descriptions)
    {
        var entries = new List<DirectoryEntry>(groups.Count);
        foreach (var group in groups)
        {
            entries.Add(Entry(context, group, group.Name, descriptions.GetValueOrDefault(group.Key)));
        }

        return entries.Count == 0 ? [] : [new DirectorySection(null, entries)];
    }

    private static List<DirectorySection> ByLetter(PageContext context, IReadOnlyList<PostGroup> labels)
    {
        var sections = new List<DirectorySection>();
        var entries = new List<DirectoryEntry>();
        string? current = null;
        foreach (var label in labels)
        {
            var letter = Letter(label.Name);
            if (letter != current)
            {
                entries = [];
                sections.Add(new DirectorySection(new LinkView(string.Empty, letter), entries));
                current = letter;
            }

            entries.Add(Entry(context, label, label.Name, context.Settings.Labels.GetValueOrDefault(label.Key)));
        }

        return sections;
    }

    private static string Letter(string name)
    {
        var first = Rune.GetRuneAt(name, 0);
        return Rune.IsLetter(first) ? Rune.ToUpperInvariant(first).ToString() : "0–9 and signs";
    }

    private static DirectoryEntry Entry(PageContext context, PostGroup group, string name, string? description) =>
        new(new TitleLink(context.Address.Href(group.Url), MarkedText.Of(name)), Counted.Posts(group.Posts.Count), description);

    private static string WithoutYear(string month) => month[..month.LastIndexOf(' ')];
}
