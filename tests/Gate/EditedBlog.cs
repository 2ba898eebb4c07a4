using System.Globalization;
using System.Text;

namespace Blog.Tests.Gate;

/// <summary>An invented blog that is edited at random: texts, titles, labels, series, comments, links from thread to thread, settings, pictures, and the published files themselves.</summary>
internal sealed class EditedBlog
{
    private readonly Random _random;
    private readonly List<Post> _posts = [];
    private readonly List<(string Name, byte[] Bytes)> _media = [];
    private string _title = "The Example Review";
    private int _next;

    public EditedBlog(Random random)
    {
        _random = random;
        for (var i = 0; i < 12; i++)
        {
            AddPost();
        }
    }

    /// <summary>A word that texts are made of.</summary>
    public static string Word(int number) => ((string[])["harbour", "quillon", "meadow", "lantern", "granary", "thimble", "copse", "estuary"])[number % 8];

    /// <summary>Makes one edit; says which.</summary>
    public string Edit(TemporaryFolder blog)
    {
        var post = _posts[_random.Next(_posts.Count)];
        var kind = _random.Next(14);
        switch (kind)
        {
            case 0:
                post.Body = Text();
                return "another text";
            case 1:
                post.Title = Word(_random.Next(8)) + " " + _next++;
                return "another title";
            case 2 or 3 or 4 when post.Comments.Count > 0:
                var at = _random.Next(post.Comments.Count);
                post.Comments[at] = (post.Comments[at].Id, Text());
                return "another comment";
            case 5:
                AddComment(post);
                return "one comment more";
            case 6 when post.Comments.Count > 0:
                post.Comments.RemoveAt(post.Comments.Count - 1);
                return "one comment less";
            case 7:
                post.Label = Word(_random.Next(8));
                return "another label";
            case 8:
                post.IsDraft = !post.IsDraft;
                return "a draft";
            case 9:
                AddPost();
                return "a post more";
            case 10 when _posts.Count > 8:
                _posts.Remove(post);
                return "a post less";
            case 11:
                _title = "Review " + _next++;
                return "another name of the site";
            case 12:
                _media.Add(($"p{_next++}.png", SmallPictures.Of("png").Bytes));
                post.Body = $"![A drawing](/media/{_media[^1].Name})\n\n{Text()}";
                return "a picture";
            default:
                var published = Directory.EnumerateFiles(Path.Combine(blog.Root, "output"), "*.html", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
                File.Delete(published[_random.Next(published.Count)]);
                return "a published page deleted";
        }
    }

    /// <summary>Writes <c>input/</c> as it is now; files that stay as they are are not touched.</summary>
    public void Write(TemporaryFolder blog)
    {
        var input = Path.Combine(blog.Root, "input");
        var written = new HashSet<string>(StringComparer.Ordinal);
        blog.Put("input/site.yml", $"title: {_title}\naddress: https://example.org\npageSizes: {{home: 3, list: 4, feed: 2}}\n");
        foreach (var post in _posts)
        {
            Put(blog, written, $"input/posts/{post.Id}.md", $"---\nid: {post.Id}\ntitle: {post.Title}\ndate: 2026-{post.Month:00}-02\nlabels: [{post.Label}]\nseries: {{name: {Word(post.Month)}, number: {post.Number}}}\nurl: /2026/{post.Month:00}/{post.Id}.html\n{(post.IsDraft ? "draft: true\n" : string.Empty)}provenance: editor\n---\n\n{post.Body}\n");
            if (post.Comments.Count > 0)
            {
                var thread = new StringBuilder($"thread: {post.Id}\nformat: 1\n");
                for (var i = 0; i < post.Comments.Count; i++)
                {
                    thread.Append(CultureInfo.InvariantCulture, $"\n--- comment\nid: {post.Comments[i].Id}\nnumber: {i + 1}\nauthor: Amber Heron\ndate: 2026-{post.Month:00}-03\nstate: published\n\n{post.Comments[i].Text}\n");
                }

                Put(blog, written, $"input/posts/{post.Id}.thread.md", thread.ToString());
            }
        }

        foreach (var file in Directory.EnumerateFiles(Path.Combine(input, "posts")).Where(file => !written.Contains("input/posts/" + Path.GetFileName(file))))
        {
            File.Delete(file);
        }

        foreach (var (name, bytes) in _media)
        {
            var path = Path.Combine(input, "media", name);
            Directory.CreateDirectory(Path.GetDirectoryName(path) ?? input);
            if (!File.Exists(path))
            {
                File.WriteAllBytes(path, bytes);
            }
        }
    }

    private static void Put(TemporaryFolder blog, HashSet<string> written, string path, string text)
    {
        written.Add(path);
        var file = Path.Combine(blog.Root, path);
        if (!File.Exists(file) || File.ReadAllText(file) != text)
        {
            blog.Put(path, text);
        }
    }

    private void AddPost()
    {
        var post = new Post { Id = $"p{_next}", Title = $"{Word(_next)} {_next}", Label = Word(_next / 2), Month = 1 + (_next % 9), Number = _next + 1, Body = Text() };
        _next++;
        _posts.Add(post);
        for (var i = _random.Next(5); i > 0; i--)
        {
            AddComment(post);
        }
    }

    private void AddComment(Post post) => post.Comments.Add(($"{post.Id}-c{_next++}", Text()));

    /// <summary>A few words, now and then with a link to another post, to a comment of another thread, or to nothing.</summary>
    private string Text()
    {
        var text = new StringBuilder();
        for (var i = 3 + _random.Next(12); i > 0; i--)
        {
            text.Append(Word(_random.Next(8))).Append(' ');
        }

        if (_posts.Count > 0 && _random.Next(2) == 0)
        {
            var other = _posts[_random.Next(_posts.Count)];
            var anchor = other.Comments.Count > 0 && _random.Next(2) == 0 ? "#c" + other.Comments[_random.Next(other.Comments.Count)].Id : string.Empty;
            text.Append(CultureInfo.InvariantCulture, $"as [said](/2026/{other.Month:00}/{other.Id}.html{anchor}) before");
        }

        return text.ToString().Trim() + ".";
    }

    private sealed class Post
    {
        public required string Id { get; init; }

        public required string Title { get; set; }

        public required string Label { get; set; }

        public required int Month { get; init; }

        public required int Number { get; init; }

        public required string Body { get; set; }

        public bool IsDraft { get; set; }

        public List<(string Id, string Text)> Comments { get; } = [];
    }
}
