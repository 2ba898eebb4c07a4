using System.Globalization;
using Blog.Content;
using Blog.Model;

namespace Blog.Pages;

/// <summary>Makes the comments of a post ready for its pages.</summary>
/// <remarks>Works from the last comment to the first in thread order, so that no depth of replies needs a stack and every link is known when it is written.</remarks>
internal sealed class ThreadViews
{
    // Browsers stop nesting at 512 open elements (three a level here) and put the rest wherever it falls, so deeper replies stand as
    // siblings in the last list. They still say whom they answer.
    private const int DeepestNesting = 98;

    // A link of some 120 bytes for each of 1,900 comments elsewhere made part 1 of a discussion of 2,000 comments 387 kB long, where 250 are allowed (docs/performance.md).
    private const int MostAnchorsWithLinks = 600;

    // Read out and shown where a hand-made thread has no number yet.
    private const string NoNumber = "unnumbered";

    private readonly SiteAddress _address;
    private readonly RenderedPost _post;
    private readonly CommentView[] _views;
    private readonly List<int> _topLevel = [];
    private Dictionary<CommentId, int>? _places;

    public ThreadViews(RenderedPost post, SiteAddress address)
    {
        _address = address;
        _post = post;
        _views = new CommentView[post.Comments.Count];
        MakeAll();
        _topLevel.Reverse();
    }

    /// <summary>The discussion of one part.</summary>
    public ThreadView Of(int part)
    {
        var summary = _post.Entry.Thread;
        var comments = new List<CommentView>();
        foreach (var top in _topLevel)
        {
            if (_post.Comments[top].Part == part)
            {
                comments.Add(_views[top]);
            }
        }

        return new ThreadView
        {
            Heading = summary.Published == 0 ? "No comments" : Counted.Comments(summary.Published),
            RemovedNote = summary.Removed switch
            {
                0 => null,
                1 => "1 more was removed or lost; its place is kept.",
                _ => string.Create(CultureInfo.InvariantCulture, $"{summary.Removed:N0} more were removed or lost; their places are kept."),
            },
            Comments = comments,
            Parts = summary.Parts == 1 ? [] : Parts(part, summary.Parts),
            FeedHref = _post.Comments.Count == 0 ? null : _address.Href(UnitAddress.OfCommentFeed(_post.Entry.FrontMatter.Url)),
        };
    }

    private static string LabelOf(CommentFields fields) => fields.Number?.ToString() ?? NoNumber;

    private void MakeAll()
    {
        var comments = _post.Comments;
        var nextTop = -1;
        var last = new List<int>(); // for each depth the comment met last, which is the next sibling of the one before it
        var size = new int[comments.Count];
        for (var i = comments.Count - 1; i >= 0; i--)
        {
            var comment = comments[i];
            var depth = comment.Depth;
            while (last.Count <= depth)
            {
                last.Add(-1);
            }

            var replies = Replies(i, comment, size);
            _views[i] = Make(comment, last[depth], depth == 0 || nextTop == i + 1 ? -1 : nextTop, replies, size[i] - 1);
            last[depth] = i;
            last.RemoveRange(depth + 1, last.Count - depth - 1); // below it, other families follow
            if (depth == 0)
            {
                nextTop = i;
                _topLevel.Add(i);
            }
        }
    }

    /// <summary>The views that stand in a comment's list: its direct replies, or at the last level its whole family; notes the size of the family.</summary>
    private CommentView[] Replies(int index, RenderedComment comment, int[] size)
    {
        size[index] = 1;
        for (var place = 0; place < comment.Replies.Count; place++)
        {
            size[index] += size[index + size[index]]; // families stand one after the other
        }

        var family = size[index] - 1;
        if (family == 0 || comment.Depth > DeepestNesting)
        {
            return [];
        }

        if (comment.Depth == DeepestNesting)
        {
            return _views[(index + 1)..(index + 1 + family)];
        }

        var replies = new CommentView[comment.Replies.Count];
        for (var (i, place) = (index + 1, 0); place < replies.Length; place++)
        {
            replies[place] = _views[i];
            i += size[i];
        }

        return replies;
    }

    private CommentView Make(RenderedComment comment, int nextSibling, int nextTop, CommentView[] replies, int below)
    {
        var fields = comment.Fields;
        var isPublished = fields.State == CommentState.Published;
        return new CommentView
        {
            Unit = fields.Id.Value,
            Anchor = fields.Id.Anchor,
            Label = LabelOf(fields),
            Author = isPublished ? MarkedText.Of(string.IsNullOrWhiteSpace(fields.Author) ? "Anonymous" : fields.Author) : null,
            Date = isPublished ? DateView.Brief(fields.Date) : null,
            InReplyTo = comment.Parent is { } parent ? new LinkView("#" + parent.Id.Anchor, LabelOf(parent)) : null,
            IsPlaceInferred = fields.Inferred is { Parent: true },
            Answers = comment.Answers is { } answered ? LinkTo(PlaceOf(answered), comment.Part) : null,
            AnsweredBy = comment.AnsweredBy.Count == 0 ? [] : LinksTo(comment.AnsweredBy, comment.Part),
            Also = fields.Also is { } also ? [.. also.All.Select(same => same.Anchor)] : [],
            Body = isPublished ? comment.Body : null,
            Removed = isPublished ? null : fields.Reason ?? CommentStateTable.ReasonFor(fields.State),
            NextSibling = nextSibling < 0 ? null : LinkTo(nextSibling, comment.Part),
            NextTopLevel = nextTop < 0 ? null : LinkTo(nextTop, comment.Part),
            CitedBy = comment.CitedBy.Count == 0 ? [] : LinksTo(comment.CitedBy, comment.Part),
            Unresolved = isPublished ? fields.Unresolved : null,
            Replies = replies,
            FoldLabel = replies.Length > 1 || (comment.Depth == 0 && below > 1) ? Counted.Replies(below) : null,
        };
    }

    private List<LinkView> LinksTo(IReadOnlyList<CommentFields> comments, int fromPart)
    {
        var links = new List<LinkView>(comments.Count);
        foreach (var comment in comments)
        {
            links.Add(LinkTo(PlaceOf(comment), fromPart));
        }

        return links;
    }

    private int PlaceOf(CommentFields comment)
    {
        if (_places is null)
        {
            _places = new Dictionary<CommentId, int>(_post.Comments.Count);
            for (var i = 0; i < _post.Comments.Count; i++)
            {
                _places.TryAdd(_post.Comments[i].Fields.Id, i);
            }
        }

        return _places[comment.Id];
    }

    private LinkView LinkTo(int index, int part)
    {
        var target = _post.Comments[index];
        var href = target.Part == part ? "#" + target.Fields.Id.Anchor : _address.Href(target.Url);
        return new LinkView(href, LabelOf(target.Fields));
    }

    private List<PartLink> Parts(int current, int count)
    {
        var links = new List<PartLink>(count);
        var start = 0;
        for (var part = 1; part <= count; part++)
        {
            var end = start;
            while (end < _post.Comments.Count && _post.Comments[end].Part == part)
            {
                end++;
            }

            var first = Math.Min(ThreadParts.FirstOf(part), _topLevel.Count - 1);
            var last = Math.Min(ThreadParts.FirstOf(part + 1), _topLevel.Count) - 1;
            links.Add(new PartLink(
                part,
                _address.Href(UnitAddress.OfPart(_post.Entry.FrontMatter.Url, part)) + "#comments",
                _views[_topLevel[first]].Label + " to " + _views[_topLevel[last]].Label,
                part == current,
                current == 1 && part > 1 ? Anchors(start, end) : []));
            start = end;
        }

        return links;
    }

    private List<PartAnchor> Anchors(int start, int end)
    {
        var anchors = new List<PartAnchor>(end - start);
        var linked = _post.Comments.Count(comment => comment.Part > 1) <= MostAnchorsWithLinks;
        for (var i = start; i < end; i++)
        {
            anchors.AddRange(_views[i].Also.Prepend(_views[i].Anchor).Select(anchor => new PartAnchor(anchor, linked ? _address.Href(_post.Comments[i].Url) : null, _views[i].Label)));
        }

        if (!linked)
        {
            anchors.Sort((one, other) => string.CompareOrdinal(one.Anchor, other.Anchor)); // nothing shows their order, and of sorted numbers the first digits repeat, which packs smaller
        }

        return anchors;
    }
}
