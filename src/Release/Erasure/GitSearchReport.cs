namespace Blog.Release.Erasure;

/// <summary>What a search through a repository saw, without a word of it.</summary>
/// <param name="Objects">Objects looked at.</param>
/// <param name="Bytes">Their bytes.</param>
/// <param name="Files">Files of <c>.git</c> beside the objects that were looked at.</param>
/// <param name="Found">Names of objects that hold some of it.</param>
/// <param name="FoundFiles">Files of <c>.git</c> beside the objects that hold some of it, by path there.</param>
/// <param name="Commits">Commits that brought or took away such an object, abbreviated; of many objects only the first are followed.</param>
/// <param name="Loose">How many of the objects no commit of any ref, stash or reflog leads to.</param>
/// <param name="Now">How many of the objects stand in what is checked out now.</param>
public sealed record GitSearchReport(int Objects, long Bytes, int Files, IReadOnlyList<string> Found, IReadOnlyList<string> FoundFiles, IReadOnlyList<string> Commits, int Loose, int Now)
{
    /// <summary>Whether nothing of it is there.</summary>
    public bool IsClean => Found.Count == 0 && FoundFiles.Count == 0;
}
