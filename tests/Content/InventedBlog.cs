using System.Globalization;
using Blog.Content;
using Blog.Model;
using Blog.Source;
using Blog.Tests.Source;

namespace Blog.Tests.Content;

/// <summary>A blog folder of a test's own, written file by file and read back as a build reads it.</summary>
internal sealed class InventedBlog : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SiteSettings Settings { get; set; } = new() { Title = "Ledger Office", Address = "https://archive.example" };

    public DateOnly AsOf { get; set; } = new(2030, 1, 1);

    public BlogReader Reader => new(new BlogFolder(_folder.Root));

    /// <summary>Adds a post whose file lies where its address says.</summary>
    public InventedBlog Post(string url, string body, params ReadOnlySpan<string> keys)
    {
        var id = url.Split('/')[^1][..^".html".Length];
        return Write("posts" + url[..^".html".Length] + ".md", id, url, body, keys);
    }

    public InventedBlog Page(string name, string body, params ReadOnlySpan<string> keys) =>
        Write($"pages/{name}.md", "page-" + name, $"/p/{name}.html", body, keys);

    /// <summary>Adds the thread of a post. A comment is <c>id number parent|text</c> with <c>-</c> for no parent; further keys stand between <c>;</c> before the text.</summary>
    public InventedBlog Thread(string url, params IEnumerable<string> comments)
    {
        var id = url.Split('/')[^1][..^".html".Length];
        var lines = new List<string> { "thread: " + id, "format: 1", string.Empty };
        foreach (var comment in comments)
        {
            var (head, text) = (comment.Split('|', 2)[0], comment.Split('|', 2)[1]);
            var parts = head.Split(';');
            var words = parts[0].Split(' ');
            var keys = parts[1..];
            lines.Add("--- comment");
            lines.Add("id: " + words[0]);
            lines.AddRange(words[1] == "-" ? [] : ["number: " + words[1]]);
            lines.AddRange(words[2] == "-" ? [] : ["parent: " + words[2]]);
            lines.AddRange(keys.Any(key => key.StartsWith("state:", StringComparison.Ordinal)) ? keys : [.. keys, "state: published"]);
            lines.Add(string.Empty);
            lines.AddRange(text.Length == 0 ? [] : [text, string.Empty]);
        }

        _folder.Put("input/posts" + url[..^".html".Length] + ".thread.md", string.Join('\n', lines) + "\n");
        return this;
    }

    /// <summary>A thread of as many comments, the parent of each given by <paramref name="parent"/> (from 0, -1 for none).</summary>
    public InventedBlog Thread(string url, int count, Func<int, int> parent, string text = "Some words.")
    {
        var tops = new int[count];
        var replies = new Dictionary<int, int>();
        var top = 0;
        return Thread(url, Enumerable.Range(0, count).Select(i =>
        {
            var above = parent(i);
            tops[i] = above < 0 ? ++top : tops[above];
            var number = tops[i].ToString(CultureInfo.InvariantCulture);
            if (above >= 0)
            {
                replies[tops[i]] = replies.GetValueOrDefault(tops[i]) + 1;
                number += "." + replies[tops[i]].ToString(CultureInfo.InvariantCulture);
            }

            return $"{i} {number} {(above < 0 ? "-" : above.ToString(CultureInfo.InvariantCulture))}|{text}";
        }));
    }

    public SiteIndex Index(int parallelism = 2) => SiteIndexReader.Read(Reader, Settings, AsOf, parallelism, null);

    /// <summary>Renders the post with an address.</summary>
    public RenderedPost Render(string url)
    {
        var index = Index();
        return new PostRenderer(index, Reader).Render(index.Posts.Concat(index.Pages).Single(post => post.FrontMatter.Url == url));
    }

    public void Dispose() => _folder.Dispose();

    private InventedBlog Write(string path, string id, string url, string body, ReadOnlySpan<string> keys)
    {
        var lines = new List<string> { "---", "id: " + id, "url: " + url };
        lines.AddRange(keys);
        lines.AddRange(["---", string.Empty, body]);
        _folder.Put("input/" + path, string.Join('\n', lines) + "\n");
        return this;
    }
}
