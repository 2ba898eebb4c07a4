using Blog.Html;

namespace Blog.Pages;

/// <summary>A post or static page with its discussion, or a further part of that discussion.</summary>
public sealed record PostPage : PageModel
{
    /// <summary>The post's unit.</summary>
    public required string Unit { get; init; }

    /// <summary>Its title, or words for none.</summary>
    public required MarkedText Title { get; init; }

    /// <summary>Whether the source has a title; false where <see cref="Title"/> is the theme's word.</summary>
    public required bool HasTitle { get; init; }

    /// <summary>Link to its first part.</summary>
    public required string Href { get; init; }

    /// <summary>Part of the discussion, from 1; the post's text stands on part 1 only.</summary>
    public required int Part { get; init; }

    /// <summary>Number of parts.</summary>
    public required int Parts { get; init; }

    /// <summary>The text; null on parts after the first.</summary>
    public SafeHtml? Body { get; init; }

    /// <summary>When it was published; null where unknown and on static pages.</summary>
    public DateView? Date { get; init; }

    /// <summary>When it was last changed; null where unchanged.</summary>
    public DateView? Updated { get; init; }

    /// <summary>Name shown for its writer; null for none.</summary>
    public MarkedText? Author { get; init; }

    /// <summary>"5 minutes to read"; null for very short texts.</summary>
    public string? ReadingTime { get; init; }

    /// <summary>Words on where it came from, e.g. for a guest post; null where there is nothing to say.</summary>
    public string? Origin { get; init; }

    /// <summary>Its labels.</summary>
    public IReadOnlyList<TitleLink> Labels { get; init; } = [];

    /// <summary>Its place in a series; null for none.</summary>
    public SeriesView? Series { get; init; }

    /// <summary>The discussion; null on a static page without comments.</summary>
    public ThreadView? Thread { get; init; }

    /// <summary>Other discussions on what this one is about; empty for none and on further parts.</summary>
    public IReadOnlyList<TitleLink> Related { get; init; } = [];

    /// <summary>Explanations of the abbreviations on this page.</summary>
    public IReadOnlyList<GlossaryView> Glossary { get; init; } = [];

    /// <summary>The post before it in time; null for the first and on static pages.</summary>
    public TitleLink? Older { get; init; }

    /// <summary>The post after it in time; null for the newest and on static pages.</summary>
    public TitleLink? Newer { get; init; }
}
