namespace Blog.Import;

/// <summary>Finds the sources under a path and the reader for each: the one way into the importers.</summary>
public static class Importers
{
    /// <summary>Looks at a file, or at the files of a folder and of the folders directly in it; nothing is read yet but first bytes.</summary>
    /// <exception cref="ImportException">There is nothing under the path that can be imported; the message says what there is and what to give instead.</exception>
    public static ImportSources Open(string path)
    {
        if (File.Exists(path))
        {
            var (job, refusal) = Look(path);
            return job is not null ? new ImportSources([job], []) : throw new ImportException(refusal);
        }

        if (!Directory.Exists(path))
        {
            throw new ImportException($"{path}: there is no such file or folder. Nothing was read. Check the path.");
        }

        var jobs = new List<ImportJob>();
        var refused = new List<string>();
        foreach (var file in Files(path))
        {
            var (job, refusal) = Look(file);
            if (job is not null)
            {
                jobs.Add(job);
            }
            else
            {
                refused.Add(refusal);
            }
        }

        return jobs.Count > 0
            ? new ImportSources(jobs, refused)
            : throw new ImportException(refused.Count == 0
                ? $"{path}: the folder holds no files. Nothing was read. Give the export itself or the folder it is in."
                : $"{path}: none of the {refused.Count} files in this folder can be imported. The first: {refused[0]}");
    }

    /// <summary>Sorted by path, so that the order does not depend on the file system; links are not followed out of the folder.</summary>
    private static IEnumerable<string> Files(string folder)
    {
        var options = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            MaxRecursionDepth = 1,
            AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden | FileAttributes.System,
            IgnoreInaccessible = false,
        };
        return Directory.EnumerateFiles(folder, "*", options).Order(StringComparer.Ordinal);
    }

    private static (ImportJob? Job, string Refusal) Look(string file)
    {
        SourceKind kind;
        try
        {
            var first = new byte[64 * 1024];
            using var stream = File.OpenRead(file);
            kind = SourceDetector.Look(first.AsSpan(0, stream.ReadAtLeast(first, first.Length, throwOnEndOfStream: false)));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return (null, $"{file}: the file cannot be opened. Nothing was read. Check that it is there and that you may read it.");
        }

        return kind switch
        {
            SourceKind.BloggerClassic => (new ImportJob(file, kind, tally => ReadBlogger(file, tally)), string.Empty),
            _ => (null, SourceDetector.Explain(kind, file)),
        };
    }

    private static IEnumerable<ImportedEntry> ReadBlogger(string file, SourceTally tally)
    {
        using var stream = File.OpenRead(file);
        foreach (var entry in new BloggerClassicReader().Read(stream, file, tally))
        {
            yield return entry;
        }
    }
}
