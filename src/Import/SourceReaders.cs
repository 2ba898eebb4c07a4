using Blog.Import.Readers;

namespace Blog.Import;

/// <summary>The reader of each kind of source, in one place.</summary>
internal static class SourceReaders
{
    /// <summary>The reader of a kind; null where the kind is not read.</summary>
    public static ISourceReader? Of(SourceKind kind) => kind switch
    {
        SourceKind.BloggerClassic => new BloggerClassicSource(),
        SourceKind.BloggerTakeout => new TakeoutReader(),
        SourceKind.BloggerPage => new BloggerPageReader(),
        SourceKind.WordPress => new WordPressReader(),
        SourceKind.Disqus => new DisqusReader(),
        SourceKind.BlogML => new BlogMLReader(),
        SourceKind.MovableType => new MovableTypeReader(),
        SourceKind.Ghost => new GhostReader(),
        SourceKind.Substack => new SubstackReader(),
        SourceKind.Medium => new MediumReader(),
        SourceKind.OwnBlog => new OwnBlogReader(),
        SourceKind.Capture => new CaptureSource(),
        _ => null,
    };
}
