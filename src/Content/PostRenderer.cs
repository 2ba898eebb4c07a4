using Blog.Html;
using Blog.Model;
using Blog.Source;

namespace Blog.Content;

/// <summary>The second pass: reads one post with its thread and renders every text once.</summary>
/// <remarks>
/// Safe for many threads at once, and keeps nothing of a post after it is returned. The tree is built from the last comment to the
/// first, so that no depth of replies needs a stack.
/// </remarks>
public sealed class PostRenderer
{
    private readonly BlogReader _reader;
    private readonly SitePaths _paths;
    private readonly SiteAddress _address;
    private readonly PictureSizes _pictures;
    private readonly GlossaryTerms? _glossary;

    /// <summary>Prepares the addresses of the whole site; one renderer serves a build.</summary>
    public PostRenderer(SiteIndex index, BlogReader reader)
    {
        _reader = reader;
        _paths = new SitePaths(index, reader);
        _address = new SiteAddress(index.Settings.Address);
        _pictures = new PictureSizes(reader.Folder);
        _glossary = GlossaryTerms.Of(index.Settings.Glossary.Keys);
    }

    /// <summary>The finished link to a path within the site; null where there is nothing.</summary>
    public string? LeadsTo(string path) => _paths.Map(path);

    /// <summary>Renders one post or page of the index.</summary>
    /// <exception cref="SourceException">Its files cannot be read.</exception>
    public RenderedPost Render(PostEntry entry)
    {
        var post = _reader.ReadPost(entry.File);
        var thread = _reader.ReadThread(entry.File, entry.FrontMatter.Id);
        var comments = thread?.Comments ?? [];
        var shape = ThreadShape.Of(comments);
        var places = Places(comments);
        var findings = new List<RenderFinding>();
        var texts = new ThreadTexts(comments, shape, places, entry, _address, _paths, _pictures, _glossary);

        var body = MarkdownRenderer.Render(post.Body, texts.ForPost(post.Body));
        Collect(findings, entry.File.Path, entry.FrontMatter.Id.Value, body);
        var rendered = new RenderedMarkdown[comments.Count];
        for (var i = 0; i < comments.Count; i++)
        {
            var comment = comments[i];
            rendered[i] = comment.Body.Length == 0 ? RenderedMarkdown.Empty : MarkdownRenderer.Render(comment.Body, texts.ForComment(i));
            Collect(findings, entry.File.ThreadPath ?? entry.File.Path, comment.Id.Value, rendered[i]);
        }

        var order = shape.ReadingOrder();
        var answers = Answers(comments, order, places);
        var tree = Tree(comments, shape, order, rendered, texts, CitedBy(comments, order, rendered, places), answers);
        return new RenderedPost
        {
            Entry = entry,
            Body = body.Html,
            TopLevel = tree.TopLevel,
            Comments = tree.All,
            Findings = findings,
            Terms = Terms(body, rendered, texts, entry.Thread.Parts),
            Paths = texts.Asked,
        };
    }

    /// <summary>Abbreviations on each part, in ordinal order; the post's text stands on the first.</summary>
    private static IReadOnlyList<IReadOnlyList<string>> Terms(RenderedMarkdown body, RenderedMarkdown[] comments, ThreadTexts texts, int parts)
    {
        var terms = new SortedSet<string>?[parts];
        Add(1, body.Terms);
        for (var i = 0; i < comments.Length; i++)
        {
            Add(comments[i].Terms.Count == 0 ? 1 : texts.PartOf(i), comments[i].Terms);
        }

        return [.. terms.Select(part => part is null ? (IReadOnlyList<string>)[] : [.. part])];

        void Add(int part, IReadOnlyList<string> more)
        {
            if (more.Count > 0)
            {
                (terms[part - 1] ??= new SortedSet<string>(StringComparer.Ordinal)).UnionWith(more);
            }
        }
    }

    /// <summary>The texts of one post or page and its comments, each with its place in its file: for what looks at texts and makes no pages.</summary>
    /// <exception cref="SourceException">Its files cannot be read.</exception>
    public IReadOnlyList<CheckedText> Texts(PostEntry entry)
    {
        var post = _reader.ReadPost(entry.File);
        var comments = _reader.ReadThread(entry.File, entry.FrontMatter.Id)?.Comments ?? [];
        var texts = new ThreadTexts(comments, ThreadShape.Of(comments), Places(comments), entry, _address, _paths, _pictures, _glossary);
        var checkedTexts = new List<CheckedText>(comments.Count + 1)
        {
            new(entry.File.Path, entry.FrontMatter.Id.Value, IsPost: true, _reader.LinesOfPost(entry.File).Post, entry.FrontMatter.Date, post.Body, MarkdownRenderer.Render(post.Body, texts.ForPost(post.Body))),
        };
        BodyLines? lines = null;
        for (var i = 0; i < comments.Count; i++)
        {
            var (fields, body) = (comments[i].Fields, comments[i].Body);
            var rendered = body.Length == 0 ? RenderedMarkdown.Empty : MarkdownRenderer.Render(body, texts.ForComment(i));
            if (rendered.Findings.Count > 0 || rendered.Links.Count > 0)
            {
                lines ??= _reader.LinesOfThread(entry.File); // the file is looked through once more, and only where there is something to say
                checkedTexts.Add(new(entry.File.ThreadPath ?? entry.File.Path, fields.Id.Value, IsPost: false, lines.OfComment(fields.Id.Value), fields.Date ?? entry.FrontMatter.Date, body, rendered));
            }
        }

        return checkedTexts;
    }

    private static Dictionary<string, int> Places(IReadOnlyList<PublishedComment> comments)
    {
        var places = new Dictionary<string, int>(comments.Count, StringComparer.Ordinal);
        for (var i = 0; i < comments.Count; i++)
        {
            places.TryAdd(comments[i].Id.Anchor, i);
            foreach (var same in comments[i].Fields.Also?.All ?? [])
            {
                places.TryAdd(same.Anchor, i); // a link to a comment that was joined with this one leads here
            }
        }

        return places;
    }

    private static void Collect(List<RenderFinding> findings, string path, string unit, RenderedMarkdown text)
    {
        foreach (var finding in text.Findings)
        {
            findings.Add(new RenderFinding(path, unit, finding));
        }
    }

    /// <summary>For each comment those that cite it, in thread order, each once. A citation that may mean several comments is none: a backlink would claim what the text does not.</summary>
    private static List<CommentFields>?[] CitedBy(
        IReadOnlyList<PublishedComment> comments, int[] order, RenderedMarkdown[] rendered, Dictionary<string, int> places)
    {
        var citedBy = new List<CommentFields>?[comments.Count];
        foreach (var i in order)
        {
            foreach (var link in rendered[i].Links)
            {
                if (link.Anchor is { } anchor && !link.IsDoubtful && places.TryGetValue(anchor, out var cited) && cited != i)
                {
                    var list = citedBy[cited] ??= [];
                    if (list.Count == 0 || !ReferenceEquals(list[^1], comments[i].Fields))
                    {
                        list.Add(comments[i].Fields);
                    }
                }
            }
        }

        return citedBy;
    }

    /// <summary>For each comment the one it answers though it was posted elsewhere, and those that so answer it. One that is not in the thread is no place to lead to.</summary>
    private static (CommentFields? To, List<CommentFields>? By)[] Answers(IReadOnlyList<PublishedComment> comments, int[] order, Dictionary<string, int> places)
    {
        var answers = new (CommentFields? To, List<CommentFields>? By)[comments.Count];
        foreach (var i in order)
        {
            if (comments[i].Fields is { State: CommentState.Published, Inferred.Answers: { } answered } && places.TryGetValue(answered.Anchor, out var to) && to != i)
            {
                answers[i].To = comments[to].Fields;
                (answers[to].By ??= []).Add(comments[i].Fields);
            }
        }

        return answers;
    }

    private static (IReadOnlyList<RenderedComment> TopLevel, IReadOnlyList<RenderedComment> All) Tree(
        IReadOnlyList<PublishedComment> comments, ThreadShape shape, int[] order, RenderedMarkdown[] rendered, ThreadTexts texts, List<CommentFields>?[] citedBy, (CommentFields? To, List<CommentFields>? By)[] answers)
    {
        var all = new RenderedComment[comments.Count];
        var replies = new List<RenderedComment>?[comments.Count];
        var topLevel = new List<RenderedComment>(shape.TopLevel);
        for (var place = order.Length - 1; place >= 0; place--)
        {
            var i = order[place];
            var parent = shape.Parents[i];
            replies[i]?.Reverse(); // collected from the last to the first
            var comment = all[place] = new RenderedComment
            {
                Fields = comments[i].Fields,
                Body = rendered[i].Html,
                Depth = shape.Depths[i],
                Parent = parent == ThreadShape.None ? null : comments[parent].Fields,
                Part = texts.PartOf(i),
                Url = texts.UrlOf(i),
                CitedBy = citedBy[i] is { } list ? list : [],
                Answers = answers[i].To,
                AnsweredBy = answers[i].By is { } by ? by : [],
                Replies = replies[i] is { } below ? below : [],
            };
            if (parent == ThreadShape.None)
            {
                topLevel.Add(comment);
            }
            else
            {
                (replies[parent] ??= []).Add(comment);
            }
        }

        topLevel.Reverse();
        return (topLevel, all);
    }
}
