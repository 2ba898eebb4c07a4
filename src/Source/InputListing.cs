using System.Buffers;

namespace Blog.Source;

/// <summary>Lists the files of one folder below <c>input/</c>, in ordinal order, and notes every name that cannot be one of a blog's.</summary>
internal sealed class InputListing
{
    private const int MaxDepth = 16;
    private const int MaxLinks = 40; // as Linux: more is a circle

    /// <summary>Names are kept to what every file system, git and host reads the same way; case clashes are looked for apart.</summary>
    private static readonly SearchValues<char> NameCharacters = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.");

    private readonly string _root;
    private readonly string _realRoot;
    private readonly Dictionary<string, string> _byFold = new(StringComparer.OrdinalIgnoreCase);

    private InputListing(string input)
    {
        _root = input;
        _realRoot = Path.TrimEndingDirectorySeparator(RealPath(input));
    }

    /// <summary>Files found, in ordinal order of their paths.</summary>
    public List<(string Path, FileInfo File)> Files { get; } = [];

    /// <summary>What is wrong with names and links.</summary>
    public List<SourceFinding> Problems { get; } = [];

    /// <summary>Lists a folder; an absent one is empty.</summary>
    /// <param name="input">Absolute path of <c>input/</c>.</param>
    /// <param name="folder">Folder below it, e.g. <c>posts</c>.</param>
    public static InputListing Of(string input, string folder)
    {
        var listing = new InputListing(input);
        var start = new DirectoryInfo(Path.Combine(input, folder));
        if (start.Exists && listing.IsInside(start, folder))
        {
            listing.Walk(start, folder, 1);
        }

        listing.Files.Sort((left, right) => string.CompareOrdinal(left.Path, right.Path));
        listing.Problems.Sort(SourceFinding.Compare);
        return listing;
    }

    /// <summary>Stops where there are problems, naming all.</summary>
    public InputListing OrThrow() => Problems.Count == 0 ? this : throw new SourceException(Problems);

    private void Walk(DirectoryInfo folder, string path, int depth)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos())
        {
            if (IsLeftover(entry.Name))
            {
                continue;
            }

            var entryPath = path + "/" + entry.Name;
            if (!IsGoodName(entry.Name))
            {
                Add(path, $"A file or folder in {path} has a name that not every system can hold. Use letters a-z, digits, '-', '_' and '.' only, and begin with a letter or digit.");
                continue;
            }

            if (!_byFold.TryAdd(entryPath, entryPath))
            {
                Add(entryPath, $"The name differs only in capitals from {_byFold[entryPath]}; some systems and hosts take them for one file. Rename one.");
                continue;
            }

            switch (entry)
            {
                case DirectoryInfo inner when depth == MaxDepth:
                    Add(entryPath, "The folder lies more than 16 deep. Move it up.");
                    break;
                case DirectoryInfo inner when inner.LinkTarget is not null:
                    Add(entryPath, "The folder is a symbolic link, which can lead out of the blog or in a circle. Put the folder itself here.");
                    break;
                case DirectoryInfo inner:
                    Walk(inner, entryPath, depth + 1);
                    break;
                case FileInfo file when IsInside(file, entryPath):
                    Files.Add((entryPath, file));
                    break;
                default:
                    break;
            }
        }
    }

    private bool IsInside(FileSystemInfo entry, string path)
    {
        if (entry.LinkTarget is null)
        {
            return true;
        }

        var target = new FileInfo(RealPath(entry.FullName)); // still a link where links go in a circle
        if (target.FullName.StartsWith(_realRoot + Path.DirectorySeparatorChar, StringComparison.Ordinal) && target is { Exists: true, LinkTarget: null })
        {
            return true;
        }

        Add(path, "The symbolic link leads out of input/ or nowhere, so what it shows is not the blog's. Put the file itself here.");
        return false;
    }

    private void Add(string path, string message) => Problems.Add(new SourceFinding(path, 0, "name", message, Fixable: false));

    private static bool IsGoodName(string name) =>
        name.Length is > 0 and <= 200 && char.IsAsciiLetterOrDigit(name[0]) | name[0] == '_' && name[^1] != '.' && !name.AsSpan().ContainsAnyExcept(NameCharacters);

    /// <summary>What systems and editors leave behind: hidden files and backups.</summary>
    private static bool IsLeftover(string name) =>
        name.StartsWith('.') || name.EndsWith('~') || (name.StartsWith('#') && name.EndsWith('#')) ||
        name is "Thumbs.db" or "desktop.ini";

    private static string RealPath(string path)
    {
        var links = MaxLinks;
        return RealPath(path, ref links);
    }

    /// <summary>The path with every link on it followed, those in the targets too, as long as <paramref name="links"/> lasts.</summary>
    private static string RealPath(string path, ref int links)
    {
        var full = Path.GetFullPath(path);
        var real = Path.GetPathRoot(full) ?? string.Empty;
        foreach (var part in full[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            real = Path.Combine(real, part);
            if (links > 0 && FirstTarget(real) is { } target)
            {
                links--;
                real = RealPath(target, ref links);
            }
        }

        return real;
    }

    private static string? FirstTarget(string path)
    {
        try
        {
            return new FileInfo(path).ResolveLinkTarget(returnFinalTarget: false)?.FullName;
        }
        catch (IOException)
        {
            return null; // nothing there: the path as it stands is judged
        }
    }
}
