using Blog.Model;

namespace Blog.Site;

/// <summary>Makes the ids of feeds and entries: <c>tag:</c> URIs (RFC 4151) of the site's host and the public id.</summary>
/// <remarks>
/// <para><c>tag:example.org,2026:post/47</c>; under <c>/blog</c>: <c>tag:example.org,2026:blog/post/47</c>. The id of a post or comment is the old
/// blog's wherever the policy kept it, so an entry is the same for as long as the site keeps its address.</para>
/// <para>The year is fixed, not the post's: an entry whose date is corrected, coarsened or withdrawn must not come back as new in every
/// reader's feed, and an id must not tell a year that the entry itself no longer tells. The old form
/// <c>tag:blogger.com,1999:blog-B.post-N</c> is not used: it names the old blog, and its B is private.</para>
/// </remarks>
internal sealed class FeedIds
{
    private const string Year = "2026"; // of the first such id; RFC 4151 wants a date on which the authority held the host

    private readonly string _prefix;

    /// <summary>Takes the site's address, e.g. <c>https://example.org/blog</c>.</summary>
    public FeedIds(string address)
    {
        var rest = address[(address.IndexOf("://", StringComparison.Ordinal) + "://".Length)..].TrimEnd('/');
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        var authority = slash < 0 ? rest : rest[..slash];
        var path = slash < 0 ? string.Empty : rest[(slash + 1)..] + "/";
        var colon = authority.IndexOf(':', StringComparison.Ordinal);
        var host = colon < 0 ? authority : authority[..colon];
        var port = colon < 0 ? string.Empty : authority[(colon + 1)..] + "/"; // an authority of RFC 4151 has none
        _prefix = $"tag:{host},{Year}:{port}{path}";
    }

    /// <summary>Id of the feed of posts.</summary>
    public string Posts => _prefix + "posts";

    /// <summary>Id of a post's entry.</summary>
    public string Post(PostId id) => $"{_prefix}post/{id}";

    /// <summary>Id of the feed of a post's comments.</summary>
    public string Comments(PostId id) => $"{_prefix}comments/{id}";

    /// <summary>Id of a comment's entry.</summary>
    public string Comment(CommentId id) => $"{_prefix}comment/{id}";
}
