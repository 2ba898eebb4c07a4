using Blog.Import.Readers;
using Blog.Import.Zip;
using NodaTime;

namespace Blog.Import;

/// <summary>Finds the sources under a path and the reader for each: the one way into the importers.</summary>
public static class Importers
{
    private const int LookedAt = 64 * 1024;

    /// <summary>Looks into a file, or into the files of a folder or zip; nothing is read yet but first bytes.</summary>
    /// <param name="path">The file, folder or zip.</param>
    /// <param name="zone">Zone of the clock times that a source writes without one.</param>
    /// <exception cref="ImportException">There is nothing under the path that can be imported; the message says what there is and what to give instead.</exception>
    public static ImportSources Open(string path, DateTimeZone zone)
    {
        var files = SourceFiles.Under(path);
        var looked = files.Select(Look).ToList();
        var groups = SourceGroups.Of(looked);
        var jobs = groups.Sources
            .Select(group => Job(path, new SourceInput(group.Name, group.Files, zone), group.Kind))
            .OrderBy(job => job.Name, StringComparer.Ordinal)
            .ToList();
        if (jobs.Count > 0)
        {
            return new ImportSources(jobs, [.. groups.Refused.Select(Explain)], [.. groups.PassedOver.Select(file => file.File.Name)])
            {
                Albums = [.. groups.PassedOver.Where(file => file is { Kind: SourceKind.Binary, Unreadable: false } && $"/{file.File.Path}".Contains("/Blogger/Albums/", StringComparison.Ordinal)).Select(file => file.File)],
            };
        }

        if (looked is [var only])
        {
            throw new ImportException(Explain(only));
        }

        throw new ImportException((groups.Refused.Count, groups.PassedOver.Count) switch
        {
            (0, 0) => $"{path}: there are no files in it. Nothing was read. Give the export itself or the folder it is in.",
            (0, var others) => $"{path}: none of the {others} files in it can be imported: the first is {Explain(groups.PassedOver[0])}",
            var (refused, others) => $"{path}: none of the {refused + others} files in it can be imported. The first: {Explain(groups.Refused[0])}",
        });
    }

    private static ImportJob Job(string path, SourceInput input, SourceKind kind)
    {
        var reader = SourceReaders.Of(kind) ?? throw new InvalidOperationException($"No reader for {kind}.");
        return new ImportJob(input.Name, kind, tally => Read(reader, input, tally)) { Place = path };
    }

    /// <summary>What a reader gives, and at the end each file that broke off under it (a damaged zip): its whole entries are kept, and the break is said.</summary>
    private static IEnumerable<ImportedEntry> Read(ISourceReader reader, SourceInput input, SourceTally tally)
    {
        foreach (var file in input.Files)
        {
            file.Fault = null;
        }

        foreach (var entry in reader.Read(input, tally))
        {
            yield return entry;
        }

        foreach (var file in input.Files)
        {
            if (file.Fault is { } fault)
            {
                tally.Gaps++;
                yield return new SkippedEntry(file.FileName, $"unreadable: {fault}", Lost: true);
            }
        }
    }

    private static string Explain(LookedFile file) => file.Unreadable
        ? $"{file.File.Name}: the file cannot be opened{(file.Why is { } why ? $" ({why})" : string.Empty)}. Nothing of it was read. Check that it is there and whole, and that you may read it."
        : SourceDetector.Explain(file.Kind, file.File.Name);

    private static LookedFile Look(SourceFile file)
    {
        try
        {
            var first = file.First(LookedAt);
            var kind = SourceDetector.Look(first);
            return kind switch
            {
                SourceKind.BloggerTakeout when !TakeoutFeeds.HoldsPosts(file) => new LookedFile(file, SourceKind.TakeoutComments),
                SourceKind.BloggerPage => new LookedFile(file, kind) { Group = BloggerPageMarks.Read(first) },
                _ => new LookedFile(file, kind),
            };
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new LookedFile(file, SourceKind.Binary) { Unreadable = true, Why = (error as ZipException)?.Message };
        }
    }
}
