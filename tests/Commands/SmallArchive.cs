using System.Text;

namespace Blog.Tests.Commands;

/// <summary>An invented export of two posts and four comments: one of them with words that stand nowhere else, quoted by another.</summary>
internal static class SmallArchive
{
    /// <summary>Words that stand nowhere else.</summary>
    public const string Secret = "The zorvintha ledger was quellimond altered before brackenfoyle inspection, and everybody on that landing knew who held the pen that evening.";

    /// <summary>The page under which they stand.</summary>
    public const string Page = "/2015/12/a-small-post.html";

    private const string Quote = "was quellimond altered before brackenfoyle inspection, and everybody on that landing knew who held the pen";

    /// <summary>The export.</summary>
    public static string Export()
    {
        var text = new StringBuilder("<?xml version='1.0' encoding='UTF-8'?>\n<feed xmlns='http://www.w3.org/2005/Atom' xmlns:thr='http://purl.org/syndication/thread/1.0'>\n")
            .Append("<id>tag:blogger.com,1999:blog-4242.archive</id><title type='text'>A small blog</title><link rel='alternate' type='text/html' href='http://small-blog.blogspot.com/'/>\n");
        Entry("1001", "post", "2015-12-15T09:00:00.000Z", "A small post", "Some words about work, and a walk along the harbour on a cold bright morning with nobody about.", "The Editor", null);
        Entry("1002", "post", "2015-12-16T09:00:00.000Z", "Another post", "More words about other work.", "The Editor", null);
        Entry("2001", "comment", "2015-12-15T10:04:00.000Z", "", "<i>Some words about work, and a walk along the harbour on a cold bright morning</i> you say. " + Secret, "Marigold Testwright", null);
        Entry("2002", "comment", "2015-12-15T11:00:00.000Z", "", "That is brave of you, Marigold Testwright.", "Anonymous", "2001");
        Entry("2003", "comment", "2015-12-15T12:00:00.000Z", "", "<blockquote>" + Quote.Replace("brackenfoyle", "<b>brackenfoyle</b>", StringComparison.Ordinal) + "</blockquote> I saw the same.", "Anonymous", null);
        Entry("2004", "comment", "2015-12-15T13:00:00.000Z", "", "I have nothing to add but my own forty words about the weather.<br/>Old Thole", "Anonymous", null);
        return text.Append("</feed>\n").ToString();

        void Entry(string id, string kind, string time, string title, string html, string author, string? parent)
        {
            text.Append("<entry><id>tag:blogger.com,1999:blog-4242.post-").Append(id).Append("</id><published>").Append(time).Append("</published><updated>").Append(time).Append("</updated>")
                .Append("<category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#").Append(kind).Append("'/>")
                .Append("<title type='text'>").Append(title).Append("</title><content type='html'>").Append(System.Security.SecurityElement.Escape(html)).Append("</content>");
            if (kind == "post")
            {
                text.Append("<link rel='alternate' type='text/html' href='http://small-blog.blogspot.com/2015/12/").Append(title.ToLowerInvariant().Replace(' ', '-')).Append(".html' title='x'/>");
            }
            else
            {
                text.Append("<thr:in-reply-to href='http://small-blog.blogspot.com/2015/12/a-small-post.html' ref='tag:blogger.com,1999:blog-4242.post-1001' type='text/html'/>");
            }

            if (parent is not null)
            {
                text.Append("<link rel='related' type='application/atom+xml' href='https://www.blogger.com/feeds/4242/1001/comments/default/").Append(parent).Append("'/>");
            }

            text.Append("<author><name>").Append(author).Append("</name>").Append(author == "Marigold Testwright" ? "<uri>http://www.blogger.com/profile/00000000000000000042</uri>" : string.Empty).Append("</author></entry>\n");
        }
    }
}
