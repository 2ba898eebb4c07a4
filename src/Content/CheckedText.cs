using Blog.Html;
using Blog.Model;

namespace Blog.Content;

/// <summary>The text of a post, page or comment with its place in its file.</summary>
/// <param name="Path">Path of the file within <c>input/</c>.</param>
/// <param name="Unit">Its id.</param>
/// <param name="IsPost">Whether it is the text of a post or page; of comments only those with links or findings are given.</param>
/// <param name="FirstLine">Line of the file on which it begins, from 1; 0 where that is not known.</param>
/// <param name="Date">Its date, or that of its post; null where neither has one.</param>
/// <param name="Body">Its Markdown.</param>
/// <param name="Rendered">It as markup, with its links and with what could not be rendered as it was meant.</param>
public sealed record CheckedText(string Path, string Unit, bool IsPost, int FirstLine, PublicDate? Date, string Body, RenderedMarkdown Rendered)
{
    /// <summary>Line of the file for a line of the text, both from 1; 0 where it is not known.</summary>
    public int LineOf(int line) => FirstLine == 0 ? 0 : FirstLine + line - 1;
}
