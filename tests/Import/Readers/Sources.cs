using Blog.Import;
using Blog.Model;
using NodaTime;

namespace Blog.Tests.Import.Readers;

/// <summary>Opens what lies under a path and reads one source of it to its end, as a run of the program does.</summary>
internal sealed record Sources(SourceKind Kind, IReadOnlyList<ImportedEntry> Entries, LossLedger Ledger)
{
    public static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];

    public ImportedSource Source => Assert.Single(Entries.OfType<ImportedSource>());

    public IReadOnlyList<ImportedPost> Posts => [.. Entries.OfType<ImportedPost>().Where(post => post.Kind == EntryKind.Post)];

    public IReadOnlyList<ImportedPost> Pages => [.. Entries.OfType<ImportedPost>().Where(post => post.Kind == EntryKind.Page)];

    public IReadOnlyList<ImportedThread> Threads => [.. Entries.OfType<ImportedThread>()];

    public IReadOnlyList<ImportedComment> Comments => [.. Entries.OfType<ImportedComment>()];

    public IReadOnlyList<SkippedEntry> Skipped => [.. Entries.OfType<SkippedEntry>()];

    public IReadOnlyList<SkippedEntry> Lost => [.. Skipped.Where(entry => entry.Lost)];

    /// <summary>Comments that were public and somebody's words.</summary>
    public int PublicComments => Comments.Count(comment => comment is { Visibility: Visibility.Public, State: CommentState.Published });

    public static Sources Of(string path)
    {
        var job = Assert.Single(Importers.Open(path, London).Jobs);
        return Read(job);
    }

    public static Sources Read(ImportJob job)
    {
        var entries = job.Read().ToList();
        Assert.IsType<ImportedSource>(entries[0]);
        return new Sources(job.Kind, entries, job.Ledger);
    }

    /// <summary>Every public fact of what was read, line by line, for comparing two readings.</summary>
    public string Dump() => string.Join('\n', Entries.Select(entry => entry switch
    {
        ImportedPost post => $"post {post.SourceId} {post.Visibility} {post.Title} {post.Permalink} {post.Published} [{string.Join(',', post.Labels)}] {post.Body.Markdown}",
        ImportedComment comment => $"comment {comment.SourceId} on {comment.PostSourceId} to {comment.ParentSourceId} {comment.Visibility} {comment.State} {comment.Author?.Name} {comment.Published} {comment.Body.Markdown}",
        _ => entry.ToString(),
    }));
}
