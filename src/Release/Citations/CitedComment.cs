using Blog.Redact;

namespace Blog.Release.Citations;

/// <summary>What the resolver of time citations knows of one comment of a thread.</summary>
internal sealed record CitedComment
{
    /// <summary>Index of the comment it answers; null at the top level.</summary>
    public int? Parent { get; init; }

    /// <summary>Whether it stood on the old page: a comment that was never shown cannot have been cited.</summary>
    public bool WasShown { get; init; } = true;

    /// <summary>Its prose (<see cref="ProseView.Text"/>); empty where it is removed or lost.</summary>
    public string Text { get; init; } = string.Empty;

    /// <summary>Day and minute that stood beside it, on the old page's clock; null where lost.</summary>
    public DateTime? Shown { get; init; }

    /// <summary>Days and minutes beside comments that were the same as this one: people cited those too.</summary>
    public IReadOnlyList<DateTime> Also { get; init; } = [];

    /// <summary>What makes it one person's with others, as far as the old page told; null where it told nothing.</summary>
    public string? Identity { get; init; }

    /// <summary>Name that stood beside it; null where lost or none.</summary>
    public string? Name { get; init; }
}
