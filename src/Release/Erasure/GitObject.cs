namespace Blog.Release.Erasure;

/// <summary>An object of a repository.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Type"><c>blob</c>, <c>tree</c>, <c>commit</c> or <c>tag</c>.</param>
/// <param name="Bytes">What it holds, without git's own head.</param>
internal readonly record struct GitObject(string Id, string Type, byte[] Bytes);
