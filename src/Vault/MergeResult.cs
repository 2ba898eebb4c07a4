namespace Blog.Vault;

/// <summary>What putting the archives of a store together came to.</summary>
/// <param name="Posts">Posts that another archive's stand for.</param>
/// <param name="Comments">Comments that another archive's stand for.</param>
/// <param name="Waiting">Public comments whose post no archive has brought yet.</param>
/// <param name="Touched">Rows of the posts whose threads are to be settled anew.</param>
internal sealed record MergeResult(int Posts, int Comments, int Waiting, IReadOnlyCollection<long> Touched);
