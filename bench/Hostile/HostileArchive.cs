using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Blog.Bench.Hostile;

/// <summary>
/// Writes payloads into an invented classic export, at every place where a stranger's words stand: body, text and attribute of comments and posts, names, profile addresses, titles, labels,
/// permalinks, picture names and reply links.
/// </summary>
internal static partial class HostileArchive
{
    private const int CommentsAPost = 150;

    /// <summary>The export.</summary>
    /// <param name="payloads">Each stands in a comment's body.</param>
    /// <param name="every">Each so-manieth stands at all other places too.</param>
    public static string Write(IReadOnlyList<HostilePayload> payloads, int every = 5)
    {
        var feed = new StringBuilder("<?xml version='1.0' encoding='UTF-8'?><feed xmlns='http://www.w3.org/2005/Atom' xmlns:thr='http://purl.org/syndication/thread/1.0'><id>tag:blogger.com,1999:blog-4242.archive</id><updated>2020-01-01T00:00:00Z</updated><title type='text'>")
            .Append(Xml(payloads[0].Text)).Append("</title><link rel='alternate' type='text/html' href='http://hostile-blog.example/'/>\n");
        var comments = new List<string>();
        var posts = new List<string>();
        for (var i = 0; i < payloads.Count; i++)
        {
            var payload = payloads[i].Text;
            comments.Add(Comment("Reader", null, payload));
            if (i % every != 0)
            {
                continue;
            }

            comments.Add(Comment(payload, null, "Named so."));
            comments.Add(Comment("Reader", payload, "Linked so."));
            comments.Add(Comment("Reader", "https://reader.example/" + payload, "Linked so, within an address."));
            comments.Add(Comment("Reader", null, "<p>" + Html(payload) + "</p>"));
            comments.Add(Comment("Reader", null, "<a href=\"" + Html(payload) + "\" title=\"" + Html(payload) + "\">a link</a> <img src=\"" + Html(payload) + "\" alt=\"" + Html(payload) + "\">"));
            comments.Add(Comment("Reader", null, "<a href='https://example.org/?q=" + Html(payload) + "'>" + Html(payload) + "</a>"));
            comments.Add(Comment("Reader", null, "At 12.0" + (i % 10) + " [a](" + Html(payload) + ") <i>" + payload + "</i>"));
            posts.Add(Post(posts.Count, payload, "<p>" + Html(payload) + "</p><p><img src=\"http://1.bp.blogspot.com/-a/s320/" + Html(payload) + ".jpg\"></p>" + payload, payload, payload));
        }

        var links = new List<string>();
        for (var start = 0; start < comments.Count; start += CommentsAPost)
        {
            posts.Add(Post(posts.Count, "Carrier " + (start / CommentsAPost), "<p>What it carries stands below.</p>", "Carrier", "carrier"));
            links.AddRange(comments.Skip(start).Take(CommentsAPost).Select((comment, i) => comment
                .Replace("{id}", Number(200_000 + start + i), StringComparison.Ordinal)
                .Replace("{post}", Number(1_000 + posts.Count - 1), StringComparison.Ordinal)));
        }

        return feed.AppendJoin('\n', posts).AppendJoin('\n', links).Append("</feed>\n").ToString();
    }

    private static string Post(int number, string title, string body, string label, string slug) =>
        $"<entry><id>tag:blogger.com,1999:blog-4242.post-{Number(1_000 + number)}</id><published>{Day(number)}</published><updated>{Day(number)}</updated>"
        + "<category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#post'/>"
        + $"<category scheme='http://www.blogger.com/atom/ns#' term='{Xml(label)}'/><title type='text'>{Xml(title)}</title><content type='html'>{Xml(body)}</content>"
        + $"<link rel='alternate' type='text/html' href='http://hostile-blog.example/2015/01/{Xml(slug)}-{Number(number)}.html' title='x'/><author><name>An editor</name></author></entry>";

    private static string Comment(string name, string? address, string body) =>
        "<entry><id>tag:blogger.com,1999:blog-4242.post-{id}</id><published>2015-06-02T10:00:00.000Z</published><updated>2015-06-02T10:00:00.000Z</updated>"
        + "<category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#comment'/>"
        + $"<title type='text'>{Xml(body)}</title><content type='html'>{Xml(body)}</content><author><name>{Xml(name)}</name>{(address is null ? string.Empty : $"<uri>{Xml(address)}</uri>")}</author>"
        + "<thr:in-reply-to ref='tag:blogger.com,1999:blog-4242.post-{post}' type='text/html'/></entry>";

    private static string Day(int number) => new DateTime(2015, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddHours(number).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Html(string text) => System.Net.WebUtility.HtmlEncode(text);

    /// <summary>As an export writes it: the payload's own characters, but for those that no XML can hold.</summary>
    public static string Xml(string text) => Forbidden().Replace(text, "\uFFFD")
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("'", "&#39;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal).Replace("\r", "&#13;", StringComparison.Ordinal)
        .Replace("{id}", "{ id}", StringComparison.Ordinal).Replace("{post}", "{ post}", StringComparison.Ordinal);

    [GeneratedRegex("[^\\t\\n\\r\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800-\\uDFFF]|(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]|[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])", RegexOptions.CultureInvariant)]
    private static partial Regex Forbidden();
}
