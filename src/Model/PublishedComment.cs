namespace Blog.Model;

/// <summary>A comment whose text may be published; made only where <see cref="PublishedPost"/> is made.</summary>
public sealed record PublishedComment
{
    private PublishedComment(CommentFields fields, string body)
    {
        Fields = fields;
        Body = body;
    }

    /// <summary>Everything public about it but its text.</summary>
    public CommentFields Fields { get; }

    /// <summary>Its text: Markdown with redaction marks, LF line ends, no trailing line end; empty for a removed comment.</summary>
    public string Body { get; }

    /// <summary>Shorthand for <c>Fields.Id</c>.</summary>
    public CommentId Id => Fields.Id;

    /// <summary>The one way to make one; see the type for who may.</summary>
    public static PublishedComment Create(CommentFields fields, string body) => new(fields, body);
}
