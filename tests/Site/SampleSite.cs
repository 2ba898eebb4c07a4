using System.Text;
using System.Xml.Linq;
using Blog.Content;
using Blog.Model;
using Blog.Site;
using Blog.Source;

namespace Blog.Tests.Site;

/// <summary>A small invented blog on disk, read as a build reads it.</summary>
internal sealed class SampleSite : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("blog-site-").FullName;

    public SampleSite(string address = "https://example.org", string more = "")
    {
        Put("site.yml", $"title: The Example Review\naddress: {address}\ndescription: Notes & views\neditor: The editor\n{more}");
    }

    public SiteIndex Index { get; private set; } = null!; // set by Read, which every test calls before

    public BlogReader Reader { get; private set; } = null!; // as above

    public void Put(string path, string text)
    {
        var full = Path.Combine(_root, "input", path);
        Directory.CreateDirectory(Path.GetDirectoryName(full) ?? _root);
        File.WriteAllText(full, text);
    }

    public void PutPost(string id, string frontMatter, string body, string? comments = null)
    {
        Put($"posts/{id}.md", $"---\nid: {id}\n{frontMatter}\n---\n\n{body}\n");
        if (comments is not null)
        {
            Put($"posts/{id}.thread.md", $"thread: {id}\nformat: 1\n\n{comments}");
        }
    }

    public SampleSite Read()
    {
        Reader = new BlogReader(new BlogFolder(_root));
        Index = SiteIndexReader.Read(Reader, Reader.ReadSettings(), new DateOnly(2026, 1, 1), 1, null);
        return this;
    }

    public RenderedPost Render(string id) =>
        new PostRenderer(Index, Reader).Render(Index.Posts.Concat(Index.Pages).Single(post => post.FrontMatter.Id.Value == id));

    public string PostFeed()
    {
        var feed = new AtomFeed(Index);
        foreach (var post in Index.Posts.Reverse())
        {
            feed.Add(Render(post.FrontMatter.Id.Value));
        }

        return Text(feed.ToFile());
    }

    public static string Text(SiteFile file) => Encoding.UTF8.GetString(file.Bytes.Span);

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
