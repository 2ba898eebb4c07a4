using Blog.Html;
using Blog.Model;
using Blog.Source;

namespace Blog.Import.Readers;

/// <summary>Reads a blog folder of this program back: posts, pages and threads of <c>input/</c>.</summary>
/// <remarks>
/// What stands there is public and in our own form, so it is taken as it is: Markdown, redaction marks, ids, names as shown, dates no finer than
/// they were published. A comment that somebody withheld or erased comes in as its place only. The editor's own unfinished posts
/// (<c>draft: true</c>) stay in the store.
/// </remarks>
internal sealed class OwnBlogReader : ISourceReader
{
    /// <summary>Value of <see cref="ImportedSource.Format"/>: ids of this format are public already.</summary>
    public const string Format = "input";

    private const string ThreadEnd = ".thread.md";

    /// <inheritdoc/>
    public IEnumerable<ImportedEntry> Read(SourceInput input, SourceTally tally)
    {
        SiteSettings settings;
        try
        {
            settings = SettingsReader.Read(Bytes(input.Main, SettingsReader.MaxBytes), input.Name);
        }
        catch (SourceException error)
        {
            throw new ImportException($"{input.Name}: the settings of this blog folder cannot be read ({error.Problems.Count} problems). Nothing was read. Run check on that folder, put it right and import again.", error);
        }

        yield return new ImportedSource
        {
            Format = Format,
            Key = OldAddress.Fold(settings.Address) ?? input.Stem,
            Title = settings.Title,
            Address = settings.Address,
        };
        var ordinal = 0L;
        foreach (var file in input.Files.Skip(1))
        {
            var path = Below(input.Main, file);
            if (!path.EndsWith(".md", StringComparison.Ordinal) || !(path.StartsWith("posts/", StringComparison.Ordinal) || path.StartsWith("pages/", StringComparison.Ordinal)))
            {
                continue; // media, keys, replies: no entries
            }

            foreach (var entry in path.EndsWith(ThreadEnd, StringComparison.Ordinal) ? Thread(file, path, tally, ordinal) : [Post(file, path, tally, ordinal)])
            {
                ordinal++;
                yield return entry;
            }
        }
    }

    private static string Below(SourceFile site, SourceFile file) => site.Folder.Length == 0 ? file.Path : file.Path[(site.Folder.Length + 1)..];

    private static ImportedEntry Post(SourceFile file, string path, SourceTally tally, long ordinal)
    {
        tally.EntriesSeen++;
        PublishedPost post;
        try
        {
            post = PostReader.Read(Bytes(file, BlogReader.MaxPostBytes), path);
        }
        catch (SourceException)
        {
            return new SkippedEntry(path, "unreadable: its front matter is wrong", Lost: true);
        }

        var head = post.FrontMatter;
        return new ImportedPost
        {
            SourceId = head.Id.Value,
            Kind = path.StartsWith("pages/", StringComparison.Ordinal) ? EntryKind.Page : EntryKind.Post,
            Visibility = head.Draft ? Visibility.Draft : Visibility.Public,
            Title = head.Title,
            Permalink = head.Url,
            Published = Time(head.Date),
            Author = head.Author is null ? null : new ImportedAuthor { Name = head.Author },
            Labels = head.Labels,
            Series = head.Series,
            Body = new ImportedBody(new RawHtml(post.Body), post.Body, []),
            Ordinal = ordinal,
        };
    }

    private static IEnumerable<ImportedEntry> Thread(SourceFile file, string path, SourceTally tally, long ordinal)
    {
        PublishedThread? thread = null;
        var bytes = Bytes(file, BlogReader.MaxThreadBytes);
        try
        {
            thread = ThreadReader.Read(bytes, path).Thread;
        }
        catch (SourceException)
        {
            tally.EntriesSeen++;
        }

        if (thread is null)
        {
            yield return new SkippedEntry(path, "unreadable: the thread file is damaged", Lost: true);
            yield break;
        }

        tally.EntriesSeen += Begins(bytes);
        foreach (var comment in thread.Comments)
        {
            var fields = comment.Fields;
            var state = fields.State is CommentState.Withheld or CommentState.Erased ? CommentState.RemovedByAdmin : fields.State;
            yield return new ImportedComment
            {
                SourceId = fields.Id.Value,
                PostSourceId = thread.Post.Value,
                ParentSourceId = fields.Parent?.Value,
                Number = fields.Number,
                Visibility = Visibility.Public,
                State = state,
                Author = fields.Author is null ? null : new ImportedAuthor { Name = fields.Author },
                Published = Time(fields.Date),
                Body = new ImportedBody(new RawHtml(comment.Body), state == CommentState.Published ? comment.Body : string.Empty, []),
                Ordinal = ordinal++,
            };
        }
    }

    /// <summary>Comments that begin in a thread file, counted by their opening lines.</summary>
    private static long Begins(ReadOnlySpan<byte> bytes)
    {
        var count = 0L;
        foreach (var range in bytes.Split((byte)'\n'))
        {
            count += bytes[range].TrimEnd((byte)'\r').SequenceEqual("--- comment"u8) ? 1 : 0;
        }

        return count;
    }

    private static ImportedTime? Time(PublicDate? date) => date is { } known ? new ImportedTime(known.Start, known.Precision) : null;

    private static byte[] Bytes(SourceFile file, int most)
    {
        using var stream = file.Open();
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = stream.Read(buffer, 0, buffer.Length)) > 0)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > most)
            {
                throw new ImportException($"{file.Name}: the file is larger than any of its kind. Nothing was read. Check that it is the file it should be.");
            }
        }

        return bytes.ToArray();
    }
}
