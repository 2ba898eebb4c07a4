using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;

namespace Blog.Html;

/// <summary>The Markdown that is understood here, parser by parser: nothing is switched on that is not written below.</summary>
/// <remarks>
/// Not there, on purpose: raw HTML (block and inline), generic attributes (<c>{onclick=...}</c>), link reference definitions, underlined
/// headings, automatic ids, footnotes, task lists. A pipeline is never changed after it was built and may be shared by threads.
/// </remarks>
internal static class MarkdownPipelines
{
    /// <summary>Nesting of blocks, beyond which Markdig gives up; a thread's deepest real quote is far below it.</summary>
    public const int MaxDepth = 48;

    // Tables need exact positions of every inline, which costs a fifth of the time, so texts without a "|" do without.
    private static readonly MarkdownPipeline WithoutTables = Build(tables: false, sources: false);
    private static readonly MarkdownPipeline WithTables = Build(tables: true, sources: false);
    private static readonly MarkdownPipeline WithSources = Build(tables: true, sources: true);

    /// <summary>The pipeline for a text: tables where it has a <c>|</c>, quoted sources where it is a post's and has a <c>:::</c>.</summary>
    public static MarkdownPipeline For(string markdown, MarkdownPlace place) =>
        place == MarkdownPlace.Post && markdown.Contains(":::", StringComparison.Ordinal) ? WithSources
        : markdown.Contains('|') ? WithTables
        : WithoutTables;

    private static MarkdownPipeline Build(bool tables, bool sources)
    {
        var builder = new MarkdownPipelineBuilder { MaximumNestingDepth = MaxDepth };

        builder.BlockParsers.Clear();
        builder.BlockParsers.Add(new ThematicBreakParser());
        builder.BlockParsers.Add(new HeadingBlockParser());
        builder.BlockParsers.Add(new QuoteBlockParser());
        if (sources)
        {
            builder.BlockParsers.Add(new QuotedSourceParser());
        }

        builder.BlockParsers.Add(new ListBlockParser());
        builder.BlockParsers.Add(new FencedCodeBlockParser());
        builder.BlockParsers.Add(new IndentedCodeBlockParser());
        builder.BlockParsers.Add(new PlainParagraphParser());

        builder.InlineParsers.Clear();
        builder.InlineParsers.Add(new HtmlEntityParser());
        builder.InlineParsers.Add(new RedactionMarkInlineParser());
        builder.InlineParsers.Add(new LinkInlineParser());
        builder.InlineParsers.Add(new EscapeInlineParser());
        builder.InlineParsers.Add(Emphasis());
        builder.InlineParsers.Add(new CodeInlineParser());
        builder.InlineParsers.Add(new AutolinkInlineParser(new AutolinkOptions { EnableHtmlParsing = false }));
        builder.InlineParsers.Add(new BareAddressInlineParser());
        builder.InlineParsers.Add(new LineBreakInlineParser());

        builder.Extensions.Clear();
        if (tables)
        {
            builder.Extensions.Add(new PipeTableExtension(new PipeTableOptions { RequireHeaderSeparator = true, UseHeaderForColumnCount = true }));
        }

        return builder.Build();
    }

    private static EmphasisInlineParser Emphasis()
    {
        var parser = new EmphasisInlineParser();
        parser.EmphasisDescriptors.Clear();
        parser.EmphasisDescriptors.Add(new EmphasisDescriptor('*', 1, 2, true));
        parser.EmphasisDescriptors.Add(new EmphasisDescriptor('_', 1, 2, false));
        parser.EmphasisDescriptors.Add(new EmphasisDescriptor('~', 1, 2, true));
        parser.EmphasisDescriptors.Add(new EmphasisDescriptor('^', 1, 1, true));
        return parser;
    }
}
