using Blog.Model;
using Blog.Moderate;
using Blog.Release;
using Blog.Vault;

namespace Blog.Desk.Review;

/// <summary>A thread that a moderator has before them: read once, with the reviews that still hold.</summary>
internal sealed class OpenThread
{
    private readonly Dictionary<VaultHandle, TextReview> _reviews = [];
    private readonly Dictionary<VaultHandle, UnitPlace> _places = [];

    public OpenThread(PreparedThread thread, ThreadPreview preview)
    {
        Prepared = thread;
        Preview = preview;
        Twins = DuplicateComments.Of(thread, preview.Repairs).ToDictionary(pair => pair.Again.Row, pair => pair.First.Row);
        var post = thread.Post;
        _places.Add(post.Handle, new UnitPlace(post, null));
        var byRow = thread.Comments.ToDictionary(comment => comment.Row);
        var order = preview.Order.Select(row => byRow[row]).ToList();
        order.ForEach(comment => _places.Add(comment.Handle, new UnitPlace(post, comment)));
        Units = [_places[post.Handle], .. order.Select(comment => _places[comment.Handle])];
    }

    public PreparedThread Prepared { get; }

    public ThreadPreview Preview { get; }

    /// <summary>Rows of comments that look as if they had been posted twice, with the row of the first.</summary>
    public IReadOnlyDictionary<long, long> Twins { get; }

    /// <summary>The post, then the comments that have a place on the page, in its order.</summary>
    public IReadOnlyList<UnitPlace> Units { get; }

    public UnitPlace? Find(VaultHandle unit) => _places.GetValueOrDefault(unit);

    /// <summary>The comment of a number that readers see; null where there is none.</summary>
    public UnitPlace? Find(CommentNumber number) => Units.FirstOrDefault(unit => unit.Comment is { } comment && Preview.PlaceOf(comment.Row)?.Number == number);

    /// <summary>The number of a comment; null where it has no place on the page.</summary>
    public CommentNumber? NumberOf(long comment) => Preview.PlaceOf(comment)?.Number;

    /// <summary>The review of one text.</summary>
    public TextReview Review(VaultHandle unit, ThreadReviewer reviewer)
    {
        if (!_reviews.TryGetValue(unit, out var review))
        {
            _reviews.Add(unit, review = reviewer.Review(Prepared, unit));
        }

        return review;
    }

    /// <summary>The review of one text that still holds; null where it has none.</summary>
    public TextReview? Known(VaultHandle unit) => _reviews.GetValueOrDefault(unit);

    /// <summary>Reviews what has no review that holds.</summary>
    public void ReviewAll(ThreadReviewer reviewer)
    {
        var missing = Units.Where(unit => !_reviews.ContainsKey(unit.Handle)).ToList();
        if (missing.Count <= 3)
        {
            missing.ForEach(unit => Review(unit.Handle, reviewer)); // after a decision on one of them
            return;
        }

        var all = reviewer.Review(Prepared);
        _reviews[Prepared.Post.Handle] = all.Post;
        foreach (var comment in Prepared.Comments)
        {
            _reviews[comment.Handle] = all.Comments[comment.Row];
        }
    }

    /// <summary>The reviews of the post, and of all comments by their rows. After a decision on one text that text alone is reviewed: in a thread of a thousand the next key must not wait for all of them.</summary>
    public (TextReview Post, IReadOnlyDictionary<long, TextReview> Comments) Whole(ThreadReviewer reviewer)
    {
        ReviewAll(reviewer);
        return (Review(Prepared.Post.Handle, reviewer), Prepared.Comments.ToDictionary(comment => comment.Row, comment => Review(comment.Handle, reviewer)));
    }

    /// <summary>Forgets the review of one text, or of all.</summary>
    public void Forget(VaultHandle? unit)
    {
        if (unit is { } one)
        {
            _reviews.Remove(one);
        }
        else
        {
            _reviews.Clear();
        }
    }
}
