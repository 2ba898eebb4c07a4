using System.Globalization;

namespace Blog.Content;

/// <summary>Groups the posts of a blog by label, year, month and series.</summary>
internal static class PostGrouping
{
    /// <summary>Labels by name, each with its posts in the order given.</summary>
    public static IReadOnlyList<PostGroup> Labels(IReadOnlyList<PostEntry> posts)
    {
        var byLabel = new Dictionary<string, List<PostEntry>>();
        foreach (var post in posts)
        {
            foreach (var label in post.FrontMatter.Labels)
            {
                Add(byLabel, label, post);
            }
        }

        return Named(byLabel, "/labels/");
    }

    /// <summary>Series by name, each with its posts by number, then date, then id; those without a number last.</summary>
    public static IReadOnlyList<PostGroup> Series(IReadOnlyList<PostEntry> posts)
    {
        var bySeries = new Dictionary<string, List<PostEntry>>();
        foreach (var post in posts)
        {
            if (post.FrontMatter.Series is { } place)
            {
                Add(bySeries, place.Name, post);
            }
        }

        foreach (var list in bySeries.Values)
        {
            list.Sort(ByPlace);
        }

        return Named(bySeries, "/series/");
    }

    /// <summary>Years, newest first, each with its posts in the order given.</summary>
    public static IReadOnlyList<PostGroup> Years(IReadOnlyList<PostEntry> posts) => Dated(
        posts,
        date => date.Year,
        year => year.ToString("0000", CultureInfo.InvariantCulture),
        key => key);

    /// <summary>Months, newest first, each with its posts in the order given.</summary>
    public static IReadOnlyList<PostGroup> Months(IReadOnlyList<PostEntry> posts) => Dated(
        posts,
        date => (date.Year * 12) + date.Month - 1,
        month => string.Create(CultureInfo.InvariantCulture, $"{month / 12:0000}-{(month % 12) + 1:00}"),
        key => MonthName(key));

    private static string MonthName(string key) =>
        DateOnly.ParseExact(key, "yyyy-MM", CultureInfo.InvariantCulture).ToString("MMMM yyyy", CultureInfo.InvariantCulture);

    private static List<PostGroup> Dated(
        IReadOnlyList<PostEntry> posts, Func<Model.PublicDate, int> number, Func<int, string> toKey, Func<string, string> toName)
    {
        var byNumber = new SortedDictionary<int, List<PostEntry>>(Comparer<int>.Create((a, b) => b.CompareTo(a)));
        foreach (var post in posts)
        {
            if (post.FrontMatter.Date is { } date)
            {
                var key = number(date);
                if (!byNumber.TryGetValue(key, out var list))
                {
                    byNumber.Add(key, list = []);
                }

                list.Add(post);
            }
        }

        var groups = new List<PostGroup>(byNumber.Count);
        foreach (var (key, list) in byNumber)
        {
            var text = toKey(key);
            groups.Add(new PostGroup(text, toName(text), "/" + text.Replace('-', '/') + "/", list));
        }

        return groups;
    }

    private static List<PostGroup> Named(Dictionary<string, List<PostEntry>> byName, string folder)
    {
        var slugs = GroupSlugs.Of(byName.Keys);
        var groups = new List<PostGroup>(byName.Count);
        foreach (var (name, list) in byName)
        {
            groups.Add(new PostGroup(name, name, folder + slugs[name] + ".html", list));
        }

        groups.Sort((a, b) =>
        {
            var byLetters = string.Compare(a.Name, b.Name, StringComparison.OrdinalIgnoreCase);
            return byLetters != 0 ? byLetters : string.CompareOrdinal(a.Name, b.Name);
        });
        return groups;
    }

    private static void Add(Dictionary<string, List<PostEntry>> groups, string key, PostEntry post)
    {
        if (!groups.TryGetValue(key, out var list))
        {
            groups.Add(key, list = []);
        }

        if (list.Count == 0 || !ReferenceEquals(list[^1], post)) // a label written twice counts once
        {
            list.Add(post);
        }
    }

    private static int ByPlace(PostEntry a, PostEntry b)
    {
        var numberA = a.FrontMatter.Series?.Number ?? int.MaxValue;
        var numberB = b.FrontMatter.Series?.Number ?? int.MaxValue;
        if (numberA != numberB)
        {
            return numberA.CompareTo(numberB);
        }

        var dateA = a.FrontMatter.Date?.Start.UtcTicks ?? long.MaxValue;
        var dateB = b.FrontMatter.Date?.Start.UtcTicks ?? long.MaxValue;
        return dateA != dateB ? dateA.CompareTo(dateB) : string.CompareOrdinal(a.FrontMatter.Id.Value, b.FrontMatter.Id.Value);
    }
}
