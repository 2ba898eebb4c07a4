namespace Blog.Site.Reuse;

/// <summary>A published file as it lay there after its build: one that still looks so is the same, and need not be read.</summary>
/// <param name="Sha256">Lower-case hex SHA-256 of its bytes.</param>
/// <param name="Length">Length in bytes.</param>
/// <param name="Inode">Number of its inode; 0 where the system has none to tell, and then the file is never carried.</param>
/// <param name="Modified">Time of its last change, in ticks of <see cref="DateTime"/>, UTC.</param>
/// <param name="Born">Time it was made, likewise.</param>
internal sealed record KnownFile(string Sha256, long Length, long Inode, long Modified, long Born);
