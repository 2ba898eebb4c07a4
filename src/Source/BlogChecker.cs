using System.Globalization;
using Blog.Model;

namespace Blog.Source;

/// <summary>Looks a whole blog folder over: every file on its own, and what must be unique or agree between them.</summary>
public sealed class BlogChecker
{
    private readonly BlogReader _reader;
    private readonly List<SourceFinding> _findings = [];
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Url, string Path)> _urls = new(StringComparer.OrdinalIgnoreCase);
    private DatePrecision _finest = new AnonymityPolicy().Times;

    private BlogChecker(BlogReader reader) => _reader = reader;

    /// <summary>Everything found, by file and line; none means that a build can read every file and that <c>check --fix</c> would change nothing.</summary>
    public static IReadOnlyList<SourceFinding> Check(BlogFolder folder)
    {
        var checker = new BlogChecker(new BlogReader(folder));
        checker.CheckSettings();
        checker.CheckPosts("posts");
        checker.CheckPosts("pages");
        checker._findings.AddRange(InputListing.Of(folder.Input, "media").Problems);
        checker.Try(() => checker._reader.ReadSubmissionKeys());
        checker.Try(() => checker._reader.ListReplies());
        checker._findings.Sort(SourceFinding.Compare);
        return checker._findings;
    }

    private void CheckSettings() => Try(() =>
    {
        _finest = _reader.ReadSettings().Anonymity.Times;
        SourceLines.Decode(_reader.ReadBytes(BlogReader.SettingsPath, SettingsReader.MaxBytes), BlogReader.SettingsPath, _findings);
    });

    private void CheckPosts(string folder)
    {
        var listing = InputListing.Of(_reader.Folder.Input, folder);
        var paths = listing.Files.ConvertAll(file => file.Path);
        _findings.AddRange(paths
            .Where(path => !path.EndsWith(BlogReader.PostSuffix, StringComparison.Ordinal))
            .Select(path => new SourceFinding(path, 0, "stray", "The file is neither a post (.md) nor a thread (.thread.md) and is not published. Move images to input/media, anything else out of input/.", Fixable: false)));
        var posts = BlogReader.Pair(paths, listing.Problems);
        _findings.AddRange(listing.Problems);
        foreach (var post in posts)
        {
            PostId? id = null;
            Try(() => id = CheckPost(post));
            Try(() => CheckThread(post, id));
        }
    }

    private PostId CheckPost(PostFile file)
    {
        var (post, findings) = PostReader.ReadResult(_reader.ReadBytes(file.Path, BlogReader.MaxPostBytes), file.Path);
        _findings.AddRange(findings);
        var frontMatter = post.FrontMatter;
        CheckId(frontMatter.Id.Value, file.Path);
        if (!_urls.TryAdd(frontMatter.Url, (frontMatter.Url, file.Path)))
        {
            var other = _urls[frontMatter.Url];
            var how = other.Url == frontMatter.Url ? "is also that" : $"differs only in capitals from {other.Url}, that";
            Add(file.Path, 0, "url", $"The address {frontMatter.Url} {how} of {other.Path}, so one would overwrite the other. Give one of them another 'url'.");
        }

        CheckDate(frontMatter.Date, "date", file.Path);
        CheckDate(frontMatter.Updated, "updated", file.Path);
        return frontMatter.Id;
    }

    private void CheckThread(PostFile file, PostId? post)
    {
        if (_reader.ReadThreadResult(file) is not { } result || file.ThreadPath is not { } path)
        {
            return;
        }

        _findings.AddRange(result.Findings);
        if (post is { } id && result.Thread.Post != id)
        {
            Add(path, 1, "thread-post", $"The thread names the post {result.Thread.Post}, but the post beside it is {id}. Rename the file to lie beside its post, or put the id right.");
        }

        var finer = 0;
        foreach (var comment in result.Thread.Comments)
        {
            CheckId(comment.Id.Value, path);
            finer += comment.Fields.Date?.Precision > _finest ? 1 : 0;
        }

        if (finer > 0)
        {
            Add(path, 0, "date-policy", string.Create(CultureInfo.InvariantCulture, $"{finer} dates of comments are finer than anonymity.times allows ({Word(_finest)}). Run 'release' again, or cut them by hand."));
        }
    }

    private void CheckDate(PublicDate? date, string key, string path)
    {
        if (date?.Precision > _finest)
        {
            Add(path, 0, "date-policy", $"'{key}' is finer than anonymity.times allows ({Word(_finest)}). Cut it to {date.Value.CoarsenTo(_finest)}, or change the policy in site.yml.");
        }
    }

    private void CheckId(string id, string path)
    {
        if (!_ids.TryAdd(id, path) && _ids[id] != path) // within one thread the reader has looked
        {
            Add(path, 0, "id", $"The id {id} stands in {_ids[id]} too; an id names one post, page or comment of the whole blog. Give one of them another id.");
        }
    }

    private static string Word(DatePrecision precision) => SettingsWords.Of(SettingsWords.Times, precision);

    private void Add(string path, int line, string rule, string message) => _findings.Add(new SourceFinding(path, line, rule, message, Fixable: false));

    private void Try(Action check)
    {
        try
        {
            check();
        }
        catch (SourceException unreadable)
        {
            _findings.AddRange(unreadable.Problems);
        }
    }
}
