using Blog.Import.Captures;
using NodaTime;

namespace Blog.Import;

/// <summary>Finds the sources under a path and the reader for each: the one way into the importers.</summary>
public static class Importers
{
    /// <summary>Looks at a file, or at the files of a folder and of the folders directly in it; nothing is read yet but first bytes.</summary>
    /// <param name="path">The file or folder.</param>
    /// <param name="zone">Zone of the clock times that a capture shows.</param>
    /// <exception cref="ImportException">There is nothing under the path that can be imported; the message says what there is and what to give instead.</exception>
    public static ImportSources Open(string path, DateTimeZone zone)
    {
        if (File.Exists(path))
        {
            var (job, refusal, _) = Look(path, zone);
            return job is not null ? new ImportSources([job], [], []) : throw new ImportException(refusal);
        }

        if (!Directory.Exists(path))
        {
            throw new ImportException($"{path}: there is no such file or folder. Nothing was read. Check the path.");
        }

        var jobs = new List<ImportJob>();
        var refused = new List<string>();
        var passedOver = new List<string>();
        foreach (var file in Files(path))
        {
            var (job, refusal, kind) = Look(file, zone);
            if (job is not null)
            {
                jobs.Add(job);
            }
            else if (kind is SourceKind.UnknownText or SourceKind.Binary)
            {
                passedOver.Add(file); // a note or a picture beside the archive: nothing of the old blog is in it
            }
            else
            {
                refused.Add(refusal);
            }
        }

        return jobs.Count > 0
            ? new ImportSources(jobs, refused, passedOver)
            : throw new ImportException((refused.Count, passedOver.Count) switch
            {
                (0, 0) => $"{path}: the folder holds no files. Nothing was read. Give the export itself or the folder it is in.",
                (0, _) => $"{path}: none of the {passedOver.Count} files in this folder can be imported: the first is {SourceDetector.Explain(SourceKind.UnknownText, passedOver[0])}",
                _ => $"{path}: none of the {refused.Count + passedOver.Count} files in this folder can be imported. The first: {refused[0]}",
            });
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

    private static (ImportJob? Job, string Refusal, SourceKind? Kind) Look(string file, DateTimeZone zone)
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
            return (null, $"{file}: the file cannot be opened. Nothing was read. Check that it is there and that you may read it.", null);
        }

        return kind switch
        {
            SourceKind.BloggerClassic => (new ImportJob(file, kind, tally => ReadBlogger(file, tally)), string.Empty, kind),
            // Plain text has no mark of its own: the name says that it is meant as a page's text, and the reader refuses what is none.
            SourceKind.UnknownText when Path.GetExtension(file).Equals(".txt", StringComparison.OrdinalIgnoreCase) =>
                (new ImportJob(file, SourceKind.Capture, tally => ReadCapture(file, zone, tally)), string.Empty, kind),
            _ => (null, SourceDetector.Explain(kind, file), kind),
        };
    }

    /// <summary>
    /// A capture has no entries that a tokenizer could count, so its account is of characters: what the entries hold together must be the whole
    /// file, or something fell between them.
    /// </summary>
    private static IEnumerable<ImportedEntry> ReadCapture(string file, DateTimeZone zone, SourceTally tally)
    {
        CaptureText text;
        using (var stream = File.OpenRead(file))
        {
            text = CaptureText.Read(stream, Path.GetFileName(file));
        }

        var held = 0L;
        foreach (var entry in CaptureReader.Entries(text, file, zone))
        {
            tally.EntriesSeen += entry is ImportedSource ? 0 : 1;
            held += entry switch
            {
                ImportedPost post => post.Body.Original.Markup.Length,
                ImportedComment comment => comment.Body.Original.Markup.Length,
                _ => 0,
            };
            yield return entry;
        }

        tally.Gaps += text.Lines.Sum(line => (long)line.Raw.Length) == held ? 0 : 1;
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
