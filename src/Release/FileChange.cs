namespace Blog.Release;

/// <summary>One file that a release writes or would write.</summary>
/// <param name="Path">Path within <c>input/</c>.</param>
/// <param name="Added">Lines that are new in it.</param>
/// <param name="Removed">Lines that are gone from it.</param>
/// <param name="IsNew">It was not there before.</param>
/// <param name="IsMerged">A hand's changes were joined with the release's.</param>
/// <param name="Hunks">Its changes in lines for a person; only made for a dry run.</param>
public sealed record FileChange(string Path, int Added, int Removed, bool IsNew, bool IsMerged, IReadOnlyList<string> Hunks);
