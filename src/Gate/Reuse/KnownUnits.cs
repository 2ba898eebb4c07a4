using Blog.Gate.Checks;

namespace Blog.Gate.Reuse;

/// <summary>What a clean page says of its units, for the index to be compared with: hashes, and what the index shows of its thread.</summary>
/// <param name="PostPath">Path of the post's first page.</param>
/// <param name="Part">Which part of the thread it is.</param>
/// <param name="Title">Title of the thread.</param>
/// <param name="Labels">Its labels.</param>
/// <param name="Series">Its series.</param>
/// <param name="Units">Its units.</param>
/// <param name="Words">Hashes of words that were seen on this page first. A word may stand on other pages too, and is witnessed by one.</param>
internal sealed record KnownUnits(string PostPath, int Part, string Title, IReadOnlyList<string> Labels, string Series, IReadOnlyList<StagedUnit> Units, IReadOnlyList<long> Words);
