using Blog.Import.Zip;

namespace Blog.Import;

/// <summary>Lists the files under the path given to <c>import</c>: the file itself, or those of a folder.</summary>
internal static class SourceFiles
{
    /// <summary>Deepest folder that is looked into: mirrors of a site lie about eight deep.</summary>
    public const int DeepestFolder = 24;

    /// <summary>Most files of one folder; the largest Takeout met has 64,998 (FORMATS 1b).</summary>
    public const int MostFiles = 500_000;

    private static ReadOnlySpan<byte> ZipStart => "PK\x03\x04"u8;

    /// <summary>The files, by path in ordinal order, so that the order does not depend on the file system.</summary>
    /// <param name="path">The file or folder.</param>
    /// <param name="mostFiles">Most files of a folder.</param>
    /// <exception cref="ImportException">There is no such path, or too much below it.</exception>
    public static IReadOnlyList<SourceFile> Under(string path, int mostFiles = MostFiles)
    {
        if (File.Exists(path))
        {
            var file = new SourceFile(path, Path.GetFileName(path), () => File.OpenRead(path));
            return IsZip(file) ? InZip(path, string.Empty) : [file];
        }

        if (!Directory.Exists(path))
        {
            throw new ImportException($"{path}: there is no such file or folder. Nothing was read. Check the path.");
        }

        // Links are not followed out of the folder.
        var options = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            MaxRecursionDepth = DeepestFolder,
            AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden | FileAttributes.System,
            IgnoreInaccessible = false,
        };
        var files = new List<SourceFile>();
        foreach (var file in Directory.EnumerateFiles(path, "*", options))
        {
            if (files.Count == mostFiles)
            {
                throw new ImportException($"{path}: more than {mostFiles} files lie in this folder. Nothing was read. Give the export itself, or the folder it is in.");
            }

            var below = Path.GetRelativePath(path, file).Replace(Path.DirectorySeparatorChar, '/');
            var found = new SourceFile(file, below, () => File.OpenRead(file));
            files.AddRange(TryZip(found)); // Google gives a large Takeout in several
        }

        files.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        return files;
    }

    private static List<SourceFile> TryZip(SourceFile file)
    {
        if (!file.Path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) || !IsZip(file))
        {
            return [file];
        }

        try
        {
            return InZip(file.Name, file.Path + "/");
        }
        catch (ImportException)
        {
            return [file]; // a damaged one is refused by itself, and named
        }
    }

    private static bool IsZip(SourceFile file)
    {
        try
        {
            return file.First(4).AsSpan().SequenceEqual(ZipStart);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false; // said when the file is looked into
        }
    }

    /// <summary>The entries of a zip; nothing is ever unpacked to a disk. What is in a zip within it stays closed.</summary>
    private static List<SourceFile> InZip(string path, string below)
    {
        ZipIndex index;
        try
        {
            using var zip = File.OpenRead(path);
            index = ZipIndex.Read(zip, ZipLimits.Archive);
        }
        catch (ZipException error)
        {
            throw new ImportException($"{path}: the zip cannot be read: {error.Message}. Nothing was read. Download or copy it again.", error);
        }

        var files = new List<SourceFile>();
        foreach (var entry in index.Entries)
        {
            SourceFile? file = null;
            file = new SourceFile($"{path}/{entry.Name}", below + entry.Name, () => new ZippedFile(path, entry, fault => file!.Fault = fault)); // not null: set before it is opened
            files.Add(file);
        }

        foreach (var refused in index.Refused)
        {
            files.Add(new SourceFile($"{path}/{refused.ShownName}", below + refused.ShownName, () => throw new ZipException(refused.Fault, refused.Why)));
        }

        files.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        return files;
    }
}
