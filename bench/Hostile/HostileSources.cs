using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Blog.Bench.Hostile;

/// <summary>Writes payloads into an invented export of every kind, at each place where a stranger's words stand: body, name and address of comments; text, title, label and address of posts; the blog's own title.</summary>
internal static class HostileSources
{
    /// <summary>The kinds; the classic export is <see cref="HostileArchive"/>'s.</summary>
    public static readonly string[] Kinds = ["takeout", "wordpress", "disqus", "blogml", "movabletype", "ghost", "pages"];

    private const int CommentsAPost = 150;

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private sealed record Comment(string Name, string Url, string Body);

    private sealed record Post(int Number, string Title, string Label, string Slug, string Body, IReadOnlyList<Comment> Comments)
    {
        public string Time { get; } = new DateTime(2015, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddHours(Number).ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
    }

    /// <summary>Writes an export.</summary>
    /// <param name="kind">Of <see cref="Kinds"/>.</param>
    /// <param name="payloads">Each is the body of a comment; each tenth post's title, label, address and text, and a comment's name and address too.</param>
    /// <param name="every">Each so-manieth stands at all other places too.</param>
    /// <param name="folder">Where it goes; made.</param>
    public static void Write(string kind, IReadOnlyList<HostilePayload> payloads, int every, string folder)
    {
        Directory.CreateDirectory(folder);
        var posts = Posts(kind, [.. payloads.Select(payload => payload.Text)], every);
        var title = payloads[0].Text;
        switch (kind)
        {
            case "takeout":
                Put("feed.atom", $"<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom' xmlns:blogger='http://schemas.google.com/blogger/2018'><id>tag:blogger.com,1999:blog-88</id><title>{Xml(title)}</title>" + string.Concat(posts.Select(Takeout)) + "</feed>");
                break;
            case "wordpress":
                Put("blog.xml", WordPress(title, posts, withComments: true, "http://wordpress.example"));
                break;
            case "disqus":
                Put("blog.xml", WordPress(title, posts, withComments: false, "http://disqus.example"));
                Put("comments.xml", "<?xml version=\"1.0\"?><disqus xmlns=\"http://disqus.com\" xmlns:dsq=\"http://disqus.com/disqus-internals\">"
                    + string.Concat(posts.Select(post => $"<thread dsq:id=\"{post.Number + 1}\"><forum>hostile</forum><link>http://disqus.example/post-{post.Number}/</link><title>{Xml(post.Title)}</title></thread>"))
                    + string.Concat(posts.SelectMany(post => post.Comments.Select((comment, i) => $"<post dsq:id=\"{Id(post, i)}\"><message>{Xml(comment.Body)}</message><createdAt>{post.Time}Z</createdAt><isDeleted>false</isDeleted><isSpam>false</isSpam><author><name>{Xml(comment.Name)}</name><link>{Xml(comment.Url)}</link></author><thread dsq:id=\"{post.Number + 1}\"/></post>")))
                    + "</disqus>");
                break;
            case "blogml":
                Put("blog.xml", $"<?xml version=\"1.0\"?><blog root-url=\"http://blogml.example/\" xmlns=\"http://www.blogml.com/2006/09/BlogML\"><title type=\"text\">{Xml(title)}</title><categories>{string.Concat(posts.Select(post => $"<category id=\"k{post.Number}\"><title type=\"text\">{Xml(post.Label)}</title></category>"))}</categories><posts>"
                    + string.Concat(posts.Select(post => $"<post id=\"p{post.Number}\" date-created=\"{post.Time}\" approved=\"true\" post-url=\"{Xml(post.Slug)}\"><title type=\"html\">{Xml(post.Title)}</title><content type=\"text\">{Xml(post.Body)}</content><categories><category ref=\"k{post.Number}\"/></categories><comments>"
                        + string.Concat(post.Comments.Select((comment, i) => $"<comment id=\"c{Id(post, i)}\" date-created=\"{post.Time}\" approved=\"true\" user-name=\"{Xml(comment.Name)}\" user-url=\"{Xml(comment.Url)}\"><content type=\"text\">{Xml(comment.Body)}</content></comment>")) + "</comments></post>"))
                    + "</posts></blog>");
                break;
            case "movabletype":
                Put("export.txt", string.Concat(posts.Select(post => $"AUTHOR: An editor\nTITLE: {Line(post.Title)}\nBASENAME: {Line(post.Slug)}\nSTATUS: Publish\nCATEGORY: {Line(post.Label)}\nDATE: {UsTime(post)}\n-----\nBODY:\n{Lines(post.Body)}\n-----\n"
                    + string.Concat(post.Comments.Select(comment => $"COMMENT:\nAUTHOR: {Line(comment.Name)}\nURL: {Line(comment.Url)}\nDATE: {UsTime(post)}\n{Lines(comment.Body)}\n-----\n")) + "--------\n")));
                break;
            case "ghost":
                Put("blog.json", Ghost(title, posts));
                break;
            case "pages":
                foreach (var post in posts)
                {
                    Put(string.Create(CultureInfo.InvariantCulture, $"post-{post.Number}.html"), Page(post));
                }

                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind.");
        }

        void Put(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);
    }

    private static List<Post> Posts(string kind, List<string> payloads, int every)
    {
        var posts = new List<Post>();
        foreach (var some in payloads.Chunk(CommentsAPost))
        {
            posts.Add(new Post(posts.Count, $"Carrier {posts.Count} of {kind}", "Carrier", $"post-{posts.Count}", "<p>What it carries stands below.</p>", [.. some.Select(payload => new Comment("Reader", string.Empty, payload))]));
        }

        foreach (var payload in payloads.Where((_, i) => i % every == 0))
        {
            var marked = System.Net.WebUtility.HtmlEncode(payload);
            posts.Add(new Post(posts.Count, payload, payload, payload, $"<p>{marked}</p><p><img src=\"http://1.bp.blogspot.com/-a/s320/{marked}.jpg\" alt=\"{marked}\"></p><a href=\"{marked}\">a link</a> {payload}",
                [new Comment(payload, payload, "Named so."), new Comment("Reader", "https://reader.example/" + payload, $"<a href=\"{marked}\" title=\"{marked}\">a link</a>"), new Comment("Reader", string.Empty, $"[a]({payload}) <i>{payload}</i>")]));
        }

        return posts;
    }

    private static string Takeout(Post post) => Entry(post.Number + 1, "POST", "An editor", string.Empty, post.Body, post, $"<title>{Xml(post.Title)}</title><category scheme='tag:blogger.com,1999:blog-88' term='{Xml(post.Label)}'/><blogger:filename>{Xml($"/2015/01/{post.Slug}-{post.Number}.html")}</blogger:filename>")
        + string.Concat(post.Comments.Select((comment, i) => Entry(Id(post, i), "COMMENT", comment.Name, comment.Url, comment.Body, post, $"<blogger:parent>tag:blogger.com,1999:blog-88.post-{post.Number + 1}</blogger:parent>")));

    private static string Entry(int id, string type, string name, string url, string body, Post post, string inside) =>
        $"<entry><id>tag:blogger.com,1999:blog-88.post-{id}</id><blogger:type>{type}</blogger:type><blogger:status>LIVE</blogger:status><author><name>{Xml(name)}</name><uri>{Xml(url)}</uri></author><content type='html'>{Xml(body)}</content><published>{post.Time}Z</published>{inside}</entry>\n";

    private static string WordPress(string title, IEnumerable<Post> posts, bool withComments, string address) =>
        $"<?xml version=\"1.0\"?><rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:wp=\"http://wordpress.org/export/1.2/\"><channel><title>{Xml(title)}</title><link>{address}</link><wp:wxr_version>1.2</wp:wxr_version><wp:base_blog_url>{address}</wp:base_blog_url>"
        + string.Concat(posts.Select(post => $"<item><title>{Xml(post.Title)}</title><link>{Xml(withComments ? $"{address}/{post.Slug}" : $"{address}/post-{post.Number}/")}</link><dc:creator>An editor</dc:creator><category domain=\"category\" nicename=\"x\">{Xml(post.Label)}</category><content:encoded>{Xml(post.Body)}</content:encoded><wp:post_id>{post.Number + 1}</wp:post_id><wp:post_date>{post.Time.Replace('T', ' ')}</wp:post_date><wp:post_date_gmt>{post.Time.Replace('T', ' ')}</wp:post_date_gmt><wp:post_name>{Xml(post.Slug)}</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>"
            + (withComments ? string.Concat(post.Comments.Select((comment, i) => $"<wp:comment><wp:comment_id>{Id(post, i)}</wp:comment_id><wp:comment_author>{Xml(comment.Name)}</wp:comment_author><wp:comment_author_url>{Xml(comment.Url)}</wp:comment_author_url><wp:comment_date_gmt>{post.Time.Replace('T', ' ')}</wp:comment_date_gmt><wp:comment_content>{Xml(comment.Body)}</wp:comment_content><wp:comment_approved>1</wp:comment_approved><wp:comment_type></wp:comment_type><wp:comment_parent>0</wp:comment_parent></wp:comment>")) : string.Empty) + "</item>\n"))
        + "</channel></rss>";

    private static string Ghost(string title, List<Post> posts) => JsonSerializer.Serialize(
        new
        {
            db = new[]
            {
                new
                {
                    meta = new { version = "5.0.0" },
                    data = new
                    {
                        posts = posts.Select(post => new { id = $"p{post.Number}", title = Text(post.Title), slug = Text(post.Slug), html = Text(post.Body), type = "post", status = "published", visibility = "public", published_at = post.Time + ".000Z" }),
                        tags = posts.Select(post => new { id = $"t{post.Number}", name = Text(post.Label) }),
                        posts_tags = posts.Select(post => new { id = $"x{post.Number}", post_id = $"p{post.Number}", tag_id = $"t{post.Number}" }),
                        members = posts.SelectMany(post => post.Comments.Select((comment, i) => new { id = $"m{Id(post, i)}", name = Text(comment.Name) })),
                        comments = posts.SelectMany(post => post.Comments.Select((comment, i) => new { id = $"c{Id(post, i)}", post_id = $"p{post.Number}", member_id = $"m{Id(post, i)}", status = "published", html = Text(comment.Body), created_at = post.Time + ".000Z" })),
                        settings = new[] { new { key = "title", value = Text(title) }, new { key = "url", value = "http://ghost.example" } },
                    },
                },
            },
        },
        Plain);

    // The page is a browser's own writing: what a stranger wrote stands in it as text and attributes, or (the body) as the markup it was.
    private static string Page(Post post)
    {
        var address = $"http://pages.example/2015/01/post-{post.Number}.html";
        return $"<!DOCTYPE html><html><head><meta content='blogger' name='generator'/><link href='{address}' rel='canonical'/><title>{Xml(post.Title)}</title><link rel=\"service.post\" type=\"application/atom+xml\" href=\"https://www.blogger.com/feeds/99/posts/default\"/></head><body>"
            + $"<div class='post hentry'><meta content='99' itemprop='blogId'/><meta content='{post.Number + 1}' itemprop='postId'/><a name='{post.Number + 1}'></a><h3 class='post-title entry-title'>{Xml(post.Title)}</h3><abbr class='published' title='{post.Time}Z'>x</abbr><div class='post-body entry-content' id='post-body-{post.Number + 1}'>{post.Body}</div><span class='post-labels'><a href='/search/label/x' rel='tag'>{Xml(post.Label)}</a></span></div>"
            + "<div id='comments'><div id='comment-holder'><div class=\"comment-thread toplevel-thread\"><ol id=\"top-ra\">"
            + string.Concat(post.Comments.Select((comment, i) => $"<li class=\"comment\" id=\"c{Id(post, i)}\"><div class=\"comment-block\"><div class=\"comment-header\"><cite class=\"user\"><a href=\"{Xml(comment.Url)}\">{Xml(comment.Name)}</a></cite><span class=\"datetime\"><a href=\"{address}?showComment=1450173840000#c{Id(post, i)}\">x</a></span></div><p class=\"comment-content\">{comment.Body}</p></div></li>"))
            + "</ol></div></div></div></body></html>";
    }

    private static int Id(Post post, int comment) => 200_000 + (post.Number * CommentsAPost) + comment;

    private static string UsTime(Post post) => DateTime.Parse(post.Time, CultureInfo.InvariantCulture).ToString("MM/dd/yyyy hh:mm:ss tt", CultureInfo.InvariantCulture);

    private static string Line(string text) => text.ReplaceLineEndings(" ").Replace('\0', ' ');

    private static string Lines(string text) => text.ReplaceLineEndings("\n").Replace("\n-----", "\n -----", StringComparison.Ordinal);

    private static string Xml(string text) => HostileArchive.Xml(text);

    /// <summary>JSON holds every character but halves of pairs.</summary>
    private static string Text(string text) => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));
}
