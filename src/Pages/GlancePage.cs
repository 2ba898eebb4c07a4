namespace Blog.Pages;

/// <summary>The archive at a glance: drawings with their numbers beneath, and the longest discussions.</summary>
public sealed record GlancePage : PageModel
{
    /// <summary>A sentence under the heading.</summary>
    public required string Lead { get; init; }

    /// <summary>The drawings; empty on a blog without dated posts.</summary>
    public required IReadOnlyList<ChartView> Charts { get; init; }

    /// <summary>The longest discussions, longest first.</summary>
    public required IReadOnlyList<PostItem> Longest { get; init; }

    /// <summary>The series with the number of their posts and their time, by name.</summary>
    public required IReadOnlyList<DirectoryEntry> Series { get; init; }

    /// <summary>The page of the archive.</summary>
    public required LinkView Up { get; init; }
}
