using System.Text;
using Blog.Model;

namespace Blog.Source;

/// <summary>Writes a post or page: canonical front matter, a blank line, the Markdown, a line end.</summary>
public static class PostWriter
{
    /// <summary>The file's bytes: UTF-8 without BOM, LF.</summary>
    /// <exception cref="ArgumentException">As <see cref="FrontMatterWriter.Write"/>.</exception>
    public static byte[] Write(PublishedPost post)
    {
        var body = SourceText.CanonicalBody(post.Body);
        return Encoding.UTF8.GetBytes(FrontMatterWriter.Write(post.FrontMatter) + (body.Length > 0 ? "\n" + body + "\n" : string.Empty));
    }
}
