using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Blog.Import.Readers;

/// <summary>Finds posts and comments on a saved Blogger page of any of its three generations (FORMATS 1c).</summary>
/// <remarks>
/// Scripts of the page hold pieces of markup; only elements are asked. Themes are their owners' own, so what is looked for are the names that
/// Blogger's machinery itself writes: the numbers in ids and links, and the classes its scripts need.
/// </remarks>
internal sealed partial class SavedPage
{
    private SavedPage(IReadOnlyList<SavedPost> posts, IReadOnlyList<SavedComment> comments, string? commented, int counted)
    {
        Posts = posts;
        Comments = comments;
        CommentedPost = commented;
        Counted = counted;
    }

    /// <summary>Posts in the order of the page.</summary>
    public IReadOnlyList<SavedPost> Posts { get; }

    /// <summary>Comments in the order of the page.</summary>
    public IReadOnlyList<SavedComment> Comments { get; }

    /// <summary>The post they belong to; null where the page does not say.</summary>
    public string? CommentedPost { get; }

    /// <summary>Bodies of posts and distinct anchors of comments, counted apart from what was found.</summary>
    public int Counted { get; }

    /// <summary>Whether this is a post's own page, not a list of several.</summary>
    public bool IsPostPage => Posts.Count == 1 && CommentedPost is not null;

    /// <summary>Reads a page.</summary>
    public static SavedPage Read(IHtmlDocument page)
    {
        var feed = FeedPost(page);
        var bodies = page.QuerySelectorAll(".post-body").Where(body => body.ParentElement?.Closest(".post-body") is null).ToList();
        var posts = new List<SavedPost>();
        foreach (var body in bodies)
        {
            var element = body.Closest(".post, .hentry, [itemtype*=BlogPosting], article, .post-outer") ?? body.ParentElement ?? body;
            var number = PostId(element, body) ?? (bodies.Count == 1 ? feed : null);
            if (number is { } id && !posts.Exists(post => post.Id == id))
            {
                posts.Add(new SavedPost(id, element, body));
            }
        }

        var comments = new List<SavedComment>();
        var anchors = new HashSet<string>(StringComparer.Ordinal);
        foreach (var element in page.QuerySelectorAll("[id^=c]"))
        {
            if (Anchor().Match(element.Id ?? string.Empty) is { Success: true } anchor && anchors.Add(anchor.Groups["id"].Value))
            {
                comments.Add(Comment(element, anchor.Groups["id"].Value));
            }
        }

        var commented = feed is not null && posts.Exists(post => post.Id == feed) || posts.Count == 0 ? feed : posts.Count == 1 ? posts[0].Id : null;
        return new SavedPage(posts, comments, commented, bodies.Count + anchors.Count);
    }

    private static string? PostId(IElement element, IElement body)
    {
        foreach (var text in (ReadOnlySpan<string?>)[
            element.QuerySelector("meta[itemprop=postId]")?.GetAttribute("content"),
            body.Id?.StartsWith("post-body-", StringComparison.Ordinal) == true ? body.Id["post-body-".Length..] : null,
            element.QuerySelectorAll("a[name]").Select(link => link.GetAttribute("name")).FirstOrDefault(name => name is { Length: > 5 } && name.All(char.IsAsciiDigit)),
            element.QuerySelectorAll("a[href*='postID=']").Select(link => PostParameter().Match(link.GetAttribute("href") ?? string.Empty)).FirstOrDefault(match => match.Success)?.Groups["id"].Value])
        {
            if (text is { Length: > 0 and <= 30 } && text.All(char.IsAsciiDigit))
            {
                return text;
            }
        }

        return null;
    }

    /// <summary>The post that the page's feed of comments is of.</summary>
    private static string? FeedPost(IHtmlDocument page) =>
        page.QuerySelectorAll("link[href*='/comments/default']").Select(link => CommentFeed().Match(link.GetAttribute("href") ?? string.Empty)).FirstOrDefault(match => match.Success)?.Groups["id"].Value
        ?? (page.QuerySelectorAll("meta[itemprop=postId]") is { Length: 1 } metas && metas[0].GetAttribute("content") is { Length: > 0 and <= 30 } id && id.All(char.IsAsciiDigit) ? id : null);

    private static SavedComment Comment(IElement element, string id)
    {
        if (element.LocalName == "dt")
        {
            return Flat(element, id);
        }

        var item = element.Closest("li.comment") ?? element;
        if (item.ClassList.Contains("comment") || item.QuerySelector(".comment-block") is not null)
        {
            var block = item.QuerySelector(".comment-block") ?? item;
            var above = item.ParentElement?.Closest("li.comment");
            return new SavedComment(
                id,
                above is null ? null : AnchorOf(above),
                block.QuerySelector("cite.user, .comment-header .user, .comment-author"),
                block.QuerySelector(".comment-content, .comment-body"),
                block.QuerySelector("a[href*='showComment=']"),
                IsFlat: false);
        }

        // The first generation's markup is each theme's own; one list item or block a comment, its text in .comment-body.
        var body = element.QuerySelector(".comment-body") ?? element.QuerySelector("blockquote, dd, p");
        var foot = element.QuerySelector(".comment-data, .comment-poster, .comment-footer, .comment-timestamp, cite");
        var writer = element.QuerySelector(".anon-comment-author, .comment-author, .comment-poster a, .openid-comment-icon ~ a") ?? foot?.QuerySelectorAll("a").FirstOrDefault(IsPerson);
        return new SavedComment(id, null, writer, body, element.QuerySelector("a[href*='showComment=']"), IsFlat: true);
    }

    /// <summary>The second generation: a term with the name, and two descriptions with text and time.</summary>
    private static SavedComment Flat(IElement term, string id)
    {
        IElement? body = null;
        IElement? time = null;
        for (var next = term.NextElementSibling; next is not null && next.LocalName != "dt"; next = next.NextElementSibling)
        {
            body ??= next.ClassList.Contains("comment-body") ? next : null;
            time ??= next.QuerySelector("a[href*='showComment=']");
        }

        return new SavedComment(id, null, term, body, time, IsFlat: true);
    }

    private static string? AnchorOf(IElement item)
    {
        foreach (var element in (ReadOnlySpan<IElement?>)[item, item.QuerySelector(".comment-block")])
        {
            if (element?.Id is { } id && Anchor().Match(id) is { Success: true } anchor)
            {
                return anchor.Groups["id"].Value;
            }
        }

        return null;
    }

    private static bool IsPerson(IElement link) =>
        link.GetAttribute("href") is { } address && !address.StartsWith('#') && !address.Contains("showComment=", StringComparison.Ordinal)
        && !address.Contains("delete-comment", StringComparison.Ordinal) && link.TextContent.Trim().Length > 0;

    [GeneratedRegex(@"\Ac(?<id>[0-9]{6,30})\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Anchor();

    [GeneratedRegex(@"/feeds/(?:[0-9]{1,30}/)?(?<id>[0-9]{6,30})/comments/default", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex CommentFeed();

    [GeneratedRegex(@"[?&]postID=(?<id>[0-9]{6,30})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex PostParameter();
}
