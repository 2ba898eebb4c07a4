using Blog.Content;
using Blog.Model;

namespace Blog.Pages;

/// <summary>Makes the pages for readers who have something to fear, where the editor has none at their addresses.</summary>
internal static class ReaderPages
{
    /// <summary>Whether there is a page on how to have something removed: the editor's, or ours where there is a way to name.</summary>
    public static bool HasRemoval(SiteIndex index) => IsOwn(index, SiteAddresses.Removal) || index.Settings.Mail is not null || index.Settings.Submissions is not null;

    /// <summary>Whether the editor wrote the page at an address.</summary>
    public static bool IsOwn(SiteIndex index, string address) => index.Pages.Any(page => page.FrontMatter.Url == address);

    /// <summary>Addresses of those that are made.</summary>
    public static IEnumerable<string> AddressesOf(SiteIndex index)
    {
        if (!IsOwn(index, SiteAddresses.Safety))
        {
            yield return SiteAddresses.Safety;
        }

        if (!IsOwn(index, SiteAddresses.Removal) && HasRemoval(index))
        {
            yield return SiteAddresses.Removal;
        }

        if (index.Settings.Offline)
        {
            yield return SiteAddresses.OfflineCopy;
        }
    }

    /// <summary>The pages, each with its address.</summary>
    public static IEnumerable<ListJob> Of(PageContext context) => AddressesOf(context.Index).Select(address => new ListJob(address, () => [address switch
    {
        SiteAddresses.Safety => (PageModel)Safety(context),
        SiteAddresses.Removal => Removal(context),
        SiteAddresses.OfflineCopy => Offline(context),
        _ => throw new ArgumentOutOfRangeException(nameof(context), address, "No such page."),
    }]));

    private static SafetyPage Safety(PageContext context) => new SafetyPage
    {
        Frame = context.ListFrame(SiteAddresses.Safety, "Reading and writing safely", null, null),
        SubmitHref = SubmitHref(context),
        OfflineHref = context.Site.OfflineHref,
        Onion = context.Settings.Onion,
        TakesComments = context.Settings.Comments != CommentWay.Closed,
    };

    private static RemovalPage Removal(PageContext context) => new RemovalPage
    {
        Frame = context.ListFrame(SiteAddresses.Removal, "Remove something about me", null, null),
        SubmitHref = SubmitHref(context),
        Mail = context.Settings.Mail,
    };

    private static OfflinePage Offline(PageContext context) => new OfflinePage
    {
        Frame = context.ListFrame(SiteAddresses.OfflineCopy, "A copy on this device", null, null),
        WorkerHref = context.Address.Href("/" + OfflineFiles.Worker),
    };

    private static string? SubmitHref(PageContext context) => context.Settings.Submissions is null ? null : context.Address.Href(SiteAddresses.Submit);
}
