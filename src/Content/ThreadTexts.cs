using Blog.Html;
using Blog.Model;

namespace Blog.Content;

/// <summary>What the Markdown renderer must know of a post and its thread, one context for each part.</summary>
internal sealed class ThreadTexts
{
    private const int BelowTitle = 2;

    // The discussion is headed by h2, each of its threads by h3.
    private const int BelowComment = 4;

    private readonly IReadOnlyList<PublishedComment> _comments;
    private readonly ThreadShape _shape;
    private readonly Dictionary<string, int> _places;
    private readonly SiteAddress _address;
    private readonly SitePaths _paths;
    private readonly PictureSizes _pictures;
    private readonly string _url;
    private readonly int _parts;
    private readonly GlossaryTerms? _glossary;
    private readonly MarkdownContext?[] _contexts;
    private readonly Dictionary<string, string?> _asked = new(StringComparer.Ordinal);

    /// <param name="comments">The comments as the file has them.</param>
    /// <param name="shape">Their tree.</param>
    /// <param name="places">Index of each comment by its anchor.</param>
    /// <param name="entry">The post.</param>
    /// <param name="address">Where the site lies.</param>
    /// <param name="paths">What paths within the site lead to.</param>
    /// <param name="pictures">How large pictures are.</param>
    /// <param name="glossary">Abbreviations that are explained; null for none.</param>
    public ThreadTexts(
        IReadOnlyList<PublishedComment> comments, ThreadShape shape, Dictionary<string, int> places, PostEntry entry, SiteAddress address, SitePaths paths, PictureSizes pictures, GlossaryTerms? glossary)
    {
        _comments = comments;
        _shape = shape;
        _places = places;
        _address = address;
        _paths = paths;
        _pictures = pictures;
        _glossary = glossary;
        _url = entry.FrontMatter.Url;
        _parts = entry.Thread.Parts;
        _contexts = new MarkdownContext?[_parts + 1];
    }

    /// <summary>Each path that was asked for, and what it led to.</summary>
    public IReadOnlyDictionary<string, string?> Asked => _asked;

    /// <summary>Part on which a comment stands.</summary>
    public int PartOf(int comment) => ThreadParts.PartOf(_shape.Tops[comment], _parts);

    /// <summary>Address of a comment on the site.</summary>
    public string UrlOf(int comment) => UnitAddress.OfComment(_url, PartOf(comment), _comments[comment].Id);

    /// <summary>The context of the post's own text.</summary>
    public MarkdownContext ForPost(string body) => At(0, 1, body);

    /// <summary>The context of a comment.</summary>
    public MarkdownContext ForComment(int comment) => At(PartOf(comment), PartOf(comment), _comments[comment].Body);

    private MarkdownContext At(int slot, int part, string body)
    {
        var context = _contexts[slot] ??= new MarkdownContext
        {
            Place = slot == 0 ? MarkdownPlace.Post : MarkdownPlace.Comment,
            TopHeading = slot == 0 ? BelowTitle : BelowComment,
            SitePrefix = _address.BasePath,
            MapFragment = anchor => _places.TryGetValue(anchor, out var comment) ? Link(comment, part) : null,
            NumberOf = anchor => _places.TryGetValue(anchor, out var comment) ? _comments[comment].Fields.Number?.ToString() : null,
            MapPath = path => _asked[path] = _paths.Map(path),
            SizeOf = _pictures.Of,
            Glossary = _glossary,
        };
        var highest = HeadingLevels.Highest(body);
        return highest == 1 ? context : context with { TopHeading = context.TopHeading + 1 - highest };
    }

    private string Link(int comment, int part) => PartOf(comment) == part
        ? "#" + _comments[comment].Id.Anchor
        : _address.Href(UrlOf(comment));
}
