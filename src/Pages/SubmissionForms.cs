using Blog.Content;
using Blog.Model;
using Blog.Source;

namespace Blog.Pages;

/// <summary>Makes the page for submissions and the forms for comments.</summary>
internal static class SubmissionForms
{
    /// <summary>The form of the site; null where it takes nothing: no <c>submissions</c> in <c>site.yml</c>, no keys, or none that holds.</summary>
    public static SubmissionFormView? Of(SiteSettings settings, SiteAddress address, ThemeAssets assets, SubmissionOpening opening)
    {
        if (settings.Submissions is not { } submissions || opening.Keys is not { } keys || !keys.AreOpen(opening.Today))
        {
            return null;
        }

        return new SubmissionFormView
        {
            Endpoint = submissions.Endpoint switch
            {
                SubmissionEndpoint.Netlify => "netlify",
                SubmissionEndpoint.Url => "url",
                SubmissionEndpoint.File => "file",
                _ => throw new ArgumentOutOfRangeException(nameof(settings), submissions.Endpoint, "No such endpoint."),
            },
            Target = submissions.Endpoint switch
            {
                SubmissionEndpoint.Netlify => address.Href(SiteAddresses.Home),
                _ => submissions.Url ?? string.Empty,
            },
            IsElsewhere = submissions.Endpoint == SubmissionEndpoint.Url,
            MaxContent = submissions.MaxContent,
            Keys = keys.Holding(opening.Today),
            Script = assets.SubmitScript with { Address = address.Href(assets.SubmitScript.Address) },
            Replies = opening.HasReplies ? ReplyFiles.Count : 0,
            RepliesHref = address.Href(SiteAddresses.Replies),
            PageHref = address.Href(SiteAddresses.Submit),
            Mail = settings.Mail,
        };
    }

    /// <summary>The page for submissions.</summary>
    public static SubmitPage Page(PageContext context) => new()
    {
        Frame = context.ListFrame(SiteAddresses.Submit, "Send us a text, in confidence", null, SiteAddresses.Submit) with { Policy = context.Form is { } form ? ContentPolicy.OfForm(form, fetchesReplies: true).ToMeta() : context.Policy },
        Form = context.Form,
    };

    /// <summary>How a post is commented on; null where its comments are closed.</summary>
    public static CommentFormView? Comments(PageContext context, PostFrontMatter post) => (post.Comments ?? context.Settings.Comments) switch
    {
        CommentWay.Closed => null,
        CommentWay.OldBlog => context.Settings.OldBlog is { } old ? new CommentFormView(post.Id.Value, null, new SiteAddress(old).Absolute(post.Url) + "#comments") : null,
        CommentWay.Form => new CommentFormView(post.Id.Value, context.Form, null),
        var way => throw new ArgumentOutOfRangeException(nameof(post), way, "No such way."),
    };
}
