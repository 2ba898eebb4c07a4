using Blog.Model;

namespace Blog.Content;

/// <summary>Everything a build knows of a blog before it reads the texts: settings, posts and pages with the shape of their threads, and their groupings.</summary>
public sealed record SiteIndex
{
    /// <summary>The blog's settings.</summary>
    public required SiteSettings Settings { get; init; }

    /// <summary>Published posts, newest first; undated ones last; ties by id.</summary>
    public required IReadOnlyList<PostEntry> Posts { get; init; }

    /// <summary>Static pages by address.</summary>
    public required IReadOnlyList<PostEntry> Pages { get; init; }

    /// <summary>Labels by name (ordinal, ignoring case), each with its posts newest first.</summary>
    public required IReadOnlyList<PostGroup> Labels { get; init; }

    /// <summary>Years newest first, each with its posts newest first; the key is <c>2015</c>.</summary>
    public required IReadOnlyList<PostGroup> Years { get; init; }

    /// <summary>Months newest first; the key is <c>2015-12</c>.</summary>
    public required IReadOnlyList<PostGroup> Months { get; init; }

    /// <summary>Series by name, each with its posts by number, then date.</summary>
    public required IReadOnlyList<PostGroup> Series { get; init; }

    /// <summary>Posts and pages that are in <c>input/</c> and not on the site, by path.</summary>
    public IReadOnlyList<LeftOutPost> LeftOut { get; init; } = [];
}
