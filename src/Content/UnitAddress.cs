using System.Globalization;
using Blog.Model;

namespace Blog.Content;

/// <summary>The one function from a unit to its address on the site: for links, feeds, index and gate.</summary>
public static class UnitAddress
{
    /// <summary>Address of a part of a post: <c>/2015/12/x.html</c>, <c>/2015/12/x.p2.html</c>.</summary>
    /// <param name="url">The post's own address, ending in <c>.html</c>.</param>
    /// <param name="part">Part, from 1.</param>
    public static string OfPart(string url, int part) => part == 1
        ? url
        : string.Create(CultureInfo.InvariantCulture, $"{url[..^".html".Length]}.p{part}.html");

    /// <summary>Address of a comment.</summary>
    public static string OfComment(string postUrl, int part, CommentId comment) => OfPart(postUrl, part) + "#" + comment.Anchor;

    /// <summary>Address of a post's comment feed, beside its page: <c>/2015/12/x.comments.atom</c>.</summary>
    public static string OfCommentFeed(string postUrl) => postUrl[..^".html".Length] + ".comments.atom";
}
