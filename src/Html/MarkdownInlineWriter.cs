using Blog.Text;
using Markdig.Syntax.Inlines;

namespace Blog.Html;

/// <summary>Writes what stands within a line: words, emphasis, links, pictures, marks.</summary>
internal sealed class MarkdownInlineWriter(MarkupOutput output, MarkdownContext context)
{
    private bool _inLink;

    /// <summary>Writes everything in a container.</summary>
    public void Write(ContainerInline? container, int depth)
    {
        if (container is not null)
        {
            Write(container.FirstChild, null, depth);
        }
    }

    /// <summary>Writes a row of siblings up to, and without, <paramref name="end"/>.</summary>
    public void Write(Inline? first, Inline? end, int depth)
    {
        MarkdownDepth.Check(depth);
        for (var inline = first; inline is not null && inline != end; inline = inline.NextSibling)
        {
            WriteOne(inline, depth);
        }
    }

    /// <summary>Writes a picture with a title as a figure with a caption.</summary>
    public void WriteFigure(LinkInline picture)
    {
        output.BlockTag("<figure>");
        WritePicture(picture);
        output.BlockTag("<figcaption>");
        output.MarkedText(picture.Title!); // not null: IsFigure has looked
        output.BlockTag("</figcaption></figure>\n");
    }

    /// <summary>Whether a paragraph is nothing but one picture with a title.</summary>
    public static bool IsFigure(ContainerInline? paragraph) =>
        paragraph?.FirstChild is LinkInline { IsImage: true, NextSibling: null, Title.Length: > 0 };

    private void WriteOne(Inline inline, int depth)
    {
        switch (MarkdownNodeTable.KindOf(inline))
        {
            case MarkdownNodeKind.Literal:
                WriteWords(((LiteralInline)inline).Content.AsSpan());
                break;
            case MarkdownNodeKind.LineBreak:
                output.Tag(((LineBreakInline)inline).IsHard ? "<br>" : string.Empty);
                output.Text("\n");
                output.Line++;
                break;
            case MarkdownNodeKind.Emphasis:
                WriteEmphasis((EmphasisInline)inline, depth);
                break;
            case MarkdownNodeKind.Code:
                output.Tag("<code>");
                output.Text(((CodeInline)inline).Content);
                output.Tag("</code>");
                break;
            case MarkdownNodeKind.Link when ((LinkInline)inline).IsImage:
                WritePicture((LinkInline)inline);
                break;
            case MarkdownNodeKind.Link:
                WriteLink((LinkInline)inline, depth);
                break;
            case MarkdownNodeKind.Autolink:
                WriteAutolink((AutolinkInline)inline);
                break;
            case MarkdownNodeKind.Entity:
                output.Text(((HtmlEntityInline)inline).Transcoded.AsSpan());
                break;
            case MarkdownNodeKind.Mark:
                output.Mark(((RedactionMarkInline)inline).Mark);
                break;
            case MarkdownNodeKind.Delimiter:
                output.Text(((DelimiterInline)inline).ToLiteral());
                Write((ContainerInline)inline, depth + 1);
                break;
            case MarkdownNodeKind.Group:
                Write((ContainerInline)inline, depth + 1);
                break;
            default:
                throw new InvalidOperationException($"A {MarkdownNodeTable.KindOf(inline)} cannot stand within a line.");
        }
    }

    /// <summary>
    /// Words, with the first of each abbreviation as a button that shows its explanation (HTML, popover): it works by touch and keyboard and needs no script. Within a link it
    /// stays a word, since a button cannot stand there.
    /// </summary>
    private void WriteWords(ReadOnlySpan<char> text)
    {
        var from = 0;
        while (!_inLink && context.Glossary is { } glossary && glossary.Next(text, from, out var start) is { } term)
        {
            var end = start + term.Length;
            if (output.AddTerm(term))
            {
                output.Text(text[from..start]);
                output.Tag("<button popovertarget=\"");
                output.Attribute(glossary.IdFor(term));
                output.Tag("\"><abbr>");
                output.Text(text[start..end]);
                output.Tag("</abbr></button>");
            }
            else
            {
                output.Text(text[from..end]);
            }

            from = end;
        }

        output.Text(text[from..]);
    }

    private void WriteEmphasis(EmphasisInline emphasis, int depth)
    {
        // Old comments are full of "~10 minutes" and "^^": raised and lowered text is a word or less, as in Pandoc.
        if (emphasis is { DelimiterChar: '~' or '^', DelimiterCount: 1 } && MarkdownText.Of(emphasis).AsSpan().ContainsAny(" \n"))
        {
            var delimiter = emphasis.DelimiterChar.ToString();
            output.Text(delimiter);
            Write(emphasis, depth + 1);
            output.Text(delimiter);
            return;
        }

        var (open, close) = (emphasis.DelimiterChar, emphasis.DelimiterCount) switch
        {
            ('*' or '_', 1) => ("<em>", "</em>"),
            ('*' or '_', 2) => ("<strong>", "</strong>"),
            ('~', 1) => ("<sub>", "</sub>"),
            ('~', 2) => ("<del>", "</del>"),
            ('^', 1) => ("<sup>", "</sup>"),
            _ => throw new InvalidOperationException($"No markup for an emphasis of {emphasis.DelimiterCount} {emphasis.DelimiterChar}."),
        };
        output.Tag(open);
        Write(emphasis, depth + 1);
        output.Tag(close);
    }

    private void WriteLink(LinkInline link, int depth)
    {
        var address = link.GetDynamicUrl?.Invoke() ?? link.Url ?? string.Empty;
        if (_inLink)
        {
            Write(link, depth + 1); // a bare address within a link's text
            return;
        }

        if (!ResolvedAddress.TryResolve(address, context, out var resolved, out var finding))
        {
            output.AddFinding(finding);
            Write(link, depth + 1);
            return;
        }

        var isDoubtful = CitationChoice.TryRead(link.Title, out var anchors) && resolved.Kind == LinkKind.Citation;
        Open(resolved, isDoubtful, isDoubtful ? null : link.Title);
        if (link.FirstChild is null)
        {
            output.Text(address); // a link without words cannot be read out
        }

        _inLink = true;
        Write(link, depth + 1);
        _inLink = false;
        output.Tag("</a>");
        if (isDoubtful)
        {
            WriteChoices(anchors, resolved.Anchor!, MarkdownText.Of(link)); // not null: a citation has one
        }
    }

    private void WriteAutolink(AutolinkInline autolink)
    {
        var address = autolink.IsEmail ? "mailto:" + autolink.Url : autolink.Url;
        if (_inLink || !ResolvedAddress.TryResolve(address, context, out var resolved, out var finding))
        {
            if (!_inLink)
            {
                output.AddFinding(MarkdownFinding.AddressRefused);
            }

            output.Text(autolink.Url);
            return;
        }

        Open(resolved, isDoubtful: false, title: null);
        output.Text(autolink.Url);
        output.Tag("</a>");
    }

    private void Open(ResolvedAddress address, bool isDoubtful, string? title)
    {
        output.AddLink(new RenderedLink(address.Href, address.Kind, address.Anchor, isDoubtful));
        output.Tag(address.Kind == LinkKind.Citation ? "<a class=\"cite\" href=\"" : "<a href=\"");
        output.Attribute(address.Href);
        output.Tag("\"");
        if (address.Kind == LinkKind.External)
        {
            output.Tag(context.Place switch
            {
                MarkdownPlace.Comment => " rel=\"nofollow ugc noopener noreferrer\"",
                MarkdownPlace.Post => " rel=\"noopener noreferrer\"",
                _ => throw new InvalidOperationException($"No rel for a link in a {context.Place}."),
            });
        }

        if (!string.IsNullOrEmpty(title))
        {
            output.Tag(" title=\"");
            output.Attribute(RedactionMarkSplitter.ReaderText(title));
            output.Tag("\"");
        }

        output.Tag(">");
    }

    /// <summary>
    /// The comments that may have been meant: all of them by number, or only the others where the link itself already shows the first one's number.
    /// </summary>
    private void WriteChoices(IReadOnlyList<string> anchors, string first, string shown)
    {
        var showsNumber = shown == context.NumberOf?.Invoke(first);
        var isOpen = false;
        foreach (var anchor in anchors)
        {
            if ((showsNumber && anchor == first) || !ResolvedAddress.TryAnchor(anchor, context, out var resolved, out _))
            {
                continue;
            }

            output.Tag(isOpen ? ", " : showsNumber ? " <span class=\"cite-choice\">(or " : " <span class=\"cite-choice\">(one of these: ");
            isOpen = true;
            Open(resolved, isDoubtful: true, title: null);
            output.Text(context.NumberOf?.Invoke(anchor) ?? "a comment");
            output.Tag("</a>");
        }

        output.Tag(isOpen ? ")</span>" : string.Empty);
    }

    private void WritePicture(LinkInline picture)
    {
        var description = MarkdownText.Of(picture);
        var address = picture.GetDynamicUrl?.Invoke() ?? picture.Url ?? string.Empty;
        if (!LinkPolicy.TrySitePath(address, out var path) || !path.StartsWith("/media/", StringComparison.Ordinal))
        {
            output.AddFinding(MarkdownFinding.PictureRefused);
            output.Tag("<span class=\"picture-missing\">[picture not shown");
            output.Text(description.Length == 0 ? string.Empty : ": " + description);
            output.Tag("]</span>");
            return;
        }

        var source = context.SitePrefix + path;
        output.AddLink(new RenderedLink(source, LinkKind.Picture));
        output.Tag("<img src=\"");
        output.Attribute(source);
        output.Tag("\" alt=\"");
        output.Attribute(description);
        if (context.SizeOf?.Invoke(path) is { } size)
        {
            output.Tag("\" width=\"");
            output.Number(size.Width);
            output.Tag("\" height=\"");
            output.Number(size.Height);
        }

        output.Tag("\" loading=\"lazy\" decoding=\"async\">");
    }
}
