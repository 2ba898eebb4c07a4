namespace Blog.Model;

/// <summary>
/// A post or static page whose text may be published. Made only by the release (which has applied every decision) and by the
/// reader of <c>input/</c> (which reads what a release wrote); a test reads the IL for any third caller.
/// </summary>
public sealed record PublishedPost
{
    private PublishedPost(PostFrontMatter frontMatter, string body)
    {
        FrontMatter = frontMatter;
        Body = body;
    }

    /// <summary>Everything public about it but its text.</summary>
    public PostFrontMatter FrontMatter { get; }

    /// <summary>Its text: Markdown with redaction marks, LF line ends, no trailing line end.</summary>
    public string Body { get; }

    /// <summary>The one way to make one; see the type for who may.</summary>
    public static PublishedPost Create(PostFrontMatter frontMatter, string body) => new(frontMatter, body);
}
