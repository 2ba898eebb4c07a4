using System.Globalization;
using Blog.Import;
using Blog.Import.Zip;
using Blog.Moderate.Pictures;
using Blog.Redact.Pictures;
using Blog.Vault;

namespace Blog.Commands.Pictures;

/// <summary>Takes files of pictures into the private store and finds, by their names, which texts show them.</summary>
internal static class MediaIntake
{
    /// <summary>The files under paths.</summary>
    /// <exception cref="UsageException">There is nothing at one.</exception>
    public static IReadOnlyList<SourceFile> FilesOf(IEnumerable<string> paths) =>
        [.. paths.SelectMany(Files).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(file => new SourceFile(file, Path.GetFileName(file), () => File.OpenRead(file)))];

    /// <summary>The folder of pictures that belongs to what is imported, where it is a Takeout on the disk; null where there is none.</summary>
    /// <param name="path">The file or folder that is imported: a Takeout's own, or any within it.</param>
    public static string? AlbumsOf(string path)
    {
        const string blogger = "Blogger";
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        var places = new List<string> { Path.Combine(full, "Takeout", blogger), Path.Combine(full, blogger) };
        var folder = full;
        for (var up = 0; up <= 3 && folder is not null; up++, folder = Path.GetDirectoryName(folder)) // Blogger/Blogs/NAME/feed.atom
        {
            if (Path.GetFileName(folder) == blogger)
            {
                places.Add(folder);
            }
        }

        return places.Select(place => Path.Combine(place, "Albums")).FirstOrDefault(Directory.Exists);
    }

    /// <summary>Takes them in; what could be two pictures, and what cannot be published, is named and left.</summary>
    /// <param name="store">The store, without a transaction.</param>
    /// <param name="files">The files.</param>
    /// <param name="address">The address by which texts name the one file; null where names of files tell.</param>
    /// <param name="output">Where the counts go.</param>
    /// <param name="error">Where the files are named that are left.</param>
    /// <param name="token">Stops between two files; those taken in stay.</param>
    public static int Run(VaultStore store, IReadOnlyList<SourceFile> files, string? address, TextWriter output, TextWriter error, CancellationToken token)
    {
        var addresses = PicturePlaces.Of(store).Select(place => place.Address).ToHashSet(StringComparer.Ordinal);
        if (address is not null && (files.Count != 1 || !addresses.Contains(address)))
        {
            throw new UsageException("--for takes one file, and an address that stands in a text just so (redact pictures --missing lists them). Nothing was changed.");
        }

        var matcher = new PictureMatcher(addresses);
        var byName = files.ToLookup(file => file.FileName, StringComparer.OrdinalIgnoreCase);
        var moderation = new PictureModeration(store, store.Actor, TimeProvider.System);
        var (added, known, unused, left) = (0, 0, 0, 0);
        foreach (var file in files)
        {
            token.ThrowIfCancellationRequested();
            var (named, doubtful) = address is null ? matcher.Match(file.FileName) : ([address], false);
            if (named.Count == 0)
            {
                unused++;
                continue;
            }

            if (doubtful || (address is null && byName[file.FileName].Count() > 1))
            {
                Say(file, doubtful ? "several pictures in the texts have this name. Say which with --for ADDRESS." : "another file has the same name. Take in the right one by itself, with --for ADDRESS.");
                left++;
                continue;
            }

            try
            {
                var isNew = moderation.TakeIn(Bytes(file), named).IsNew;
                (added, known) = isNew ? (added + 1, known) : (added, known + 1);
            }
            catch (Exception e) when (e is PictureException or ZipException)
            {
                Say(file, e.Message);
                left++;
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{added:N0} pictures taken in, {known:N0} known already, {unused:N0} that no text shows, {left:N0} left. None is published yet."));
        return left == 0 ? ExitCode.Done : ExitCode.Findings;

        void Say(SourceFile file, string what) => error.WriteLine($"{file.FileName}: {what}");
    }

    private static IEnumerable<string> Files(string path)
    {
        var full = Path.GetFullPath(path);
        return Directory.Exists(full) ? Directory.EnumerateFiles(full, "*", new EnumerationOptions { RecurseSubdirectories = true })
            : File.Exists(full) ? [full]
            : throw new UsageException($"{path}: there is no such file or folder. Nothing was changed.");
    }

    private static byte[] Bytes(SourceFile file)
    {
        var first = file.First(PictureLimits.MaxBytes + 1);
        return first.Length > PictureLimits.MaxBytes ? throw new PictureException($"The file is larger than {PictureLimits.MaxBytes / 1024 / 1024} MiB. Make a smaller copy, and take that.")
            : file.Fault is { } fault ? throw new PictureException($"The file cannot be read: {fault}.")
            : first;
    }
}
