namespace Blog.Import.Blogger;

/// <summary>The fixed phrases by which the reader of Blogger exports says what a person should look at.</summary>
public static class BloggerFlags
{
    /// <summary>The id is none of Blogger's, so a later export cannot be matched by it.</summary>
    public const string ForeignId = "id not Blogger's";

    /// <summary>Another entry has the same id; this one got a number behind it.</summary>
    public const string RepeatedId = "id used twice in the source";

    /// <summary>No time, or one that cannot be read.</summary>
    public const string NoDate = "date lost";

    /// <summary>A public post without an address on the old blog, or with one that cannot be used.</summary>
    public const string NoPermalink = "no address on the old blog";

    /// <summary>A removed comment that does not say in a known way who removed it.</summary>
    public const string RemoverUnknown = "removed, not said by whom";

    /// <summary>A public comment without any text.</summary>
    public const string NoText = "no text";

    /// <summary>The text is not in the export but at another address, which is never fetched.</summary>
    public const string TextElsewhere = "text is not in the export";

    /// <summary>A name, address or label was longer than any real one and was cut.</summary>
    public const string Cut = "over-long field cut";
}
