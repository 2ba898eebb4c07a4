using System.Text;

using AngleSharp.Dom;

namespace Blog.Html;

/// <summary>Collects the lines of a preformatted element: its texts as they stand, line breaks and block edges as line ends.</summary>
internal static class VerbatimText
{
    /// <summary>The text; images found within are added to <paramref name="images"/>.</summary>
    /// <param name="element">The element.</param>
    /// <param name="images">Receives its images, in order.</param>
    /// <param name="clean">Repairs the text of one node.</param>
    /// <param name="drops">Whether an element of a role is dropped with its content; counts it.</param>
    public static string Read(IElement element, List<IElement> images, Func<string, string> clean, Func<IElement, MarkupRole, bool> drops)
    {
        var text = new StringBuilder();
        var frames = new Stack<DomFrame>();
        frames.Push(new DomFrame(element.ChildNodes));
        while (frames.TryPeek(out var frame))
        {
            if (frame.Next == frame.Children.Length)
            {
                EndLine(text, frame.Role);
                frames.Pop();
                continue;
            }
            var node = frame.Children[frame.Next++];
            if (node is IText part)
            {
                text.Append(clean(part.Data));
            }
            else if (node is IElement child)
            {
                var role = DomReader.RoleOf(child);
                if (drops(child, role))
                {
                    continue;
                }
                if (role == MarkupRole.Break)
                {
                    text.Append('\n');
                }
                else if (role == MarkupRole.Image)
                {
                    images.Add(child);
                }
                else
                {
                    EndLine(text, role);
                    frames.Push(new DomFrame(child.ChildNodes) { Role = role });
                }
            }
        }
        return text.ToString();
    }

    private static void EndLine(StringBuilder text, MarkupRole role)
    {
        var isBlock = role is MarkupRole.Block or MarkupRole.Line or MarkupRole.Quote or MarkupRole.Item or MarkupRole.Heading or MarkupRole.Row
            or MarkupRole.Verbatim or MarkupRole.List or MarkupRole.Table;
        if (isBlock && text.Length > 0 && text[^1] != '\n')
        {
            text.Append('\n');
        }
        else if (role == MarkupRole.Cell && text.Length > 0 && !char.IsWhiteSpace(text[^1]))
        {
            text.Append('\t');
        }
    }
}
