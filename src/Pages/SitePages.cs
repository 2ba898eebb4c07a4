using Blog.Content;

namespace Blog.Pages;

/// <summary>Every page of a site: the lists, which need no text, and the pages of each rendered post.</summary>
/// <remarks>Pages are made one by one as they are asked for. Safe for many threads at once; the same index gives the same pages.</remarks>
public sealed class SitePages
{
    private readonly PageContext _context;
    private readonly PostPages _posts;

    /// <summary>Prepares what all pages share, of a site that takes no submissions at present.</summary>
    public SitePages(SiteIndex index, ThemeAssets assets)
        : this(index, assets, SubmissionOpening.None)
    {
    }

    /// <summary>Prepares what all pages share.</summary>
    public SitePages(SiteIndex index, ThemeAssets assets, SubmissionOpening opening)
    {
        _context = new PageContext(index, assets, opening);
        _posts = new PostPages(_context);
    }

    /// <summary>One job for each list of the site in a fixed order: home, labels, years, months, series, directories, discussions, search, submissions (where the site takes any), 404. A job makes all pages of its list.</summary>
    public IReadOnlyList<ListJob> Lists()
    {
        var index = _context.Index;
        var jobs = new List<ListJob> { new(SiteAddresses.Home, () => ListPages.Home(_context)) };
        foreach (var label in index.Labels)
        {
            jobs.Add(new(label.Url, () => ListPages.Label(_context, label)));
        }

        var months = index.Months.ToDictionary(month => month.Key);
        for (var i = 0; i < index.Years.Count; i++)
        {
            var place = i;
            jobs.Add(new(index.Years[i].Url, () => ListPages.Year(_context, index.Years, place, months)));
        }

        for (var i = 0; i < index.Months.Count; i++)
        {
            var place = i;
            jobs.Add(new(index.Months[i].Url, () => ListPages.Month(_context, index.Months, place)));
        }

        foreach (var series in index.Series)
        {
            jobs.Add(new(series.Url, () => [SeriesPages.Of(_context, series)]));
        }

        jobs.Add(new(SiteAddresses.Archive, () => [DirectoryPages.Archive(_context)]));
        jobs.Add(new(SiteAddresses.Glance, () => [GlancePages.Of(_context)]));
        jobs.Add(new(SiteAddresses.Labels, () => [DirectoryPages.Labels(_context)]));
        jobs.Add(new(SiteAddresses.Series, () => [DirectoryPages.Series(_context)]));
        jobs.Add(new(SiteAddresses.Discussions, () => ListPages.Discussions(_context)));
        jobs.Add(new(SiteAddresses.Search, () => [SearchPages.Of(_context)]));
        if (index.Settings.Submissions is not null)
        {
            jobs.Add(new(SiteAddresses.Submit, () => [SubmissionForms.Page(_context)]));
        }

        jobs.AddRange(ReaderPages.Of(_context));
        jobs.Add(new(SiteAddresses.NotFound, () => [DirectoryPages.NotFound(_context)]));
        return jobs;
    }

    /// <summary>Ids of the posts that a post's page leads on to, nearest first: which they are follows from more than what they say.</summary>
    public IEnumerable<string> RelatedTo(PostEntry post) => _posts.RelatedTo(post).Select(other => other.FrontMatter.Id.Value);

    /// <summary>The pages of a post or static page, one for each part of its discussion.</summary>
    public IEnumerable<PageModel> Of(RenderedPost post) => _posts.Of(post);
}
