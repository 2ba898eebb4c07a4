namespace Blog.Import;

/// <summary>Lists the files under the path given to <c>import</c>: the file itself, or those of a folder.</summary>
internal static class SourceFiles
{
    /// <summary>Deepest folder that is looked into: mirrors of a site lie about eight deep.</summary>
    public const int DeepestFolder = 24;

    /// <summary>Most files of one folder; the largest Takeout met has 64,998 (FORMATS 1b).</summary>
    public const int MostFiles = 500_000;

    /// <summary>The files, by path in ordinal order, so that the order does not depend on the file system.</summary>
    /// <exception cref="ImportException">There is no such path, or too much below it.</exception>
    public static IReadOnlyList<SourceFile> Under(string path)
    {
        if (File.Exists(path))
        {
            return [new SourceFile(path, Path.GetFileName(path), () => File.OpenRead(path))];
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
            if (files.Count == MostFiles)
            {
                throw new ImportException($"{path}: more than {MostFiles} files lie in this folder. Nothing was read. Give the export itself, or the folder it is in.");
            }

            files.Add(new SourceFile(file, Path.GetRelativePath(path, file).Replace(Path.DirectorySeparatorChar, '/'), () => File.OpenRead(file)));
        }

        files.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        return files;
    }
}
