using Blog.Model;
using Blog.Source;

namespace Blog.Site;

/// <summary>What to build.</summary>
/// <param name="Folder">The blog.</param>
/// <param name="Settings">Its settings.</param>
/// <param name="AsOf">The day the build is made for: later posts and ended texts are left out.</param>
/// <param name="Parallelism">Posts rendered at once, at least 1; the output does not depend on it.</param>
/// <param name="Durable">Whether to flush the disk before the swap.</param>
public sealed record BuildRequest(BlogFolder Folder, SiteSettings Settings, DateOnly AsOf, int Parallelism, bool Durable)
{
    /// <summary>Whether drafts and posts of days to come are shown too: only for a folder that nobody publishes (<c>serve --drafts</c>).</summary>
    public bool WithUnfinished { get; init; }

    /// <summary>Whether everything is made and read anew, whatever the last build knew (<c>build --full</c>).</summary>
    public bool Full { get; init; }

    /// <summary>How long a file of <c>input/</c> must have been at rest for the next build to go by its size and times alone: longer than the grain of any file system's clock.</summary>
    internal TimeSpan Rest { get; init; } = TimeSpan.FromSeconds(2);
}
