using System.Text.Json;
using Blog.Content;
using Blog.Model;
using Blog.Text;

namespace Blog.Pages;

/// <summary>Writes what a post's page says about the post and its discussion (schema.org DiscussionForumPosting), one object a unit.</summary>
/// <remarks>
/// <para>Replies are nested in the object they answer, down to a depth that every reader of JSON takes (System.Text.Json reads 64 levels,
/// two a reply); deeper ones stand in the last list and name their parent in <c>parentItem</c>.</para>
/// <para><c>text</c> holds the opening words only. The whole text stands on the page, once: a second copy would double the page for
/// people on slow lines, and be a second place from which a redaction made later would have to vanish.</para>
/// <para>A comment's <c>@id</c> is its fragment alone: it is resolved against the page it stands in (JSON-LD 1.1, 7.1 and 4.1.3), and the page's own
/// address before each was a fifth of this document.</para>
/// </remarks>
internal static class PostStructuredData
{
    private const int DeepestNesting = 20;

    private const int CommentTextLength = 160;

    /// <param name="context">The shared context.</param>
    /// <param name="post">The post.</param>
    /// <param name="part">Part of the discussion whose comments are written.</param>
    public static JsonLd Write(PageContext context, RenderedPost post, int part) => JsonLdOutput.Write((context, post, part), static (json, state) =>
    {
        var (context, post, part) = state;
        var frontMatter = post.Entry.FrontMatter;
        var url = context.Address.Absolute(frontMatter.Url);
        json.WriteString(StructuredDataTerms.Type, StructuredDataTerms.PostKind);
        json.WriteString(StructuredDataTerms.Id, url);
        json.WriteString(StructuredDataTerms.Identifier, frontMatter.Id.Value);
        json.WriteString(StructuredDataTerms.Url, url);
        json.WriteString(StructuredDataTerms.Headline, PageContext.TitleOf(frontMatter).Plain);
        JsonLdOutput.WritePerson(json, AuthorOf(context, frontMatter));
        if (frontMatter.Date is { } date)
        {
            json.WriteString(StructuredDataTerms.DatePublished, date.ToString());
        }

        if (frontMatter.Updated is { } updated)
        {
            json.WriteString(StructuredDataTerms.DateModified, updated.ToString());
        }

        json.WriteString(StructuredDataTerms.Text, RedactionMarkSplitter.ReaderText(post.Entry.Excerpt));
        json.WriteString(StructuredDataTerms.InLanguage, context.Settings.Language);
        json.WriteNumber(StructuredDataTerms.CommentCount, post.Entry.Thread.Published);
        WriteComments(json, post, part);
    });

    /// <summary>The name that stands for a post's writer.</summary>
    private static string AuthorOf(PageContext context, PostFrontMatter post) =>
        post.Author is { Length: > 0 } author ? RedactionMarkSplitter.ReaderText(author) : context.Settings.Editor ?? context.Site.Title.Plain;

    private static void WriteComments(Utf8JsonWriter json, RenderedPost post, int part)
    {
        var open = -1; // depth of the object that is open
        foreach (var comment in post.Comments)
        {
            if (comment.Part != part)
            {
                continue;
            }

            var depth = Math.Min(comment.Depth, DeepestNesting);
            if (depth > open)
            {
                json.WriteStartArray(StructuredDataTerms.Comment);
            }
            else
            {
                json.WriteEndObject();
                Close(json, open - depth);
            }

            WriteComment(json, comment);
            open = depth;
        }

        if (open >= 0)
        {
            json.WriteEndObject();
            Close(json, open);
            json.WriteEndArray();
        }
    }

    private static void Close(Utf8JsonWriter json, int levels)
    {
        for (; levels > 0; levels--)
        {
            json.WriteEndArray();
            json.WriteEndObject();
        }
    }

    private static void WriteComment(Utf8JsonWriter json, RenderedComment comment)
    {
        var fields = comment.Fields;
        json.WriteStartObject();
        json.WriteString(StructuredDataTerms.Type, StructuredDataTerms.CommentKind);
        json.WriteString(StructuredDataTerms.Id, "#" + fields.Id.Anchor);
        json.WriteString(StructuredDataTerms.Identifier, fields.Id.Value);
        if (comment.Depth > DeepestNesting && comment.Parent is { } parent)
        {
            json.WriteStartObject(StructuredDataTerms.ParentItem);
            json.WriteString(StructuredDataTerms.Id, "#" + parent.Id.Anchor);
            json.WriteEndObject();
        }

        if (fields.State != CommentState.Published)
        {
            json.WriteString(StructuredDataTerms.CreativeWorkStatus, "Deleted");
            return;
        }

        JsonLdOutput.WritePerson(json, fields.Author is { Length: > 0 } author ? RedactionMarkSplitter.ReaderText(author) : "Anonymous");
        if (fields.Date is { } date)
        {
            json.WriteString(StructuredDataTerms.DatePublished, date.ToString());
        }

        json.WriteString(StructuredDataTerms.Text, OpeningWords.Of(comment.Body, CommentTextLength));
    }
}
