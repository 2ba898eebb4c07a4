using System.Globalization;
using System.Security;
using System.Text;

namespace Blog.Bench.Reliability;

/// <summary>A classic Blogger export of invented posts and comments, and the same archive as it might come a second time: edited, grown, one post taken back.</summary>
/// <remarks>Small, so that a run is short, yet with more posts than a release puts into one transaction, so that it can be stopped between two.</remarks>
internal static class InventedArchive
{
    private const int Posts = 42;

    private static readonly string[] Names = ["Anonymous", "Marigold Testwright", "Kettle Owl", "Anonymous", "Brindle Hatch"];

    private static readonly string[] Sentences =
    [
        "The rota was changed again without a word.", "I have kept notes for years and will go on doing so.", "Anon at 10.04 said it better than I can.",
        "Nobody asked the people who do the work.", "Thank you, Kettle Owl, for saying so.", "It took XX years to get this far.", "We shall see what the spring brings.",
    ];

    /// <summary>The archive as it comes first.</summary>
    public static string First() => Export(changed: false);

    /// <summary>The archive as it comes again: every fifth post edited, every third comment too, two more comments, one post more, and one back to a draft.</summary>
    public static string Again() => Export(changed: true);

    private static string Export(bool changed)
    {
        var text = new StringBuilder();
        text.Append("""
            <?xml version='1.0' encoding='UTF-8'?>
            <feed xmlns='http://www.w3.org/2005/Atom' xmlns:app='http://purl.org/atom/app#' xmlns:thr='http://purl.org/syndication/thread/1.0'>
            <id>tag:blogger.com,1999:blog-4242.archive</id><updated>2016-01-02T00:00:00.000Z</updated><title type='text'>An invented blog</title>
            <link rel='alternate' type='text/html' href='http://invented-blog.blogspot.com/'/><generator version='7.00' uri='http://www.blogger.com'>Blogger</generator>

            """.ReplaceLineEndings("\n"));
        for (var post = 0; post < Posts + (changed ? 1 : 0); post++)
        {
            AppendPost(text, post, changed);
        }

        return text.Append("</feed>\n").ToString();
    }

    private static void AppendPost(StringBuilder text, int post, bool changed)
    {
        // Every fourth post has comments: two files each in input/, one for the others.
        var comments = post % 4 == 0 ? 2 + (post % 3) + (changed && post is 4 or 8 ? 1 : 0) : 0;
        var day = new DateTime(2015, 1 + (post % 12), 1 + (post % 27), 9, 0, 0, DateTimeKind.Utc);
        var href = string.Create(CultureInfo.InvariantCulture, $"http://invented-blog.blogspot.com/{day:yyyy}/{day:MM}/post-{post}.html");
        var words = Words(post, changed && post % 5 == 0 ? 3 : 0);
        text.Append(CultureInfo.InvariantCulture, $"""
            <entry><id>tag:blogger.com,1999:blog-4242.post-{1000 + post}</id><published>{Time(day)}</published><updated>{Time(day)}</updated>{(changed && post == 7 ? "<app:control><app:draft>yes</app:draft></app:control>" : string.Empty)}<category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#post'/><category scheme='http://www.blogger.com/atom/ns#' term='label {post % 4}'/><title type='text'>Post {post}</title><content type='html'>{Html($"<p>{words}</p>")}</content><link rel='alternate' type='text/html' href='{href}' title='Post {post}'/><author><name>The Editor</name></author><thr:total>{comments}</thr:total></entry>

            """);
        for (var comment = 0; comment < comments; comment++)
        {
            var id = 100_000 + (post * 100) + comment;
            var time = day.AddMinutes(64 + (comment * 17));
            var edited = changed && id % 3 == 0 ? 2 : 0;
            var parent = comment > 0 && comment % 2 == 0
                ? string.Create(CultureInfo.InvariantCulture, $"<link rel='related' type='application/atom+xml' href='https://www.blogger.com/feeds/4242/{1000 + post}/comments/default/{id - 1}'/>")
                : string.Empty;
            text.Append(CultureInfo.InvariantCulture, $"""
                <entry><id>tag:blogger.com,1999:blog-4242.post-{id}</id><published>{Time(time)}</published><updated>{Time(time)}</updated><category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#comment'/><title type='text'>Comment</title><content type='html'>{Html(Words(id, edited))}</content>{parent}<author><name>{Names[id % Names.Length]}</name></author><thr:in-reply-to href='{href}' ref='tag:blogger.com,1999:blog-4242.post-{1000 + post}' type='text/html'/></entry>

                """);
        }
    }

    private static string Words(int seed, int shift) =>
        string.Join(' ', Enumerable.Range(0, 3).Select(i => Sentences[((seed * 3) + (i * 2) + shift) % Sentences.Length]));

    private static string Time(DateTime time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss.000'Z'", CultureInfo.InvariantCulture);

    private static string Html(string markup) => SecurityElement.Escape(markup);
}
