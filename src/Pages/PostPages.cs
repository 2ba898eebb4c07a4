using System.Globalization;
using Blog.Content;
using Blog.Model;
using Blog.Text;

namespace Blog.Pages;

/// <summary>Makes the pages of a post or static page: one, or one for each part of its discussion.</summary>
internal sealed class PostPages
{
    private const int WordsPerMinute = 230;

    private readonly PageContext _context;
    private readonly GlossaryViews _glossary;
    private readonly RelatedPosts _related;
    private readonly Dictionary<PostId, int> _places = [];
    private readonly Dictionary<PostId, (PostGroup Series, int Place)> _series = [];

    public PostPages(PageContext context)
    {
        _context = context;
        _glossary = new GlossaryViews(context.Settings.Glossary);
        _related = new RelatedPosts(context.Index);
        for (var i = 0; i < context.Index.Posts.Count; i++)
        {
            _places.TryAdd(context.Index.Posts[i].FrontMatter.Id, i);
        }

        foreach (var series in context.Index.Series)
        {
            for (var place = 0; place < series.Posts.Count; place++)
            {
                _series.TryAdd(series.Posts[place].FrontMatter.Id, (series, place));
            }
        }
    }

    /// <summary>The posts nearest to one; none for a static page.</summary>
    public IEnumerable<PostEntry> RelatedTo(PostEntry post) =>
        _places.TryGetValue(post.FrontMatter.Id, out var place) ? _related.Of(place).Select(other => _context.Index.Posts[other]) : [];

    public IEnumerable<PageModel> Of(RenderedPost post)
    {
        var isPost = _places.TryGetValue(post.Entry.FrontMatter.Id, out var place);
        var parts = post.Entry.Thread.Parts;
        var threads = isPost || post.Comments.Count > 0 ? new ThreadViews(post, _context.Address) : null;
        var form = isPost ? SubmissionForms.Comments(_context, post.Entry.FrontMatter) : null;
        for (var part = 1; part <= parts; part++)
        {
            yield return Page(post, isPost ? place : null, part, threads is null ? null : threads.Of(part) with { Form = form });
        }
    }

    private PostPage Page(RenderedPost post, int? place, int part, ThreadView? thread)
    {
        var frontMatter = post.Entry.FrontMatter;
        var title = PageContext.TitleOf(frontMatter);
        var isFirst = part == 1;
        var older = place is { } at && at + 1 < _context.Index.Posts.Count ? _context.LinkTo(_context.Index.Posts[at + 1]) : null;
        var newer = place > 0 ? _context.LinkTo(_context.Index.Posts[place.Value - 1]) : null;
        return new PostPage
        {
            Frame = Frame(post, title, part, place is not null, thread),
            Unit = frontMatter.Id.Value,
            Title = title,
            HasTitle = !string.IsNullOrWhiteSpace(frontMatter.Title),
            Href = _context.Address.Href(frontMatter.Url),
            Part = part,
            Parts = post.Entry.Thread.Parts,
            Body = isFirst ? post.Body : null,
            Date = place is null ? null : DateView.Full(frontMatter.Date),
            Updated = DateView.Brief(frontMatter.Updated),
            Author = MarkedText.OfOptional(frontMatter.Author),
            ReadingTime = isFirst ? ReadingTime(post.Entry.Words) : null,
            Labels = isFirst ? _context.LabelsOf(post.Entry) : [],
            Series = isFirst && _series.TryGetValue(frontMatter.Id, out var series) ? SeriesPages.Place(_context, series.Series, series.Place) : null,
            Thread = thread,
            Related = isFirst ? [.. RelatedTo(post.Entry).Select(_context.LinkTo)] : [],
            Glossary = _glossary.Of(post.Terms[part - 1]),
            Older = older,
            Newer = newer,
        };
    }

    private PageFrame Frame(RenderedPost post, MarkedText title, int part, bool isPost, ThreadView? thread)
    {
        var frontMatter = post.Entry.FrontMatter;
        var address = UnitAddress.OfPart(frontMatter.Url, part);
        var headline = part == 1 ? title.Plain : string.Create(CultureInfo.InvariantCulture, $"{title.Plain}, part {part} of the discussion");
        var parts = post.Entry.Thread.Parts;
        var discreet = _context.Settings.Discreet ? TabTitles.OfPost(isPost && frontMatter.Date is { } date ? DateView.Brief(date).Human : null, isPost, part) : null;
        return new PageFrame
        {
            Site = _context.Site,
            Address = address,
            CanonicalUrl = _context.Address.Absolute(address),
            DocumentTitle = discreet ?? _context.DocumentTitle(headline),
            Headline = discreet ?? headline,
            Description = discreet is not null ? TabTitles.Description : post.Entry.Excerpt.Length == 0 ? null : RedactionMarkSplitter.ReaderText(post.Entry.Excerpt),
            Unit = frontMatter.Id.Value,
            Published = isPost ? frontMatter.Date?.ToString() : null,
            Updated = frontMatter.Updated?.ToString(),
            Section = isPost ? null : _context.Address.Href(frontMatter.Url),
            PreviousHref = part > 1 ? _context.Address.Href(UnitAddress.OfPart(frontMatter.Url, part - 1)) : null,
            NextHref = part < parts ? _context.Address.Href(UnitAddress.OfPart(frontMatter.Url, part + 1)) : null,
            CommentFeedHref = thread?.FeedHref,
            Policy = thread?.Form?.Form is { } form ? ContentPolicy.OfForm(form, fetchesReplies: false).ToMeta() : _context.Policy,
            OnionUrl = _context.OnionUrl(address),
            StructuredData = isPost ? PostStructuredData.Write(_context, post, part) : null,
        };
    }

    private static string? ReadingTime(int words)
    {
        var minutes = (words + (WordsPerMinute / 2)) / WordsPerMinute;
        return minutes switch
        {
            0 => null,
            1 => "1 minute to read",
            _ => string.Create(CultureInfo.InvariantCulture, $"{minutes:N0} minutes to read"),
        };
    }
}
