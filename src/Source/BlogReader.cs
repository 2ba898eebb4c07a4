using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Blog.Model;

namespace Blog.Source;

/// <summary>Reads the files of a blog folder.</summary>
/// <remarks>Its members may be called from several threads at once; each call reads the disk anew.</remarks>
public sealed class BlogReader
{
    /// <summary>Most bytes of a post or page.</summary>
    public const int MaxPostBytes = 16 * 1024 * 1024;

    /// <summary>Most bytes of a thread: some 400,000 comments.</summary>
    public const int MaxThreadBytes = 512 * 1024 * 1024;

    internal const string SettingsPath = "site.yml";
    internal const string PostSuffix = ".md";
    internal const string ThreadSuffix = ".thread.md";

    /// <summary>Reads this folder.</summary>
    public BlogReader(BlogFolder folder) => Folder = folder;

    /// <summary>The folder.</summary>
    public BlogFolder Folder { get; }

    /// <summary>Reads <c>site.yml</c>, and <c>glossary.yml</c> where there is one.</summary>
    /// <exception cref="SourceException">One is wrong, or <c>site.yml</c> is missing.</exception>
    public SiteSettings ReadSettings()
    {
        var settings = ReadSiteFile();
        var glossary = ReadGlossary();
        return glossary.Count == 0 ? settings : settings with
        {
            Glossary = settings.Glossary.Where(entry => !glossary.ContainsKey(entry.Key)).Concat(glossary).OrderBy(entry => entry.Key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal),
        };
    }

    /// <summary>Reads <c>glossary.yml</c>; empty where there is none.</summary>
    /// <exception cref="SourceException">It is wrong.</exception>
    public IReadOnlyDictionary<string, GlossaryEntry> ReadGlossary() => File.Exists(Folder.InputFile(GlossaryFile.FileName))
        ? GlossaryFile.Read(ReadBytes(GlossaryFile.FileName, GlossaryFile.MaxBytes), GlossaryFile.FileName)
        : new Dictionary<string, GlossaryEntry>();

    private SiteSettings ReadSiteFile() => File.Exists(Folder.SettingsFile)
        ? SettingsReader.Read(ReadBytes(SettingsPath, SettingsReader.MaxBytes), SettingsPath)
        : throw new SourceException(SettingsPath, 0, "There is no such file, so this is not a blog folder. Name one with --blog DIR, or make one with 'init'.");

    /// <summary>The posts, by path (ordinal).</summary>
    /// <exception cref="SourceException">A name, a link or a thread file without its post stands in the way.</exception>
    public IReadOnlyList<PostFile> ListPosts() => List("posts");

    /// <summary>The static pages, by path (ordinal).</summary>
    /// <exception cref="SourceException">As <see cref="ListPosts"/>.</exception>
    public IReadOnlyList<PostFile> ListPages() => List("pages");

    /// <summary>The media, by path (ordinal).</summary>
    /// <exception cref="SourceException">A name or a link stands in the way.</exception>
    public IReadOnlyList<MediaFile> ListMedia() =>
        [.. InputListing.Of(Folder.Input, "media").OrThrow().Files.Select(file => new MediaFile(file.Path, file.File.Length))];

    /// <summary>Reads a post or page.</summary>
    /// <exception cref="SourceException">It cannot be read.</exception>
    public PublishedPost ReadPost(PostFile file) => PostReader.Read(ReadBytes(file.Path, MaxPostBytes), file.Path);

    /// <summary>Reads only the front matter of a post or page, and of the file no more than that needs.</summary>
    /// <exception cref="SourceException">It cannot be read.</exception>
    public PostFrontMatter ReadFrontMatter(PostFile file) => FrontMatterReader.Read(ReadHead(file.Path), file.Path);

    /// <summary>Hash of the bytes of a post or page and its thread, lower-case hex SHA-256.</summary>
    /// <exception cref="SourceException">A file cannot be read.</exception>
    public string Fingerprint(PostFile file)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(SHA256.HashData(ReadBytes(file.Path, MaxPostBytes)));
        if (file.ThreadPath is { } path)
        {
            hash.AppendData(SHA256.HashData(ReadBytes(path, MaxThreadBytes)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Reads the thread of a post, whatever its findings (<c>check</c> tells them); null where it has no thread file.</summary>
    /// <exception cref="SourceException">It cannot be read.</exception>
    public PublishedThread? ReadThread(PostFile file) => ReadThreadResult(file)?.Thread;

    /// <summary>As <see cref="ReadThread(PostFile)"/>, and stops where the thread names another post: comments must not appear under a text they do not answer.</summary>
    /// <exception cref="SourceException">It cannot be read, or names another post.</exception>
    public PublishedThread? ReadThread(PostFile file, PostId post)
    {
        var thread = ReadThread(file);
        return thread is null || thread.Post == post
            ? thread
            : throw new SourceException(file.ThreadPath ?? file.Path, 1, $"The thread names the post {thread.Post}, but the post beside it is {post}. Rename the file to lie beside its post, or put the id right.");
    }

    /// <summary>Reads the thread of a post with its findings; null where it has no thread file.</summary>
    /// <exception cref="SourceException">It cannot be read.</exception>
    public ThreadReadResult? ReadThreadResult(PostFile file) => file.ThreadPath is { } path
        ? ThreadReader.Read(ReadBytes(path, MaxThreadBytes), path)
        : null;

    /// <summary>Where the text of a post begins in its file.</summary>
    internal BodyLines LinesOfPost(PostFile file) => BodyLines.OfPost(Encoding.UTF8.GetString(ReadBytes(file.Path, MaxPostBytes)));

    /// <summary>Where the texts of a thread begin in its file; none where the post has no thread.</summary>
    internal BodyLines LinesOfThread(PostFile file) => BodyLines.OfThread(file.ThreadPath is { } path ? Encoding.UTF8.GetString(ReadBytes(path, MaxThreadBytes)) : string.Empty);

    /// <summary>The public keys to which submissions are encrypted; null where there is no file of them.</summary>
    /// <exception cref="SourceException">It is not as <c>keys publish</c> writes it.</exception>
    public SubmissionKeys? ReadSubmissionKeys() => File.Exists(Folder.SubmissionKeysFile)
        ? SubmissionKeys.Read(ReadBytes(SubmissionKeys.FileName, SubmissionKeys.MaxBytes), SubmissionKeys.FileName)
        : null;

    /// <summary>The answers and decoys, by path within <c>input/</c>: all of them, or none.</summary>
    /// <exception cref="SourceException">They are not as the program writes them.</exception>
    public IReadOnlyList<string> ListReplies()
    {
        var listing = InputListing.Of(Folder.Input, ReplyFiles.Folder).OrThrow();
        return listing.Files.Count == 0 || ReplyFiles.AreWhole(listing.Files)
            ? [.. listing.Files.Select(file => file.Path)]
            : throw new SourceException(ReplyFiles.Folder, 0, ReplyFiles.Trouble);
    }

    /// <summary>All bytes of a file below <c>input/</c>.</summary>
    /// <exception cref="SourceException">It is larger than <paramref name="most"/>, missing or not to be opened.</exception>
    internal byte[] ReadBytes(string path, int most)
    {
        try
        {
            using var file = File.OpenHandle(Folder.InputFile(path), options: FileOptions.SequentialScan);
            var length = RandomAccess.GetLength(file);
            if (length > most)
            {
                throw new SourceException(path, 0, string.Create(CultureInfo.InvariantCulture, $"The file is larger than {most / 1024 / 1024} MB, which no such file is. Split it, or move it out of input/."));
            }

            var bytes = new byte[length];
            var read = Fill(file, bytes);
            return read == bytes.Length ? bytes : bytes[..read];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, failure);
        }
    }

    /// <summary>The beginning of a post or page, as far as its front matter goes.</summary>
    /// <exception cref="SourceException">It cannot be read.</exception>
    internal byte[] ReadHead(string path)
    {
        try
        {
            using var file = File.OpenHandle(Folder.InputFile(path));
            var bytes = new byte[4096];
            var read = Fill(file, bytes);
            if (read < bytes.Length || FrontMatterReader.HoldsHead(bytes))
            {
                return bytes[..read];
            }

            bytes = new byte[FrontMatterReader.MaxBytes + 16];
            return bytes[..Fill(file, bytes)];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, failure);
        }
    }

    private static int Fill(Microsoft.Win32.SafeHandles.SafeFileHandle file, Span<byte> bytes)
    {
        var total = 0;
        while (total < bytes.Length && RandomAccess.Read(file, bytes[total..], total) is var read && read > 0)
        {
            total += read;
        }

        return total;
    }

    private static SourceException Unreadable(string path, Exception failure) =>
        new(path, 0, $"The file cannot be opened or read ({failure.GetType().Name}). Check that it exists and that you may read it.");

    private List<PostFile> List(string folder)
    {
        var listing = InputListing.Of(Folder.Input, folder);
        var posts = Pair(listing.Files.Select(file => file.Path), listing.Problems);
        listing.OrThrow();
        return posts;
    }

    /// <summary>Puts each thread file to its post.</summary>
    internal static List<PostFile> Pair(IEnumerable<string> paths, List<SourceFinding> problems)
    {
        var posts = new List<PostFile>();
        var threads = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            if (path.EndsWith(ThreadSuffix, StringComparison.Ordinal))
            {
                threads.Add(path);
            }
            else if (path.EndsWith(PostSuffix, StringComparison.Ordinal))
            {
                posts.Add(new PostFile(path, null));
            }
        }

        for (var i = 0; i < posts.Count; i++)
        {
            var thread = posts[i].Path[..^PostSuffix.Length] + ThreadSuffix;
            if (threads.Remove(thread))
            {
                posts[i] = posts[i] with { ThreadPath = thread };
            }
        }

        problems.AddRange(threads.Select(thread => new SourceFinding(
            thread, 0, "thread-alone", $"The post of this thread is missing: {thread[..^ThreadSuffix.Length] + PostSuffix}. Restore it, or rename the thread file to lie beside its post.", Fixable: false)));
        posts.Sort((left, right) => string.CompareOrdinal(left.Path, right.Path));
        return posts;
    }
}
