namespace Blog.Model;

/// <summary>The front matter of a post or static page: everything public about it but its text.</summary>
public sealed record PostFrontMatter
{
    /// <summary>Its id, unique over the blog.</summary>
    public required PostId Id { get; init; }

    /// <summary>Title in plain text with redaction marks; null where the source has none ("Untitled" is the theme's word, not data).</summary>
    public string? Title { get; init; }

    /// <summary>When it was published; null where unknown.</summary>
    public PublicDate? Date { get; init; }

    /// <summary>When its text was last changed; null where unchanged or unknown.</summary>
    public PublicDate? Updated { get; init; }

    /// <summary>Name shown for its writer; null where none is shown.</summary>
    public string? Author { get; init; }

    /// <summary>Labels in the order of the file, without repeats.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>Its place in a series, if any.</summary>
    public SeriesPlace? Series { get; init; }

    /// <summary>The editor's summary in plain text; null where an excerpt of the text must serve.</summary>
    public string? Summary { get; init; }

    /// <summary>Address on the site, beginning with <c>/</c> and ending in <c>.html</c>, e.g. <c>/2015/12/guest-blog-47.html</c>.</summary>
    public required string Url { get; init; }

    /// <summary>Paths under which it was found before (<see cref="OldPath"/>), and which lead here; in the order of the file, without repeats.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The editor's own unfinished post: read, but never built.</summary>
    public bool Draft { get; init; }

    /// <summary>Last day on which it may stand; a build as of a later day leaves it out.</summary>
    public PublicDate? Until { get; init; }

    /// <summary>Required where <see cref="Provenance"/> is <see cref="Model.Provenance.Guest"/>.</summary>
    public Consent? Consent { get; init; }

    /// <summary>How new comments on it are written; null where <c>site.yml</c> says so for all.</summary>
    public CommentWay? Comments { get; init; }

    /// <summary>Where it came from.</summary>
    public Provenance Provenance { get; init; } = Provenance.Editor;
}
