using Blog.Requests;

namespace Blog.Commands.TakedownVerbs;

/// <summary>What was seen at a place where copies may lie.</summary>
/// <param name="Place">The place.</param>
/// <param name="Count">How many were seen; null where nobody looked.</param>
/// <param name="Where">Files, names and counts, never words.</param>
internal sealed record CopyLine(CopyPlace Place, int? Count, IReadOnlyList<string> Where);
