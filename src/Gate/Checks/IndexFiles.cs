using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Blog.Search.Index;

namespace Blog.Gate.Checks;

/// <summary>The files of the index that lie in the site, by the folders that the root names.</summary>
internal sealed partial class IndexFiles
{
    private readonly StagedSite _site;
    private readonly HashSet<string> _files;
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal) { IndexFormat.Root };

    public IndexFiles(StagedSite site)
    {
        _site = site;
        _files = site.Files.Where(Owns).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Whether a file belongs to the index.</summary>
    public static bool Owns(string file) => file == IndexFormat.Root || ShardName().IsMatch(file);

    /// <summary>The first <paramref name="count"/> files of a kind, each with its number; they have to be there.</summary>
    /// <exception cref="InvalidDataException">The root names too few folders.</exception>
    public IReadOnlyList<(int Number, string Path)> First(IReadOnlyList<string> folders, int count)
    {
        if (count > folders.Count * IndexFormat.FilesPerFolder)
        {
            throw new InvalidDataException("The root names too few folders.");
        }

        return Asked([.. Enumerable.Range(0, count).Select(number => (number, ShardFolders.PathOf(folders, number)))]);
    }

    /// <summary>All files of a kind that are there, each with its number.</summary>
    public IReadOnlyList<(int Number, string Path)> All(IReadOnlyList<string> folders) =>
        Asked([.. Enumerable.Range(0, folders.Count * IndexFormat.FilesPerFolder).Select(number => (Number: number, Path: ShardFolders.PathOf(folders, number))).Where(file => _files.Contains(file.Path))]);

    /// <summary>Lower-case hex SHA-256 of each file as it lies there now, by its path.</summary>
    public IReadOnlyDictionary<string, string> Hashes(ParallelOptions options)
    {
        var hashes = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        Parallel.ForEach(_files, options, file => hashes[file] = Convert.ToHexStringLower(SHA256.HashData(_site.Read(file))));
        return hashes;
    }

    /// <summary>Bytes of files together.</summary>
    public long Length(IEnumerable<(int Number, string Path)> files) => files.Sum(file => new FileInfo(Path.Combine(_site.Root, file.Path)).Length);

    /// <summary>Files of the index that nobody asked for, sorted: they belong to nothing the root tells of.</summary>
    public IReadOnlyList<string> Strays() => [.. _files.Except(_asked).Order(StringComparer.Ordinal)];

    /// <summary>Whether a folder that the root names lies in the site; an empty name stands for none.</summary>
    public bool HasFolder(string folder) => folder.Length == 0 || _files.Any(file => file.StartsWith(IndexFormat.Folder + folder + "/", StringComparison.Ordinal));

    private List<(int Number, string Path)> Asked(List<(int Number, string Path)> files)
    {
        _asked.UnionWith(files.Select(file => file.Path));
        return files;
    }

    [GeneratedRegex(@"\Asearch/[0-9a-f]{12}/[0-9]{1,2}\.bin\z", RegexOptions.CultureInvariant)]
    private static partial Regex ShardName();
}
