namespace Blog.Import;

/// <summary>The files of one source.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">How messages name it.</param>
/// <param name="Files">Its files, the one that makes it what it is first.</param>
internal sealed record SourceGroup(SourceKind Kind, string Name, IReadOnlyList<SourceFile> Files);
