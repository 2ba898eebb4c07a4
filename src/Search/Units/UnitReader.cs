using System.Globalization;
using System.Text;
using Blog.Html;

namespace Blog.Search.Units;

/// <summary>Reads the units of one staged page: the post and the comments that stand in full on it.</summary>
/// <remarks>
/// It goes by the microformat classes of the theme (<c>h-entry</c>, <c>u-comment</c>, <c>p-name</c>, <c>p-author</c>, <c>dt-published</c>, <c>p-category</c>) and by
/// <c>data-unit</c>. Lists, which show only the opening words of units, have no article and give none. One reader may be used for page after page, by one thread.
/// </remarks>
public sealed class UnitReader
{
    private readonly TextCollector _text = new();

    /// <summary>Reads a page; null where it is no page of a post.</summary>
    /// <param name="path">Path of the page within the site: <c>2016/03/x.p2.html</c>.</param>
    /// <param name="page">Its bytes.</param>
    /// <exception cref="InvalidDataException">The page is none of the theme's.</exception>
    public UnitPage? Read(string path, ReadOnlySpan<byte> page)
    {
        if (page.IndexOf("<article class=\"h-entry\""u8) < 0)
        {
            return null;
        }

        var draft = new PageDraft();
        var tokens = new PageTokens(page);
        while (MoveNext(ref tokens))
        {
            if (tokens.Kind != PageTokenKind.Start)
            {
                continue;
            }

            if (tokens.Name.SequenceEqual("article"u8) && tokens.Attributes.HasClass("h-entry"u8))
            {
                draft.Unit = PageTokens.Decode(tokens.Attributes.Find("data-unit"u8));
                ReadPost(ref tokens, draft);
            }
        }

        return draft.ToPage(path);
    }

    private void ReadPost(ref PageTokens tokens, PageDraft draft)
    {
        while (MoveNext(ref tokens))
        {
            if (tokens.Kind != PageTokenKind.Start)
            {
                continue;
            }

            if (tokens.Name.SequenceEqual("h1"u8))
            {
                draft.HasTitle = !tokens.Attributes.HasClass("untitled"u8);
                draft.Title = TextOf(ref tokens, "h1"u8);
            }
            else if (tokens.Name.SequenceEqual("p"u8) && tokens.Attributes.HasClass("kind"u8) && draft.Title.Length == 0)
            {
                draft.Series = LinkText(ref tokens, "p"u8);
            }
            else if (tokens.Name.SequenceEqual("a"u8) && tokens.Attributes.HasClass("p-category"u8))
            {
                draft.Labels.Add(TextOf(ref tokens, "a"u8));
            }
            else if (tokens.Name.SequenceEqual("article"u8) && tokens.Attributes.HasClass("u-comment"u8))
            {
                ReadComment(ref tokens, draft);
            }
            else if (tokens.Name.SequenceEqual("li"u8) && tokens.Attributes.HasClass("comment"u8))
            {
                draft.Anchor = PageTokens.Decode(tokens.Attributes.Find("id"u8));
            }
            else if (tokens.Name.SequenceEqual("div"u8) && tokens.Attributes.HasClass("post"u8) && draft.PostText is null)
            {
                draft.PostText = TextOf(ref tokens, "div"u8);
            }
            else if (draft.Author.Length == 0 && draft.PostText is null && tokens.Name.SequenceEqual("span"u8) && tokens.Attributes.HasClass("p-author"u8))
            {
                draft.Author = TextOf(ref tokens, "span"u8);
            }
            else if (draft.Date.Length == 0 && draft.PostText is null && tokens.Name.SequenceEqual("time"u8) && tokens.Attributes.HasClass("dt-published"u8))
            {
                draft.Date = PageTokens.Decode(tokens.Attributes.Find("datetime"u8));
            }
        }
    }

    private void ReadComment(ref PageTokens tokens, PageDraft draft)
    {
        var id = PageTokens.Decode(tokens.Attributes.Find("data-unit"u8));
        var number = string.Empty;
        var author = string.Empty;
        var date = string.Empty;
        string? text = null;
        while (MoveNext(ref tokens))
        {
            if (tokens.Kind == PageTokenKind.End && tokens.Name.SequenceEqual("article"u8))
            {
                break;
            }

            if (tokens.Kind != PageTokenKind.Start)
            {
                continue;
            }

            if (tokens.Name.SequenceEqual("div"u8) && tokens.Attributes.HasClass("body"u8))
            {
                text = TextOf(ref tokens, "div"u8);
            }
            else if (text is not null)
            {
                continue; // below the text stand citations, which are the program's words
            }
            else if (tokens.Name.SequenceEqual("a"u8) && tokens.Attributes.HasClass("num"u8))
            {
                number = TextOf(ref tokens, "a"u8);
            }
            else if (tokens.Name.SequenceEqual("span"u8) && tokens.Attributes.HasClass("p-author"u8))
            {
                author = TextOf(ref tokens, "span"u8);
            }
            else if (tokens.Name.SequenceEqual("time"u8) && tokens.Attributes.HasClass("dt-published"u8))
            {
                date = PageTokens.Decode(tokens.Attributes.Find("datetime"u8));
            }
        }

        if (text is not null)
        {
            draft.Comments.Add(new PageUnit(id, UnitKind.Comment, draft.Anchor, number, string.Empty, author, date, text));
        }
    }

    /// <summary>Goes to the next token. What the theme does not write is refused, so that the index is never made of a page misread.</summary>
    private static bool MoveNext(ref PageTokens tokens) =>
        tokens.MoveNext() || (tokens.Trouble is null ? false : throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"In line {tokens.Line} {tokens.Trouble}")));

    /// <summary>Text of the current element; the tokens stand at its end tag afterwards.</summary>
    private string TextOf(ref PageTokens tokens, scoped ReadOnlySpan<byte> name)
    {
        var depth = 1;
        while (MoveNext(ref tokens))
        {
            if (tokens.Kind != PageTokenKind.Text && tokens.Name.SequenceEqual(name))
            {
                depth += tokens.Kind == PageTokenKind.Start ? 1 : -1;
                if (depth == 0)
                {
                    return _text.Take();
                }
            }

            _text.Add(ref tokens);
        }

        throw new InvalidDataException($"An element <{Encoding.ASCII.GetString(name)}> is not closed.");
    }

    private string LinkText(ref PageTokens tokens, scoped ReadOnlySpan<byte> parent)
    {
        while (MoveNext(ref tokens))
        {
            if (tokens.Kind == PageTokenKind.Start && tokens.Name.SequenceEqual("a"u8))
            {
                return TextOf(ref tokens, "a"u8);
            }

            if (tokens.Kind == PageTokenKind.End && tokens.Name.SequenceEqual(parent))
            {
                break;
            }
        }

        return string.Empty;
    }

    /// <summary>What is known of a page so far.</summary>
    private sealed class PageDraft
    {
        public string Unit { get; set; } = string.Empty;

        public bool HasTitle { get; set; }

        public string Title { get; set; } = string.Empty;

        public string Series { get; set; } = string.Empty;

        public List<string> Labels { get; } = [];

        public string Author { get; set; } = string.Empty;

        public string Date { get; set; } = string.Empty;

        public string? PostText { get; set; }

        public string Anchor { get; set; } = string.Empty;

        public List<PageUnit> Comments { get; } = [];

        public UnitPage ToPage(string path)
        {
            var (post, part) = PartOf(path, isFirst: Unit.Length > 0);
            IReadOnlyList<PageUnit> units = Unit.Length == 0
                ? Comments
                : [new PageUnit(Unit, UnitKind.Post, string.Empty, string.Empty, HasTitle ? Title : string.Empty, Author, Date, PostText ?? string.Empty), .. Comments];
            return new UnitPage(post, part, Title, Labels, Series, units);
        }

        /// <summary>A further part lies beside the first: <c>x.p2.html</c>.</summary>
        private static (string Post, int Part) PartOf(string path, bool isFirst)
        {
            if (isFirst)
            {
                return (path, 1);
            }

            var stem = path[..^".html".Length];
            var dot = stem.LastIndexOf(".p", StringComparison.Ordinal);
            return dot > 0 && int.TryParse(stem.AsSpan(dot + 2), NumberStyles.None, CultureInfo.InvariantCulture, out var part)
                ? (stem[..dot] + ".html", part)
                : throw new InvalidDataException($"{path} shows a further part of a discussion, and its name does not say which.");
        }
    }
}
