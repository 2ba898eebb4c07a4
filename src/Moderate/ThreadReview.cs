using Blog.Vault;

namespace Blog.Moderate;

/// <summary>A post with its comments under the decisions in force.</summary>
public sealed record ThreadReview
{
    /// <summary>The post's own text.</summary>
    public required TextReview Post { get; init; }

    /// <summary>The post's title after all redactions; marks in it are read by <see cref="Blog.Text.RedactionMarkSplitter"/>, foreign ones are escaped. Null where it has none.</summary>
    public string? Title { get; init; }

    /// <summary>Its labels, as the title.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>Name of its series, as the title; null where it has none.</summary>
    public string? Series { get; init; }

    /// <summary>Whether the old address tells something that is redacted, so that it cannot stay.</summary>
    public required bool PermalinkTells { get; init; }

    /// <summary>Comments by their row in the vault.</summary>
    public required IReadOnlyDictionary<long, TextReview> Comments { get; init; }

    /// <summary>What moderators said about the places of its comments.</summary>
    public required ThreadRepairs Repairs { get; init; }

    /// <summary>Terms redacted in this thread alone: their forms in this thread and the decision behind each.</summary>
    public required IReadOnlyList<TakenOut> ThreadTerms { get; init; }
}
