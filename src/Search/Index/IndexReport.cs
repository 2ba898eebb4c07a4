namespace Blog.Search.Index;

/// <summary>What an index holds.</summary>
/// <param name="Units">Posts and comments.</param>
/// <param name="Terms">Terms of the texts.</param>
/// <param name="Files">Files written.</param>
/// <param name="Bytes">Their bytes.</param>
public sealed record IndexReport(int Units, int Terms, int Files, long Bytes);
