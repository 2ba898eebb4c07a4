using System.Collections.Concurrent;
using System.Text.Json;
using Blog.Model;
using Blog.Source;

namespace Blog.Content;

/// <summary>What was read of posts and pages for the published site, so that files that lie as they did then are not read again.</summary>
/// <remarks>
/// <para>It lies in <c>.build/posts.memory</c>, holds front matters and opening words of what is published, and is deleted before another site is published: a title
/// that a redaction changed must not outlive it here. A memory that is missing, broken, or of other settings or another program is none.</para>
/// <para>A file counts as the same while size, inode and times are those it had before it was read, unless it had been changed just before: a second change within
/// the clock's grain would leave no trace. Safe for many threads.</para>
/// </remarks>
public sealed class PostMemory
{
    private const string FileName = "posts.memory";

    private static readonly IReadOnlyDictionary<string, KnownEntry> None = new Dictionary<string, KnownEntry>(StringComparer.Ordinal);

    private readonly string _file;
    private readonly string _key;
    private readonly TimeSpan _rest;
    private readonly TimeProvider _time;
    private readonly IReadOnlyDictionary<string, KnownEntry> _before;
    private readonly ConcurrentDictionary<string, KnownEntry> _now = new(StringComparer.Ordinal);
    private int _known;

    private PostMemory(string file, string key, TimeSpan rest, TimeProvider time, IReadOnlyDictionary<string, KnownEntry> before)
    {
        _file = file;
        _key = key;
        _rest = rest;
        _time = time;
        _before = before;
    }

    /// <summary>Posts and pages that were not read again.</summary>
    public int Known => _known;

    /// <summary>Reads what the last build left.</summary>
    /// <param name="folder">The blog's folder.</param>
    /// <param name="program">Identity of this program: another one may read the same file otherwise.</param>
    /// <param name="settings">The settings: opening words depend on the address, uses of terms on the glossary.</param>
    /// <param name="isFull">Whether to read everything anew.</param>
    /// <param name="rest">How long a file must have been at rest to be remembered.</param>
    /// <param name="time">The clock by which files get their times.</param>
    public static PostMemory Of(BlogFolder folder, string program, SiteSettings settings, bool isFull, TimeSpan rest, TimeProvider time)
    {
        var file = Path.Combine(folder.Build, FileName);
        var key = string.Join('\n', [program, settings.Address, .. settings.Glossary.Keys.Order(StringComparer.Ordinal)]);
        return new PostMemory(file, key, rest, time, isFull ? None : Read(file, key));
    }

    /// <summary>Forgets what was read of the last site. Done before another one is published.</summary>
    public void Forget() => File.Delete(_file);

    /// <summary>Keeps what was read, once the site is published.</summary>
    public void Save() => DurableFile.Write(_file, JsonSerializer.SerializeToUtf8Bytes(new PostMemoryFile(_key, _now), PostMemoryJson.Default.PostMemoryFile));

    /// <summary>How the files of a post lie; to be asked before they are read.</summary>
    internal static (SourceLook Post, SourceLook? Thread) Look(BlogReader reader, PostFile file) =>
        (SourceLook.Of(reader.Folder.InputFile(file.Path)), file.ThreadPath is { } thread ? SourceLook.Of(reader.Folder.InputFile(thread)) : null);

    /// <summary>What was read of a post whose files lie as they did; null where it has to be read.</summary>
    internal KnownEntry? Find(PostFile file, (SourceLook Post, SourceLook? Thread) look) =>
        _before.TryGetValue(file.Path, out var known) && known.Post == look.Post && known.Thread == look.Thread ? known : null;

    /// <summary>The entry of a post that need not be read again; it stays known.</summary>
    internal PostEntry Recall(PostFile file, PostFrontMatter frontMatter, KnownEntry known)
    {
        Interlocked.Increment(ref _known);
        _now[file.Path] = known;
        return new PostEntry
        {
            File = file,
            FrontMatter = frontMatter,
            Excerpt = known.Excerpt,
            Words = known.Words,
            Thread = new ThreadSummary(known.Published, known.Removed, known.TopLevel, known.Parts, known.Latest is { } latest ? Date(latest) : null)
            {
                Dates = [.. known.Dates.Select(date => new DateCount(Date(date.Key), date.Value))],
            },
            Fingerprint = known.Fingerprint,
            Terms = known.Terms,
        };
    }

    /// <summary>Takes down what was read of a post.</summary>
    /// <param name="entry">What was read.</param>
    /// <param name="look">How its files lay before.</param>
    /// <param name="head">Its front matter, as it stands in the file.</param>
    internal void Add(PostEntry entry, (SourceLook Post, SourceLook? Thread) look, byte[] head)
    {
        var now = _time.GetUtcNow().UtcDateTime;
        if (look.Post.IsSettled(now, _rest) && look.Thread?.IsSettled(now, _rest) != false)
        {
            var thread = entry.Thread;
            _now[entry.File.Path] = new KnownEntry(look.Post, look.Thread, head, entry.Excerpt, entry.Words, thread.Published, thread.Removed, thread.TopLevel, thread.Parts, thread.Latest?.ToString(),
                [.. thread.Dates.Select(date => KeyValuePair.Create(date.Date.ToString(), date.Count))], entry.Fingerprint, entry.Terms);
        }
    }

    private static PublicDate Date(string text) => PublicDate.TryParse(text, out var date) ? date : throw new InvalidDataException("A date of posts.memory is none. Build with --full.");

    private static IReadOnlyDictionary<string, KnownEntry> Read(string file, string key)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(file), PostMemoryJson.Default.PostMemoryFile) is { } kept && kept.Key == key ? kept.Posts : None;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return None;
        }
    }
}
