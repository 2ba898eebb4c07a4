using Blog.Content;
using Blog.Model;

namespace Blog.Pages;

/// <summary>What a discreet site writes into tabs, histories and link previews: what kind of page it is, never what it is about or which blog it is of.</summary>
/// <remarks>Somebody may look over a reader's shoulder, or through the history of a device that is shared. The page itself has its heading as ever.</remarks>
internal static class TabTitles
{
    /// <summary>The sentence in place of a description.</summary>
    public const string Description = "A page to read.";

    /// <summary>Of a post: its day alone, in words. A word such as "Post" would be a name in some text.</summary>
    /// <param name="date">The date shown, in words; null for none.</param>
    /// <param name="isPost">Whether it is a post; else a static page.</param>
    /// <param name="part">Part of its discussion, from 1.</param>
    public static string OfPost(string? date, bool isPost, int part) => (date ?? (isPost ? "Undated" : "Page")) + (part == 1 ? null : ", part " + Counted.Number(part));

    /// <summary>Of a list or another page of the site's own.</summary>
    /// <param name="address">Its address; of a list that of its first page.</param>
    /// <param name="title">What it is called.</param>
    /// <param name="page">Page of the list, from 1.</param>
    public static string OfList(string address, string title, int page) => Kind(address, title) + (page == 1 ? null : ", page " + Counted.Number(page));

    private static string Kind(string address, string title) => address switch
    {
        SiteAddresses.Home => "Posts",
        SiteAddresses.Discussions or SiteAddresses.Archive or SiteAddresses.Labels or SiteAddresses.Series or SiteAddresses.Search => title,
        SiteAddresses.Submit => "Form",
        SiteAddresses.NotFound => "No such page",
        _ when address.Length > 1 && char.IsAsciiDigit(address[1]) => title, // a year or month
        _ when address.StartsWith(SiteAddresses.Labels, StringComparison.Ordinal) || address.StartsWith(SiteAddresses.Series, StringComparison.Ordinal) => "Posts",
        _ when address.StartsWith(SiteAddresses.Home + "page/", StringComparison.Ordinal) => "Posts",
        _ when address.StartsWith(SiteAddresses.Discussions, StringComparison.Ordinal) => "Discussions",
        _ => "Page",
    };
}
