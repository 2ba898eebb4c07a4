namespace Blog.Search.Index;

/// <summary>A list of texts as written: posts and comments apart, so that what a query needs of the posts can be fetched without the comments.</summary>
/// <param name="Posts">The postings of posts.</param>
/// <param name="Comments">The postings of comments.</param>
internal sealed record PartedList(ScoredList Posts, ScoredList Comments)
{
    /// <summary>All postings.</summary>
    public int Postings => Posts.Postings + Comments.Postings;
}
