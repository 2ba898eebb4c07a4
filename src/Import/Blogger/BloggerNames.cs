namespace Blog.Import.Blogger;

/// <summary>Names of namespaces and categories in Blogger's feeds (FORMATS section 1a).</summary>
internal static class BloggerNames
{
    public const string Atom = "http://www.w3.org/2005/Atom";

    public const string Threading = "http://purl.org/syndication/thread/1.0";

    public const string GoogleData = "http://schemas.google.com/g/2005";

    public const string Takeout = "http://schemas.google.com/blogger/2018";

    public const string KindScheme = "http://schemas.google.com/g/2005#kind";

    public const string KindPrefix = "http://schemas.google.com/blogger/2008/kind#";

    public const string LabelScheme = "http://www.blogger.com/atom/ns#";
}
