using System.Text;
using Blog.Source;

namespace Blog.Release.Erasure;

/// <summary>Looks for texts in every object of a repository and in the other files of <c>.git</c>: by their passages, and by pieces of their bytes.</summary>
/// <remarks>Objects are compared one by one: git packs them as differences from one another, so that a search of the pack's bytes would see nothing.</remarks>
public sealed class GitSearch
{
    /// <summary>Of so many objects the commits are looked up: each costs a walk through the history.</summary>
    private const int MostFollowed = 40;

    private const int LongestFile = 256 * 1024 * 1024;

    private readonly PassageFinder _passages;
    private readonly RawPieces _pieces;

    /// <summary>Prepares.</summary>
    /// <param name="passages">Passages of the texts; those of an erasure list, too, of which no text is left.</param>
    /// <param name="pieces">Pieces of texts that are still at hand, each nobody else's; looked for as UTF-8 and UTF-16, letter for letter.</param>
    public GitSearch(PassageFinder passages, IEnumerable<string> pieces)
    {
        _passages = passages;
        _pieces = new RawPieces(pieces);
    }

    /// <summary>Whether there is nothing to look for.</summary>
    public bool IsEmpty => _passages.Count == 0 && _pieces.Count == 0;

    /// <summary>Looks.</summary>
    /// <exception cref="IOException">git failed: nothing is said of a repository that was not read to its end.</exception>
    public GitSearchReport Look(GitRepository repository, CancellationToken token)
    {
        var (objects, bytes) = (0, 0L);
        var found = new List<string>();
        foreach (var each in GitObjects.Read(repository, token))
        {
            objects++;
            bytes += each.Bytes.Length;
            if (Holds(each.Bytes))
            {
                found.Add(each.Id);
            }
        }

        found.Sort(StringComparer.Ordinal);
        var (files, foundFiles) = OtherFiles(repository, token);
        var (commits, loose) = CommitsOf(repository, found, token);
        var now = repository.Ask("ls-tree", "-r", "HEAD").Split('\n').Select(line => line.Split('\t')[0].Split(' ')).Where(words => words.Length == 3).Select(words => words[2]).ToHashSet(StringComparer.Ordinal);
        return new GitSearchReport(objects, bytes, files, found, foundFiles, commits, loose, found.Count(now.Contains));
    }

    private bool Holds(byte[] bytes) =>
        _pieces.StandIn(bytes) || (_passages.Count > 0 && bytes.Length >= PassageFinder.Letters && _passages.Find(Encoding.UTF8.GetString(bytes)).Count > 0);

    /// <summary>Messages, logs, what merges remember, large files kept beside: everything in <c>.git</c> but the objects, which were read one by one.</summary>
    private (int Files, List<string> Found) OtherFiles(GitRepository repository, CancellationToken token)
    {
        var (files, found) = (0, new List<string>());
        var objects = repository.PathOf("objects") + Path.DirectorySeparatorChar;
        var all = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };
        foreach (var file in Directory.EnumerateFiles(repository.Folder, "*", all).Where(file => !file.StartsWith(objects, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            token.ThrowIfCancellationRequested();
            files++;
            if (new FileInfo(file).Length > LongestFile || Holds(File.ReadAllBytes(file))) // one that cannot be searched counts as found
            {
                found.Add(Path.GetRelativePath(repository.Folder, file));
            }
        }

        return (files, found);
    }

    private static (List<string> Commits, int Loose) CommitsOf(GitRepository repository, List<string> found, CancellationToken token)
    {
        var commits = new SortedSet<string>(StringComparer.Ordinal);
        var loose = 0;
        var reachable = repository.Ask("rev-list", "--objects", "--no-object-names", "--all", "--reflog").Split('\n').ToHashSet(StringComparer.Ordinal);
        loose = found.Count(id => !reachable.Contains(id));
        foreach (var id in found.Where(reachable.Contains).Take(MostFollowed))
        {
            token.ThrowIfCancellationRequested();
            commits.UnionWith(repository.Ask("log", "--all", "--reflog", "--format=%h", "--find-object=" + id).Split('\n').Where(line => line.Length > 0));
        }

        return ([.. commits], loose);
    }
}
