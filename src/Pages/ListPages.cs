using Blog.Content;

namespace Blog.Pages;

/// <summary>Makes the lists of posts: home, labels, years, months and discussions, each with its pages.</summary>
internal static class ListPages
{
    public static IEnumerable<PageModel> Home(PageContext context)
    {
        var posts = context.Index.Posts;
        var size = context.Settings.PageSizes.Home;
        var pages = PageContext.PagesFor(posts.Count, size);
        for (var page = 1; page <= pages; page++)
        {
            var pager = context.Pager(SiteAddresses.Home, page, pages);
            var address = SiteAddresses.OfPage(SiteAddresses.Home, page);
            var frame = context.ListFrame(address, "Latest posts", context.Settings.Description, SiteAddresses.Home, pager);
            yield return new HomePage
            {
                Frame = page > 1 ? frame : frame with
                {
                    DocumentTitle = context.Settings.Discreet ? frame.DocumentTitle : context.Site.Title.Plain,
                    Headline = context.Settings.Discreet ? frame.Headline : context.Site.Title.Plain,
                    StructuredData = BlogStructuredData.Write(context),
                },
                Posts = Items(context, posts, (page - 1) * size, size, full: true),
                Pager = pager,
            };
        }
    }

    public static IEnumerable<PageModel> Label(PageContext context, PostGroup label)
    {
        var heading = MarkedText.Of(label.Name);
        context.Settings.Labels.TryGetValue(label.Key, out var description);
        return Pages(context, label.Posts, label.Url, (page, pager) => new ListPage
        {
            Frame = context.ListFrame(SiteAddresses.OfPage(label.Url, page), heading.Plain, description, SiteAddresses.Labels, pager),
            Kind = "Label",
            Heading = heading,
            Lead = Counted.Posts(label.Posts.Count) + (label.Posts.Count > 1 ? ", newest first." : "."),
            Description = description,
            Sections = [new PostSection(null, Items(context, label.Posts, page, full: false))],
            Pager = pager,
            Up = new LinkView(context.Address.Href(SiteAddresses.Labels), "All labels"),
        });
    }

    /// <param name="years">All years, newest first.</param>
    /// <param name="place">Which of them.</param>
    /// <param name="months">All months by their key.</param>
    /// <param name="context">The shared context.</param>
    public static IEnumerable<PageModel> Year(PageContext context, IReadOnlyList<PostGroup> years, int place, IReadOnlyDictionary<string, PostGroup> months) =>
        Dated(context, years, place, page => ByMonth(context, years[place], page, months));

    /// <param name="months">All months, newest first.</param>
    /// <param name="place">Which of them.</param>
    /// <param name="context">The shared context.</param>
    public static IEnumerable<PageModel> Month(PageContext context, IReadOnlyList<PostGroup> months, int place) =>
        Dated(context, months, place, page => [new PostSection(null, Items(context, months[place].Posts, page, full: false))]);

    public static IEnumerable<PageModel> Discussions(PageContext context)
    {
        var posts = context.Index.Posts.Where(post => post.Thread.Published > 0).OrderByDescending(post => post.Thread.Published).ToList();
        var comments = posts.Sum(post => (long)post.Thread.Published);
        var lead = posts.Count == 0
            ? "No post has comments yet."
            : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{comments:N0} {(comments == 1 ? "comment" : "comments")} on {Counted.Posts(posts.Count)}, the longest discussions first.");
        return Pages(context, posts, SiteAddresses.Discussions, (page, pager) => new ListPage
        {
            Frame = context.ListFrame(SiteAddresses.OfPage(SiteAddresses.Discussions, page), "Discussions", null, SiteAddresses.Discussions, pager),
            Heading = MarkedText.Of("Discussions"),
            Lead = lead,
            Sections = [new PostSection(null, Items(context, posts, page, full: false))],
            Pager = pager,
        });
    }

    private static IEnumerable<PageModel> Dated(
        PageContext context, IReadOnlyList<PostGroup> groups, int place, Func<int, IReadOnlyList<PostSection>> sections)
    {
        var group = groups[place];
        return Pages(context, group.Posts, group.Url, (page, pager) => new ListPage
        {
            Frame = context.ListFrame(SiteAddresses.OfPage(group.Url, page), group.Name, null, SiteAddresses.Archive, pager),
            Kind = "Archive",
            Heading = MarkedText.Of(group.Name),
            Lead = Counted.Posts(group.Posts.Count) + ".",
            Sections = sections(page),
            Pager = pager,
            Earlier = Neighbour(context, groups, place + 1),
            Later = Neighbour(context, groups, place - 1),
            Up = new LinkView(context.Address.Href(SiteAddresses.Archive), "Whole archive"),
        });
    }

    private static LinkView? Neighbour(PageContext context, IReadOnlyList<PostGroup> groups, int place) =>
        place >= 0 && place < groups.Count ? new LinkView(context.Address.Href(groups[place].Url), groups[place].Name) : null;

    private static List<PostSection> ByMonth(PageContext context, PostGroup year, int page, IReadOnlyDictionary<string, PostGroup> months)
    {
        var size = context.Settings.PageSizes.List;
        var sections = new List<PostSection>();
        var items = new List<PostItem>();
        string? current = null;
        for (var i = (page - 1) * size; i < Math.Min(year.Posts.Count, page * size); i++)
        {
            var post = year.Posts[i];
            var key = post.FrontMatter.Date!.Value.ToString()[..7]; // not null: only dated posts are in a year
            if (key != current)
            {
                items = [];
                sections.Add(new PostSection(new LinkView(context.Address.Href(months[key].Url), months[key].Name), items));
                current = key;
            }

            items.Add(context.Item(post, full: false));
        }

        return sections;
    }

    private static IEnumerable<PageModel> Pages(
        PageContext context, IReadOnlyList<PostEntry> posts, string first, Func<int, Pager, PageModel> make)
    {
        var pages = PageContext.PagesFor(posts.Count, context.Settings.PageSizes.List);
        for (var page = 1; page <= pages; page++)
        {
            yield return make(page, context.Pager(first, page, pages));
        }
    }

    private static List<PostItem> Items(PageContext context, IReadOnlyList<PostEntry> posts, int page, bool full) =>
        Items(context, posts, (page - 1) * context.Settings.PageSizes.List, context.Settings.PageSizes.List, full);

    private static List<PostItem> Items(PageContext context, IReadOnlyList<PostEntry> posts, int start, int count, bool full)
    {
        var items = new List<PostItem>(Math.Min(count, Math.Max(0, posts.Count - start)));
        for (var i = start; i < Math.Min(posts.Count, start + count); i++)
        {
            items.Add(context.Item(posts[i], full));
        }

        return items;
    }
}
