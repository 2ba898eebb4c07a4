using Blog.Content;
using Blog.Model;

namespace Blog.Pages;

/// <summary>Makes what every page shows around its content.</summary>
internal static class SiteFrames
{
    // More would wrap into a second line on most screens; the others stand in the footer.
    private const int PagesInNavigation = 4;

    // A page's title is a heading, not a menu entry.
    private const int LongestInNavigation = 24;

    public static SiteFrame Of(SiteIndex index, SiteAddress address, ThemeAssets assets)
    {
        var navigation = new List<LinkView>
        {
            new(address.Href(SiteAddresses.Home), "Home"),
            new(address.Href(SiteAddresses.Discussions), "Discussions"),
            new(address.Href(SiteAddresses.Archive), "Archive"),
            new(address.Href(SiteAddresses.Labels), "Labels"),
            new(address.Href(SiteAddresses.Series), "Series"),
        };
        if (index.Settings.Submissions is not null)
        {
            navigation.Add(new LinkView(address.Href(SiteAddresses.Submit), "Send a text"));
        }

        var others = new List<TitleLink>();
        var room = PagesInNavigation;
        foreach (var page in index.Pages.Where(page => page.FrontMatter.Url is not (SiteAddresses.Safety or SiteAddresses.Removal))) // which stand in the foot of every page
        {
            var title = PageContext.TitleOf(page.FrontMatter);
            var href = address.Href(page.FrontMatter.Url);
            if (room > 0 && title.Plain.Length <= LongestInNavigation && title.Pieces.All(piece => piece.Mark is null))
            {
                navigation.Add(new LinkView(href, title.Plain));
                room--;
            }
            else
            {
                others.Add(new TitleLink(href, title, page.FrontMatter.Id.Value));
            }
        }

        return new SiteFrame
        {
            Title = MarkedText.Of(index.Settings.Title),
            Description = index.Settings.Description,
            Language = index.Settings.Language,
            HomeHref = address.Href(SiteAddresses.Home),
            FeedHref = address.Href(SiteAddresses.Feed),
            SearchHref = address.Href(SiteAddresses.Search),
            ScriptHref = address.Href(assets.SiteScript),
            StylesheetHref = address.Href(assets.Stylesheet),
            IconHref = address.Href(assets.Icon),
            Navigation = navigation,
            FooterPages = others,
            SafetyHref = address.Href(SiteAddresses.Safety),
            RemovalHref = ReaderPages.HasRemoval(index) ? address.Href(SiteAddresses.Removal) : null,
            OfflineHref = index.Settings.Offline ? address.Href(SiteAddresses.OfflineCopy) : null,
            LeaveHref = index.Settings.Leave,
            IsDiscreet = index.Settings.Discreet,
            Promises = Promises(index.Settings.Anonymity),
        };
    }

    private static List<string> Promises(AnonymityPolicy policy)
    {
        var promises = new List<string> { "No cookies, no trackers, no scripts needed." };
        switch (policy.Commenters)
        {
            case CommenterPolicy.Keep:
                break;
            case CommenterPolicy.PseudonymPerThread:
                promises.Add("Commenters appear under invented names, new in every discussion.");
                break;
            case CommenterPolicy.PseudonymPerSite:
                promises.Add("Commenters appear under invented names.");
                break;
            case CommenterPolicy.Anonymous:
                promises.Add("Commenters are not named.");
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(policy), policy.Commenters, "No such policy.");
        }

        switch (policy.Times)
        {
            case DatePrecision.Minute:
                break;
            case DatePrecision.Day:
                promises.Add("Dates are given to the day.");
                break;
            case DatePrecision.Month:
                promises.Add("Dates are given to the month.");
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(policy), policy.Times, "No such precision.");
        }

        return promises;
    }
}
