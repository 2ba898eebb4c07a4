using Blog.Source;

namespace Blog.Pages;

/// <summary>What the encrypting form needs, on its own page and under posts.</summary>
public sealed record SubmissionFormView
{
    /// <summary>What takes the messages: <c>netlify</c>, <c>url</c> or <c>file</c>.</summary>
    public required string Endpoint { get; init; }

    /// <summary>Where they go; empty for a file.</summary>
    public required string Target { get; init; }

    /// <summary>Whether <see cref="Target"/> is at another host than the site.</summary>
    public required bool IsElsewhere { get; init; }

    /// <summary>Bytes of the largest padded content.</summary>
    public required int MaxContent { get; init; }

    /// <summary>The keys that hold.</summary>
    public required IReadOnlyList<PublishedKey> Keys { get; init; }

    /// <summary>The script, its address as a link.</summary>
    public required PinnedScript Script { get; init; }

    /// <summary>Files of answers; 0 where there are none.</summary>
    public required int Replies { get; init; }

    /// <summary>Link to their folder.</summary>
    public required string RepliesHref { get; init; }

    /// <summary>Link to the page that explains.</summary>
    public required string PageHref { get; init; }

    /// <summary>Mail address for wishes that something be removed; null for none.</summary>
    public string? Mail { get; init; }

    /// <summary>The largest message in words: "2 MB".</summary>
    public string MaxWords => $"{MaxContent >> 20} MB";
}
