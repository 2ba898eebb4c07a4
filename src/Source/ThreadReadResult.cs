using Blog.Model;

namespace Blog.Source;

/// <summary>A thread file as read.</summary>
/// <param name="Thread">The comments, each parent before its replies, depth first, whatever the order of the file.</param>
/// <param name="Findings">What is odd about the file, by line.</param>
/// <param name="Canonical">Whether <see cref="ThreadWriter"/> would write exactly the bytes that were read.</param>
public sealed record ThreadReadResult(PublishedThread Thread, IReadOnlyList<SourceFinding> Findings, bool Canonical);
