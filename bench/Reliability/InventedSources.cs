using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Blog.Bench.Reliability;

/// <summary>One invented archive, posts on fog with their comments, as each kind of source would export it.</summary>
internal static class InventedSources
{
    /// <summary>The kinds.</summary>
    public static readonly string[] Kinds = ["takeout", "wordpress", "disqus", "blogml", "movabletype", "ghost", "pages"];

    private const int CommentsOfPost = 5;

    private static readonly DateTime Start = new(2015, 1, 1, 9, 0, 0, DateTimeKind.Utc);

    /// <summary>Writes it.</summary>
    /// <param name="kind">Of <see cref="Kinds"/>.</param>
    /// <param name="posts">How many posts; each has five comments.</param>
    /// <param name="folder">Where it goes; made.</param>
    /// <returns>What is to be imported: a file or a folder.</returns>
    public static string Write(string kind, int posts, string folder)
    {
        Directory.CreateDirectory(folder);
        var numbers = Enumerable.Range(0, posts);
        switch (kind)
        {
            case "takeout":
                using (var zip = ZipFile.Open(Path.Combine(folder, "takeout.zip"), ZipArchiveMode.Create))
                {
                    using var feed = new StreamWriter(zip.CreateEntry("Takeout/Blogger/Blogs/Quay/feed.atom").Open());
                    feed.Write("<?xml version='1.0' encoding='utf-8'?>\n<feed xmlns='http://www.w3.org/2005/Atom' xmlns:blogger='http://schemas.google.com/blogger/2018'><id>tag:blogger.com,1999:blog-77</id><title>Quay Notes</title>\n"
                        + string.Concat(numbers.SelectMany(Entries).Reverse()) + "</feed>\n");
                }

                return Path.Combine(folder, "takeout.zip");
            case "wordpress":
                return Put("blog.xml", WordPress(numbers, withComments: true));
            case "disqus":
                Put("blog.xml", WordPress(numbers, withComments: false));
                Put("comments.xml", "<?xml version=\"1.0\"?><disqus xmlns=\"http://disqus.com\" xmlns:dsq=\"http://disqus.com/disqus-internals\">"
                    + string.Concat(numbers.Select(post => $"<thread dsq:id=\"{post + 1}\"><forum>quay</forum><link>http://quay.example/fog-{post}/</link></thread>\n"))
                    + string.Concat(Comments(posts).Select(comment => $"<post dsq:id=\"{comment.Id}\"><message><![CDATA[<p>{comment.Words}</p>]]></message><createdAt>{comment.Time:s}Z</createdAt><isDeleted>false</isDeleted><isSpam>false</isSpam><author><name>{comment.Name}</name></author><thread dsq:id=\"{comment.Post + 1}\"/>{(comment.Parent is { } parent ? $"<parent dsq:id=\"{parent}\"/>" : string.Empty)}</post>\n"))
                    + "</disqus>");
                return folder;
            case "blogml":
                return Put("blog.xml", "<?xml version=\"1.0\"?><blog root-url=\"http://quay.example/\" xmlns=\"http://www.blogml.com/2006/09/BlogML\"><title type=\"text\">Quay Notes</title><posts>"
                    + string.Concat(numbers.Select(post => string.Create(CultureInfo.InvariantCulture, $"<post id=\"p{post}\" date-created=\"{Start.AddDays(post):s}\" approved=\"true\" post-url=\"/fog-{post}.aspx\"><title type=\"text\">Fog {post}</title><content type=\"text\">{Words(post)}</content><comments>{string.Concat(Of(post).Select(comment => $"<comment id=\"c{comment.Id}\"{(comment.Parent is { } parent ? $" parentid=\"c{parent}\"" : string.Empty)} date-created=\"{comment.Time:s}\" approved=\"true\" user-name=\"{comment.Name}\"><content type=\"text\">{comment.Words}</content></comment>"))}</comments></post>\n")))
                    + "</posts></blog>");
            case "movabletype":
                return Put("export.txt", string.Concat(numbers.Select(post => string.Create(CultureInfo.InvariantCulture, $"AUTHOR: Old Thole\nTITLE: Fog {post}\nBASENAME: fog_{post}\nSTATUS: Publish\nDATE: {Start.AddDays(post):MM/dd/yyyy hh:mm:ss tt}\n-----\nBODY:\n{Words(post)}\n-----\n{string.Concat(Of(post).Select(comment => string.Create(CultureInfo.InvariantCulture, $"COMMENT:\nAUTHOR: {comment.Name}\nDATE: {comment.Time:MM/dd/yyyy hh:mm:ss tt}\n{comment.Words}\n-----\n")))}--------\n"))));
            case "ghost":
                return Put("blog.json", "{\"db\":[{\"meta\":{\"version\":\"5.0.0\"},\"data\":{\"posts\":["
                    + string.Join(",\n", numbers.Select(post => string.Create(CultureInfo.InvariantCulture, $$"""{"id":"p{{post}}","title":"Fog {{post}}","slug":"fog-{{post}}","html":"<p>{{Words(post)}}</p>","type":"post","status":"published","visibility":"public","published_at":"{{Start.AddDays(post):s}}.000Z"}""")))
                    + "],\"comments\":[" + string.Join(",\n", Comments(posts).Select(comment => string.Create(CultureInfo.InvariantCulture, $$"""{"id":"c{{comment.Id}}","post_id":"p{{comment.Post}}","member_id":"m1","parent_id":{{(comment.Parent is { } parent ? $"\"c{parent}\"" : "null")}},"status":"published","html":"<p>{{comment.Words}}</p>","created_at":"{{comment.Time:s}}.000Z"}""")))
                    + "],\"members\":[{\"id\":\"m1\",\"name\":\"Sandpiper\"}],\"settings\":[{\"key\":\"url\",\"value\":\"http://quay.example\"}]}}]}");
            case "pages":
                foreach (var post in numbers.Take(posts / 4)) // a page costs more than an entry
                {
                    Put(string.Create(CultureInfo.InvariantCulture, $"fog-{post}.html"), Page(post));
                }

                return folder;
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind.");
        }

        string Put(string name, string text)
        {
            var path = Path.Combine(folder, name);
            File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            return path;
        }
    }

    private static IEnumerable<string> Entries(int post) =>
        Of(post).Select(comment => Entry(comment.Id, "COMMENT", comment.Time, comment.Name, comment.Words, $"<blogger:parent>tag:blogger.com,1999:blog-77.post-{post + 1}</blogger:parent>" + (comment.Parent is { } parent ? $"<blogger:inReplyTo>tag:blogger.com,1999:blog-77.post-{parent}</blogger:inReplyTo>" : "<blogger:inReplyTo/>")))
            .Prepend(Entry(post + 1, "POST", Start.AddDays(post), "Old Thole", Words(post), $"<title>Fog {post}</title><blogger:filename>/{Start.AddDays(post):yyyy'/'MM}/fog-{post}.html</blogger:filename>"));

    private static string Entry(int id, string type, DateTime time, string name, string words, string inside) =>
        $"<entry><id>tag:blogger.com,1999:blog-77.post-{id}</id><blogger:type>{type}</blogger:type><blogger:status>LIVE</blogger:status><author><name>{name}</name><blogger:type>BLOGGER</blogger:type></author><content type='html'>{words}</content><published>{time:s}Z</published><updated>{time:s}Z</updated>{inside}</entry>\n";

    private static string WordPress(IEnumerable<int> posts, bool withComments) =>
        "<?xml version=\"1.0\"?><rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:wp=\"http://wordpress.org/export/1.2/\"><channel><title>Quay Notes</title><link>http://quay.example</link><wp:wxr_version>1.2</wp:wxr_version><wp:base_blog_url>http://quay.example</wp:base_blog_url>\n"
        + string.Concat(posts.Select(post => $"<item><title>Fog {post}</title><link>http://quay.example/fog-{post}/</link><dc:creator>thole</dc:creator><content:encoded><![CDATA[{Words(post)}]]></content:encoded><wp:post_id>{post + 1}</wp:post_id><wp:post_date>{Start.AddDays(post):yyyy-MM-dd HH:mm:ss}</wp:post_date><wp:post_date_gmt>{Start.AddDays(post):yyyy-MM-dd HH:mm:ss}</wp:post_date_gmt><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>"
            + (withComments ? string.Concat(Of(post).Select(comment => $"<wp:comment><wp:comment_id>{comment.Id}</wp:comment_id><wp:comment_author>{comment.Name}</wp:comment_author><wp:comment_date_gmt>{comment.Time:yyyy-MM-dd HH:mm:ss}</wp:comment_date_gmt><wp:comment_content><![CDATA[{comment.Words}]]></wp:comment_content><wp:comment_approved>1</wp:comment_approved><wp:comment_type></wp:comment_type><wp:comment_parent>{comment.Parent ?? 0}</wp:comment_parent></wp:comment>")) : string.Empty)
            + "</item>\n"))
        + "</channel></rss>\n";

    private static string Page(int post)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"http://quay.blogspot.com/{Start.AddDays(post):yyyy'/'MM}/fog-{post}.html");
        return $"<!DOCTYPE html><html><head><meta content='blogger' name='generator'/><link href='{address}' rel='canonical'/><title>Fog {post}</title><link rel=\"service.post\" type=\"application/atom+xml\" href=\"https://www.blogger.com/feeds/77/posts/default\"/></head><body><div id='header'><h1 class='title'>Quay Notes</h1></div>"
            + $"<div class='post hentry'><meta content='77' itemprop='blogId'/><meta content='{post + 1}' itemprop='postId'/><a name='{post + 1}'></a><h3 class='post-title entry-title'>Fog {post}</h3><abbr class='published' title='{Start.AddDays(post):s}Z'>x</abbr><div class='post-body entry-content' id='post-body-{post + 1}'>{Words(post)}</div></div>"
            + "<div id='comments'><h4>5 comments:</h4><div id='comment-holder'><div class=\"comment-thread toplevel-thread\"><ol id=\"top-ra\">"
            + string.Concat(Of(post).Select(comment => $"<li class=\"comment\" id=\"c{comment.Id}\"><div class=\"comment-block\"><div class=\"comment-header\"><cite class=\"user\">{comment.Name}</cite><span class=\"datetime\"><a href=\"{address}?showComment={new DateTimeOffset(comment.Time).ToUnixTimeMilliseconds()}#c{comment.Id}\">x</a></span></div><p class=\"comment-content\">{comment.Words}</p></div></li>"))
            + "</ol></div></div></div></body></html>";
    }

    private static IEnumerable<(int Id, int Post, int? Parent, DateTime Time, string Name, string Words)> Comments(int posts) => Enumerable.Range(0, posts).SelectMany(Of);

    private static IEnumerable<(int Id, int Post, int? Parent, DateTime Time, string Name, string Words)> Of(int post) =>
        Enumerable.Range(0, CommentsOfPost).Select(i => (Number(post, i), post, i % 2 == 1 ? Number(post, i - 1) : (int?)null, Start.AddDays(post).AddMinutes(5 + i), i % 2 == 0 ? "Sandpiper" : "Old Thole", Words((post * 7) + i)));

    private static int Number(int post, int comment) => 100_001 + (post * 10) + comment;

    private static string Words(int seed) => string.Create(CultureInfo.InvariantCulture, $"It was thick on day {seed}, and nobody who had to cross the water said so before noon; we waited by the wall.");
}
