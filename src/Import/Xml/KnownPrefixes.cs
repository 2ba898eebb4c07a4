using System.Xml;

namespace Blog.Import.Xml;

/// <summary>
/// Names the namespaces of prefixes that an export uses without declaring them: wordpress.com writes <c>atom:link</c>, trimmed Blogger
/// exports <c>app:draft</c>, and .NET's reader would refuse the file (FORMATS section 2, item 1).
/// </summary>
internal sealed class KnownPrefixes : XmlNamespaceManager
{
    private static readonly Dictionary<string, string> Known = new()
    {
        ["app"] = "http://purl.org/atom/app#",
        ["atom"] = "http://www.w3.org/2005/Atom",
        ["content"] = "http://purl.org/rss/1.0/modules/content/",
        ["dc"] = "http://purl.org/dc/elements/1.1/",
        ["dsq"] = "http://disqus.com/disqus-internals",
        ["excerpt"] = "http://wordpress.org/export/1.2/excerpt/",
        ["wp"] = "http://wordpress.org/export/1.2/",
        ["blogger"] = "http://schemas.google.com/blogger/2018",
        ["gd"] = "http://schemas.google.com/g/2005",
        ["georss"] = "http://www.georss.org/georss",
        ["media"] = "http://search.yahoo.com/mrss/",
        ["openSearch"] = "http://a9.com/-/spec/opensearchrss/1.0/",
        ["thr"] = "http://purl.org/syndication/thread/1.0",
    };

    private readonly RepairLog _repairs;

    /// <summary>Starts with nothing declared.</summary>
    public KnownPrefixes(XmlNameTable names, RepairLog repairs)
        : base(names) => _repairs = repairs;

    /// <summary>Where the entry being read begins.</summary>
    public SourcePlace Place { get; set; }

    /// <inheritdoc/>
    public override string? LookupNamespace(string prefix)
    {
        var declared = base.LookupNamespace(prefix);
        if (declared is not null || string.IsNullOrEmpty(prefix))
        {
            return declared;
        }

        _repairs.Add("undeclared prefix", Place);
        return NameTable!.Add(Known.TryGetValue(prefix, out var known) ? known : "urn:undeclared:" + prefix); // not null: given to the constructor
    }
}
