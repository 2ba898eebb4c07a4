using System.Globalization;
using System.Text;

using AngleSharp.Dom;

namespace Blog.Html;

/// <summary>
/// Turns untrusted markup into markup that may stand in a page. Only names from <c>AllowedMarkup.table.txt</c> are written, text goes through
/// <see cref="HtmlEscaper"/>, addresses through <see cref="LinkPolicy"/>; the result must come back byte for byte when it is parsed and
/// written again, since everything known about mutation attacks needs a difference there. The site itself is built from Markdown without
/// this; it judges the renderer's output in tests, and markup wherever markup must be shown.
/// </summary>
public static class HtmlSanitizer
{
    private const string HtmlNamespace = "http://www.w3.org/1999/xhtml";

    private const int MaximumPasses = 3;

    [ThreadStatic]
    private static FragmentParser? _parser;

    /// <summary>The markup made safe; where it cannot be brought into a stable form, or is too large to be parsed, its text alone.</summary>
    /// <param name="html">Untrusted markup of a fragment.</param>
    /// <param name="baseAddress">Absolute http(s) address to which relative ones are resolved; null takes them off.</param>
    public static SafeHtml Sanitize(RawHtml html, string? baseAddress = null)
    {
        if (!MarkupLimits.Allow(html.Markup, HtmlContext.Post))
        {
            return TextOnly(TagStripper.Strip(html.Markup));
        }
        var parser = _parser ??= new FragmentParser();
        var markup = Write(parser.Parse(html.Markup), baseAddress);
        for (var pass = 0; pass < MaximumPasses; pass++)
        {
            var again = Write(parser.Parse(markup), null);
            if (again == markup)
            {
                return new SafeHtml(markup);
            }
            markup = again;
        }
        return TextOnly(Text(parser.Parse(html.Markup)));
    }

    private static SafeHtml TextOnly(string text) => new("<p>" + HtmlEscaper.Text(text) + "</p>");

    private static string Write(INodeList nodes, string? baseAddress)
    {
        var output = new StringBuilder();
        var isAfterPre = false;
        Walk(
            nodes,
            text =>
            {
                var start = output.Length;
                HtmlEscaper.AppendText(output, text);
                // The parser takes the first newline off <pre>: another one must stand before it.
                if (isAfterPre && output.Length > start && output[start] == '\n')
                {
                    output.Insert(start, '\n');
                }
                isAfterPre &= output.Length == start;
            },
            element =>
            {
                if (!AllowedMarkup.TryGetAttributes(element.LocalName, out var attributes) || IsBrokenImage(element, baseAddress))
                {
                    return null;
                }
                WriteStart(output, element, attributes, baseAddress);
                isAfterPre = element.LocalName == "pre";
                return AllowedMarkup.IsVoid(element.LocalName) ? null : $"</{element.LocalName}>";
            },
            end =>
            {
                output.Append(end);
                isAfterPre = false;
            });
        return output.ToString();
    }

    private static string Text(INodeList nodes)
    {
        var output = new StringBuilder();
        Walk(nodes, text => output.Append(text), _ => " ", end => output.Append(end));
        return output.ToString();
    }

    /// <summary>Goes through nodes in document order without recursion; elements outside HTML's namespace and dropped ones are left out.</summary>
    private static void Walk(INodeList nodes, Action<string> text, Func<IElement, string?> start, Action<string> end)
    {
        var frames = new Stack<(INodeList Children, int Next, string? End)>();
        frames.Push((nodes, 0, null));
        while (frames.TryPop(out var frame))
        {
            if (frame.Next == frame.Children.Length)
            {
                if (frame.End is not null)
                {
                    end(frame.End);
                }
                continue;
            }
            frames.Push(frame with { Next = frame.Next + 1 });
            switch (frame.Children[frame.Next])
            {
                case IText node:
                    text(node.Data);
                    break;
                case IElement element when element.NamespaceUri == HtmlNamespace && !AllowedMarkup.IsDropped(element.LocalName):
                    frames.Push((element.ChildNodes, 0, start(element)));
                    break;
                default: // comments, processing instructions, drawings, formulas
                    break;
            }
        }
    }

    private static bool IsBrokenImage(IElement element, string? baseAddress) =>
        element.LocalName == "img" && !LinkPolicy.TryImage(element.GetAttribute("src") ?? string.Empty, baseAddress, out _);

    private static void WriteStart(StringBuilder output, IElement element, string[] attributes, string? baseAddress)
    {
        output.Append('<').Append(element.LocalName);
        foreach (var name in attributes)
        {
            if (element.GetAttribute(name) is not { } value)
            {
                continue;
            }
            switch (name)
            {
                case "href":
                    if (LinkPolicy.TryLink(value, baseAddress, out var href))
                    {
                        AppendAttribute(output, name, href);
                        AppendAttribute(output, "rel", "nofollow ugc noopener noreferrer");
                    }
                    break;
                case "src":
                    if (LinkPolicy.TryImage(value, baseAddress, out var source))
                    {
                        AppendAttribute(output, name, source);
                    }
                    break;
                case "start" or "colspan" or "rowspan":
                    if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 1000)
                    {
                        AppendAttribute(output, name, number.ToString(CultureInfo.InvariantCulture));
                    }
                    break;
                default:
                    AppendAttribute(output, name, value);
                    break;
            }
        }
        output.Append('>');
    }

    private static void AppendAttribute(StringBuilder output, string name, string value)
    {
        output.Append(' ').Append(name).Append("=\"");
        HtmlEscaper.AppendAttribute(output, value);
        output.Append('"');
    }
}
