using System.Globalization;

namespace Blog.Content;

/// <summary>Addresses on the site that do not come from a post, label or series.</summary>
public static class SiteAddresses
{
    /// <summary>First page of the newest posts.</summary>
    public const string Home = "/";

    /// <summary>All discussions, longest first.</summary>
    public const string Discussions = "/discussions/";

    /// <summary>All years and months.</summary>
    public const string Archive = "/archive/";

    /// <summary>The archive in drawings.</summary>
    public const string Glance = "/archive/at-a-glance.html";

    /// <summary>All labels.</summary>
    public const string Labels = "/labels/";

    /// <summary>All series.</summary>
    public const string Series = "/series/";

    /// <summary>The search page.</summary>
    public const string Search = "/search/";

    /// <summary>The page for encrypted submissions.</summary>
    public const string Submit = "/submit/";

    /// <summary>Folder of the answers to them.</summary>
    public const string Replies = "/replies/";

    /// <summary>Reading and writing safely.</summary>
    public const string Safety = "/p/safely.html";

    /// <summary>How to have something removed.</summary>
    public const string Removal = "/p/remove.html";

    /// <summary>Offers the offline copy.</summary>
    public const string OfflineCopy = "/p/offline.html";

    /// <summary>What a host answers with where there is no page.</summary>
    public const string NotFound = "/404.html";

    /// <summary>The feed of posts.</summary>
    public const string Feed = "/feed.atom";

    /// <summary>Address of a page of a list: its own for page 1; <c>/x/page/2.html</c> under a folder, <c>/x.p2.html</c> beside a file.</summary>
    /// <param name="first">Address of the list's first page.</param>
    /// <param name="page">Page, from 1.</param>
    public static string OfPage(string first, int page)
    {
        if (page == 1)
        {
            return first;
        }

        return first[^1] == '/'
            ? string.Create(CultureInfo.InvariantCulture, $"{first}page/{page}.html")
            : UnitAddress.OfPart(first, page);
    }

    /// <summary>Path of the file that a static host serves for an address: <c>2015/index.html</c> for <c>/2015/</c>.</summary>
    public static string ToFile(string address) => address[^1] == '/' ? address[1..] + "index.html" : address[1..];
}
