using System.Text;
using Blog.Model;

namespace Blog.Content;

/// <summary>Decides into how many pages a thread is cut, and on which of them a comment stands.</summary>
/// <remarks>
/// <para>The decision must be the same in every pass and cost no rendering, so it is an estimate and not a measurement:
/// <c>bytes = sum over comments of (UTF-8 bytes of the Markdown body + 1,000)</c>. The constant is what the theme writes around a
/// text (list item, article, header, links, structured data), measured over a generated archive and rounded.</para>
/// <para>Parts are fixed ranges of 50 top-level comments, the first of 40, since it has the post and an anchor for every comment of the others; so a part once published changes only when something in it changes, and a
/// part follows from the place of the top-level comment alone. A single top-level comment is never cut, however many replies it has.</para>
/// </remarks>
public static class ThreadParts
{
    /// <summary>Estimated bytes from which a thread is cut.</summary>
    public const int Limit = 250_000;

    /// <summary>Top-level comments on the first part: of 2,000 comments it packs to 57 kB with them, to 63 with 50 (docs/performance.md).</summary>
    public const int TopLevelOnFirst = 40;

    /// <summary>Top-level comments on each further part.</summary>
    public const int TopLevelPerPart = 50;

    /// <summary>Bytes the theme writes around each comment's text, for the estimate.</summary>
    public const int BytesAroundComment = 1000;

    /// <summary>Estimated bytes of one comment on its page.</summary>
    public static long Estimate(PublishedComment comment) => Encoding.UTF8.GetByteCount(comment.Body) + BytesAroundComment;

    /// <summary>Number of parts, at least 1.</summary>
    /// <param name="estimate">Sum of <see cref="Estimate"/> over the thread.</param>
    /// <param name="topLevel">Comments at the top level, removed ones included.</param>
    public static int Count(long estimate, int topLevel) => estimate <= Limit || topLevel == 0 ? 1 : PartAt(topLevel - 1);

    /// <summary>Part, from 1, on which a top-level comment and everything under it stands.</summary>
    /// <param name="topLevelIndex">Its place among the top-level comments, from 0.</param>
    /// <param name="parts">Number of parts of the thread.</param>
    public static int PartOf(int topLevelIndex, int parts) => parts == 1 ? 1 : PartAt(topLevelIndex);

    /// <summary>Place, from 0, of the first top-level comment of a part of a thread that is cut.</summary>
    public static int FirstOf(int part) => part == 1 ? 0 : TopLevelOnFirst + ((part - 2) * TopLevelPerPart);

    private static int PartAt(int topLevelIndex) => topLevelIndex < TopLevelOnFirst ? 1 : ((topLevelIndex - TopLevelOnFirst) / TopLevelPerPart) + 2;
}
