namespace Blog.Import.Blogger;

/// <summary>The fields of one entry as the export has them, before anything is made of them.</summary>
internal sealed class BloggerEntry
{
    public string? Id { get; set; }

    public string? Kind { get; set; }

    public string? Published { get; set; }

    public string? Updated { get; set; }

    public string? Title { get; set; }

    public string? TitleType { get; set; }

    public string? Content { get; set; }

    public string? ContentType { get; set; }

    public bool ContentElsewhere { get; set; }

    public bool Draft { get; set; }

    public bool Removed { get; set; }

    public string? Alternate { get; set; }

    public string? Related { get; set; }

    public string? Self { get; set; }

    public string? InReplyTo { get; set; }

    public string? Total { get; set; }

    public string? PersonKey { get; set; }

    public bool HasAuthor { get; set; }

    public string? AuthorName { get; set; }

    public string? AuthorUri { get; set; }

    public string? AuthorEmail { get; set; }

    public string? AuthorImage { get; set; }

    public List<string> Labels { get; } = [];
}
