using Blog.Model;

namespace Blog.Source;

/// <summary>A post or page as read.</summary>
/// <param name="Post">The post.</param>
/// <param name="Findings">What is odd about the file's bytes and line ends; the layout of hand-written front matter is the editor's own.</param>
public sealed record PostReadResult(PublishedPost Post, IReadOnlyList<SourceFinding> Findings);
