using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Blog.Vault;

/// <summary>Where the private store of a blog lies, and whether that place may hold one.</summary>
/// <remarks>
/// Nothing about the store stands in the blog folder, which is published or pushed; so the store is found by the folder's own name and
/// a short hash of its absolute path, both of which stay on this machine. A blog folder that is moved is named with <c>--vault</c>, or
/// its store is renamed to the name the message gives.
/// </remarks>
public sealed class VaultLocation
{
    private const int MaxNameLength = 40;

    private VaultLocation(string folder, string blogFolder)
    {
        Folder = folder;
        BlogFolder = blogFolder;
    }

    /// <summary>Absolute path of the store's folder, links resolved; it need not exist yet.</summary>
    public string Folder { get; }

    /// <summary>The database.</summary>
    public string Database => Path.Combine(Folder, "vault.db");

    /// <summary>The file that is locked while the store is open.</summary>
    public string LockFile => Path.Combine(Folder, "vault.lock");

    /// <summary>Absolute path of the blog folder, links resolved.</summary>
    internal string BlogFolder { get; }

    /// <summary>Finds the place: <paramref name="given"/>, else <c>BLOG_VAULT</c>, else the user's data folder.</summary>
    /// <param name="blogFolder">The blog folder.</param>
    /// <param name="given">Value of <c>--vault</c>, a folder; null where it was not given.</param>
    /// <param name="variable">Reads an environment variable; null or empty where it is not set.</param>
    /// <exception cref="VaultException">The option is blank, or the machine names no data folder.</exception>
    public static VaultLocation Resolve(string blogFolder, string? given, Func<string, string?> variable)
    {
        var blog = RealPath.Of(blogFolder);
        if (given is not null && string.IsNullOrWhiteSpace(given))
        {
            throw new VaultException(VaultFault.Refused, "--vault is blank. It takes the folder of the private store; leave it out for the usual place.");
        }

        var chosen = given ?? NullIfBlank(variable("BLOG_VAULT")) ?? Path.Combine(DataFolder(variable), "subrosa", NameFor(blog));
        return new VaultLocation(RealPath.Of(chosen), blog);
    }

    /// <summary>The store of a person who has no blog here, such as a moderator with packets: <c>subrosa/own</c> in the user's data folder.</summary>
    /// <param name="variable">Reads an environment variable; null or empty where it is not set.</param>
    public static VaultLocation OfPerson(Func<string, string?> variable)
    {
        var folder = RealPath.Of(Path.Combine(DataFolder(variable), "subrosa", "own"));
        return new VaultLocation(folder, Path.Combine(folder, "no-blog"));
    }

    /// <summary>Refuses a place that would give the store away: a git working tree, the blog folder, a synced folder.</summary>
    /// <exception cref="VaultException">The place is refused; the message says which folder makes it so and what to do.</exception>
    public void RequirePrivatePlace()
    {
        const string Remedy = "Name a folder outside it with --vault or BLOG_VAULT; nothing was written.";
        if (IsWithin(Folder, BlogFolder))
        {
            throw new VaultException(VaultFault.Refused, $"The private store may not lie in the blog folder ({Folder}): what is there is published or pushed. {Remedy}");
        }

        for (var folder = Folder; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var git = Path.Combine(folder, ".git");
            if (Directory.Exists(git) || File.Exists(git))
            {
                throw new VaultException(VaultFault.Refused, $"The private store may not lie in a git working tree: {folder} is one, and git would track or delete {Folder}. {Remedy}");
            }

            if (SyncedFolders.TryRecognise(folder, out var service))
            {
                throw new VaultException(VaultFault.Refused, $"The private store may not lie in a synced folder: {folder} belongs to {service}, which would copy it to other machines. {Remedy}");
            }
        }
    }

    /// <summary>Another folder for a store of the same blog.</summary>
    internal VaultLocation At(string folder) => new(folder, BlogFolder);

    /// <summary>Folders of stores beside this one that were made for a blog folder of the same name elsewhere: where a moved blog's store is.</summary>
    internal IReadOnlyList<string> StoresOfTheSameName()
    {
        var parent = Path.GetDirectoryName(Folder);
        var name = Path.GetFileName(Folder);
        var dash = name.LastIndexOf('-');
        if (parent is null || dash < 0 || !Directory.Exists(parent))
        {
            return [];
        }

        return [.. Directory.EnumerateDirectories(parent, name[..(dash + 1)] + "*")
            .Where(folder => File.Exists(Path.Combine(folder, "vault.db")) && Path.GetFileName(folder).Length == name.Length)
            .Order(StringComparer.Ordinal)];
    }

    /// <summary>Name of the store's folder: the blog folder's name in <c>[a-z0-9-]</c>, a dash, 12 hex digits of the SHA-256 of its path.</summary>
    internal static string NameFor(string absoluteBlogFolder)
    {
        var name = new StringBuilder();
        foreach (var c in Path.GetFileName(Path.TrimEndingDirectorySeparator(absoluteBlogFolder)).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                name.Append(c);
            }
            else if (name.Length > 0 && name[^1] != '-')
            {
                name.Append('-');
            }
        }

        var slug = name.ToString(0, Math.Min(name.Length, MaxNameLength)).TrimEnd('-');

        // Windows paths ignore case: one folder must not have two stores.
        var path = OperatingSystem.IsWindows() ? absoluteBlogFolder.ToUpperInvariant() : absoluteBlogFolder;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..12];
        return string.Create(CultureInfo.InvariantCulture, $"{(slug.Length == 0 ? "blog" : slug)}-{hash}");
    }

    /// <summary>The user's data folder: XDG base directories on Linux, Application Support on macOS, the local (not the roaming, which is copied to servers) one on Windows.</summary>
    private static string DataFolder(Func<string, string?> variable)
    {
        if (OperatingSystem.IsWindows())
        {
            return NullIfBlank(variable("LOCALAPPDATA")) ?? Required(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData));
        }

        var home = NullIfBlank(variable("HOME")) ?? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        if (OperatingSystem.IsMacOS())
        {
            return Path.Combine(Required(home), "Library", "Application Support");
        }

        // The XDG Base Directory Specification: a relative path is invalid and to be ignored.
        var xdg = NullIfBlank(variable("XDG_DATA_HOME"));
        return xdg is not null && Path.IsPathFullyQualified(xdg) ? xdg : Path.Combine(Required(home), ".local", "share");

        static string Required(string folder) => folder.Length > 0
            ? folder
            : throw new VaultException(VaultFault.Refused, "This machine names no home folder for you, so there is no usual place for the private store. Name one with --vault or BLOG_VAULT.");
    }

    private static bool IsWithin(string path, string folder)
    {
        var relative = Path.GetRelativePath(folder, path);
        return relative == "." || !(relative == ".." || relative.StartsWith(".." + Path.DirectorySeparatorChar, StringComparison.Ordinal) || Path.IsPathRooted(relative));
    }

    private static string? NullIfBlank(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
