using System.Collections.Concurrent;
using System.Security.Cryptography;
using Blog.Content;
using Blog.Site.Hosting;
using Blog.Site.Reuse;
using Blog.Source;

namespace Blog.Site;

/// <summary>
/// The site in the making: files are written to a folder of their own, and one swap at the end puts it in the place of <c>output/</c>.
/// A build that fails, is stopped or is killed leaves the last good site as it was.
/// </summary>
/// <remarks>Safe for many writers at once. Files that did not change become hard links to the published ones, so nothing is ever written in place.</remarks>
public sealed class StagingFolder : IDisposable
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private const UnixFileMode Readable = Private | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private readonly BlogFolder _folder;
    private readonly BuildLock _lock;
    private readonly DateOnly _asOf;
    private readonly string _staged;
    private readonly ConcurrentDictionary<string, ManifestEntry> _entries = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, bool> _folders = new(StringComparer.Ordinal);
    private int _unchanged;
    private int _carried;
    private bool _published;

    private StagingFolder(BlogFolder folder, BuildLock buildLock, DateOnly asOf)
    {
        _folder = folder;
        _lock = buildLock;
        _asOf = asOf;
        _staged = System.IO.Path.Combine(folder.Build, "staging");
    }

    /// <summary>Absolute path of the folder that is written.</summary>
    public string Path => _staged;

    /// <summary>Files so far.</summary>
    public int Count => _entries.Count;

    /// <summary>Files so far that are the same as the published ones.</summary>
    public int Unchanged => _unchanged;

    /// <summary>What was taken over and what made anew, kept for the next build; null where nobody tells.</summary>
    internal PageReuse? Reuse { get; set; }

    /// <summary>What was read of posts for the next build; null where nothing is to be kept.</summary>
    internal PostMemory? Posts { get; set; }

    /// <summary>Files so far that were taken over without being made again.</summary>
    public int Carried => _carried;

    /// <summary>Starts a build: takes the lock, finishes a swap that was cut off, and clears what a killed build left.</summary>
    /// <exception cref="OutputException">Another build is at work, or <c>output/</c> is not a folder this program may replace.</exception>
    public static StagingFolder Begin(BlogFolder folder, DateOnly asOf)
    {
        PrivateFolder.Create(folder.Build);
        var buildLock = BuildLock.Take(System.IO.Path.Combine(folder.Build, "lock"));
        try
        {
            FolderSwap.Complete(folder.Build, folder.Output);
            DurableFile.RemoveLeftovers(folder.Build);
            ClearLeftFolders(folder);
            RefuseForeignOutput(folder);
            var staging = new StagingFolder(folder, buildLock, asOf);
            PrivateFolder.Create(staging._staged);
            return staging;
        }
        catch
        {
            buildLock.Dispose();
            throw;
        }
    }

    /// <summary>Writes one file of the site.</summary>
    /// <param name="path">Path within the site, with <c>/</c>; see <see cref="SitePath"/>.</param>
    /// <param name="bytes">Its whole content.</param>
    /// <exception cref="OutputException">The path is unsafe, or another file of this build has it, also when only capitals differ.</exception>
    public void Write(string path, ReadOnlySpan<byte> bytes)
    {
        if (!SitePath.IsValid(path, out var reason))
        {
            throw new OutputException($"A page cannot have the address \"{path}\": {reason}. Change the title, label or url it comes from, and build again.");
        }

        var entry = new ManifestEntry(path, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        Enter(entry);
        var target = System.IO.Path.Combine(_staged, path);
        MakeFolderOf(target);

        var published = System.IO.Path.Combine(_folder.Output, path);
        if (IsSame(published, bytes) && HasOwnTime(published, entry.Sha256) && NativeFolder.TryLink(published, target))
        {
            Interlocked.Increment(ref _unchanged);
            return;
        }

        File.WriteAllBytes(target, bytes);
        File.SetLastWriteTimeUtc(target, FileTime.Of(_asOf, entry.Sha256));
    }

    /// <summary>Whether a file lies in the published site as it did after its build.</summary>
    /// <param name="path">Path within the site.</param>
    /// <param name="known">How it lay.</param>
    internal bool IsAsKnown(string path, KnownFile known) =>
        known.Inode != 0 && FileLook.Of(System.IO.Path.Combine(_folder.Output, path)) == new FileLook(known.Length, known.Inode, known.Modified, known.Born);

    /// <summary>Takes a published file over as it is; asked for only where it <see cref="IsAsKnown"/>.</summary>
    /// <param name="path">Path within the site.</param>
    /// <param name="known">What is known of it.</param>
    /// <exception cref="OutputException">Another file of this build has the path.</exception>
    internal void Carry(string path, KnownFile known)
    {
        var published = System.IO.Path.Combine(_folder.Output, path);
        var target = System.IO.Path.Combine(_staged, path);
        MakeFolderOf(target);
        if (!NativeFolder.TryLink(published, target))
        {
            Write(path, File.ReadAllBytes(published)); // a file system without links, or too many of them
            return;
        }

        Enter(new ManifestEntry(path, known.Length, known.Sha256));
        Interlocked.Increment(ref _carried);
        Interlocked.Increment(ref _unchanged);
    }

    /// <summary>All files so far, sorted by path.</summary>
    public Manifest ToManifest() => new(_asOf, [.. _entries.Values.OrderBy(entry => entry.Path, StringComparer.Ordinal)]);

    /// <summary>Puts the site in the place of <c>output/</c>. Nothing may be written afterwards.</summary>
    /// <param name="durable">Whether to flush the disk first, so that also a power cut leaves a whole site; a preview does without.</param>
    /// <returns>The manifest of what is now published, and the names of files in the old folder that no build had written (they are kept in <c>.build/set-aside</c>).</returns>
    public PublishedFolder Publish(bool durable)
    {
        var manifest = ToManifest();
        var bytes = manifest.ToBytes();
        var name = Manifest.NameOf(bytes);
        var finished = System.IO.Path.Combine(_folder.Build, name);

        var before = PublishedManifest(_folder);
        Directory.Move(_staged, finished);
        DurableFile.Write(System.IO.Path.Combine(_folder.Build, name + ".manifest"), bytes);
        if (durable)
        {
            NativeFolder.Flush(finished);
        }

        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(finished, Readable); // the folder was private while it was unchecked
        }

        WithdrawnFiles.Note(_folder, before, manifest); // before the swap: killed between the two, it names too much, never too little
        Posts?.Forget(); // it holds words of the last site
        var old = FolderSwap.Swap(_folder.Build, finished, _folder.Output);
        _published = true;
        if (durable)
        {
            DurableFile.SyncFolder(_folder.Root); // the swap itself
        }

        IReadOnlyList<string> setAside = [];
        if (old is not null)
        {
            setAside = SetAside(_folder, old);
            Directory.Delete(old, recursive: true);
        }

        RemoveManifestsBut(_folder, name);
        Remember(manifest);
        return new PublishedFolder(manifest, setAside);
    }

    /// <summary>The manifest of what lies in <c>output/</c> now; null where there is none that fits.</summary>
    public static Manifest? PublishedManifest(BlogFolder folder)
    {
        if (!Directory.Exists(folder.Build))
        {
            return null;
        }

        return Current(folder).Manifest;
    }

    /// <summary>Drops the staging folder unless it was published, and gives up the lock.</summary>
    public void Dispose()
    {
        if (!_published && Directory.Exists(_staged))
        {
            Directory.Delete(_staged, recursive: true);
        }

        _lock.Dispose();
    }

    private const string SetAsideName = "set-aside";

    /// <summary>Keeps what the next build may take over. What changes the site without making it (a takedown) leaves none: it would name what was taken away.</summary>
    private void Remember(Manifest manifest)
    {
        foreach (var old in Reuse is null ? Directory.EnumerateFiles(_folder.Build, "*.memory") : [])
        {
            File.Delete(old);
        }

        Reuse?.ToMemory(_folder.Output, manifest).Save(_folder);
        Posts?.Save();
    }

    private void Enter(ManifestEntry entry)
    {
        if (!_entries.TryAdd(entry.Path, entry))
        {
            throw new OutputException($"Two pages have the address \"{entry.Path}\" (capitals do not tell them apart on every host). Change the url of one of them, and build again.");
        }
    }

    private void MakeFolderOf(string target)
    {
        var parent = System.IO.Path.GetDirectoryName(target)!; // not null: the path is below the staging folder
        if (_folders.TryAdd(parent, true) || !Directory.Exists(parent))
        {
            Directory.CreateDirectory(parent);
        }
    }

    private static void RefuseForeignOutput(BlogFolder folder)
    {
        var output = new DirectoryInfo(folder.Output);
        if (File.Exists(folder.Output) || output.LinkTarget is not null)
        {
            throw new OutputException("output/ is a file or a link, and a build replaces the whole folder. Remove it, and run the build again; a host can be pointed at the real folder.");
        }

        if (output.Exists && output.EnumerateFileSystemInfos().Any() && !HasManifest(folder) && !File.Exists(System.IO.Path.Combine(output.FullName, "index.html")))
        {
            throw new OutputException("output/ holds files that no build of this blog wrote, and a build replaces the whole folder. Move them away (pictures belong into input/media), and run the build again.");
        }
    }

    private static bool HasManifest(BlogFolder folder) => Directory.EnumerateFiles(folder.Build, "*.manifest").Any();

    private static bool Fits(string output, Manifest manifest)
    {
        foreach (var entry in manifest.Entries)
        {
            var file = new FileInfo(System.IO.Path.Combine(output, entry.Path));
            if (!file.Exists || file.Length != entry.Length)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// The bytes are compared, not the manifest's hash: a file that was changed by hand in <c>output/</c> must not be carried on.
    /// </summary>
    private static bool IsSame(string published, ReadOnlySpan<byte> bytes)
    {
        try
        {
            using var handle = File.OpenHandle(published);
            return RandomAccess.GetLength(handle) == bytes.Length && SameBytes(handle, bytes);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>A site that was copied has the times of the copying, which would be published with the link.</summary>
    private static bool HasOwnTime(string published, string sha256) => File.GetLastWriteTimeUtc(published).TimeOfDay == FileTime.WithinDay(sha256);

    private static bool SameBytes(Microsoft.Win32.SafeHandles.SafeFileHandle handle, ReadOnlySpan<byte> bytes)
    {
        var buffer = System.Buffers.ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            long offset = 0;
            while (offset < bytes.Length)
            {
                var read = RandomAccess.Read(handle, buffer, offset);
                if (read == 0 || offset + read > bytes.Length || !bytes.Slice((int)offset, read).SequenceEqual(buffer.AsSpan(0, read)))
                {
                    return false;
                }

                offset += read;
            }

            return true;
        }
        finally
        {
            System.Buffers.ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>
    /// Deletes the folders that a killed build left. One of them may be the old site: killed between the swap and its removal, and then what somebody had put
    /// into it by hand is kept here too.
    /// </summary>
    private static void ClearLeftFolders(BlogFolder folder)
    {
        var current = Current(folder).Name;
        foreach (var left in Directory.EnumerateDirectories(folder.Build))
        {
            var name = System.IO.Path.GetFileName(left);
            if (name is SetAsideName or BlogFolder.PreviewName)
            {
                continue;
            }

            // By exchange the old site stands under the new one's name, after two renames under the journal's; a site that never went in has no file of anybody's.
            if (name == FolderSwap.AsideName || name == current)
            {
                SetAside(folder, left);
            }

            Directory.Delete(left, recursive: true);
        }

        if (current is not null)
        {
            RemoveManifestsBut(folder, current);
        }
    }

    private static SortedDictionary<string, Manifest> Manifests(BlogFolder folder)
    {
        var manifests = new SortedDictionary<string, Manifest>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder.Build, "*.manifest"))
        {
            if (Manifest.TryRead(File.ReadAllBytes(file), out var manifest))
            {
                manifests.Add(System.IO.Path.GetFileNameWithoutExtension(file), manifest!); // not null: read
            }
        }

        return manifests;
    }

    /// <summary>The manifest whose files lie in <c>output/</c>. After a kill between manifest and swap two may lie here; where lengths do not tell them apart, hashes do.</summary>
    private static (string? Name, Manifest? Manifest) Current(BlogFolder folder)
    {
        var fitting = Manifests(folder).Where(manifest => Fits(folder.Output, manifest.Value)).ToList();
        var one = fitting.Count > 1 ? fitting.Find(manifest => HasContent(folder.Output, manifest.Value)) : fitting.FirstOrDefault();
        return (one.Key, one.Value);
    }

    private static bool HasContent(string output, Manifest manifest) => manifest.Entries.All(entry =>
        Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(System.IO.Path.Combine(output, entry.Path)))) == entry.Sha256);

    private static void RemoveManifestsBut(BlogFolder folder, string name)
    {
        foreach (var file in Directory.EnumerateFiles(folder.Build, "*.manifest"))
        {
            if (System.IO.Path.GetFileNameWithoutExtension(file) != name)
            {
                File.Delete(file);
            }
        }
    }

    /// <summary>Keeps the files of an old site that no manifest names; a page that was withdrawn is named by the old one, and must go.</summary>
    private static List<string> SetAside(BlogFolder folder, string old)
    {
        var written = Manifests(folder).Values.SelectMany(manifest => manifest.Entries).Select(entry => entry.Path).ToHashSet(StringComparer.Ordinal);
        var kept = new List<string>();
        foreach (var file in Directory.EnumerateFiles(old, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var path = System.IO.Path.GetRelativePath(old, file).Replace('\\', '/');
            if (!written.Contains(path))
            {
                var target = System.IO.Path.Combine(folder.Build, SetAsideName, path);
                PrivateFolder.Create(System.IO.Path.Combine(folder.Build, SetAsideName));
                Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!); // not null: below .build
                File.Move(file, target, overwrite: true);
                kept.Add(path);
            }
        }

        return kept;
    }
}
