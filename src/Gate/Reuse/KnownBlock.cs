namespace Blog.Gate.Reuse;

/// <summary>The files of the streams in which the lists and positions of a block of the dictionary lie.</summary>
/// <param name="First">Number of the first file in each stream.</param>
/// <param name="Last">Number of the last file in each stream; below the first where none is needed.</param>
internal sealed record KnownBlock(IReadOnlyList<int> First, IReadOnlyList<int> Last);
