using Blog.Content;
using Blog.Model;

namespace Blog.Pages;

/// <summary>
/// The Content Security Policy (CSP Level 3): what a page of the site may load, and from where. Nothing is allowed that is not named, nothing is ever inline, and
/// nothing comes from another host.
/// </summary>
/// <remarks>
/// It is written twice: in a header by hosts that send headers (<see cref="ToHeader"/>), and in every page (<see cref="ToMeta"/>), for hosts that do not. A browser
/// keeps both. So the header's is the widest that any page needs, and a page's is never wider than it: both are made here of the same parts.
/// </remarks>
/// <param name="Connect">Sources that scripts may ask, as CSP writes them; empty for none.</param>
/// <param name="Worker">Whether the page may start the worker of the offline copy.</param>
public sealed record ContentPolicy(IReadOnlyList<string> Connect, bool Worker)
{
    private const string Self = "'self'";

    /// <summary>What a host allows every page: the site itself, and the endpoint of submissions where that is elsewhere.</summary>
    public static ContentPolicy OfHost(SiteSettings settings) => new(
        settings.Submissions is { Endpoint: SubmissionEndpoint.Url, Url: { } url } ? [Self, url] : [Self],
        settings.Offline);

    /// <summary>What a page without the encrypting form allows itself.</summary>
    public static ContentPolicy OfPage(SiteSettings settings) => new([Self], settings.Offline);

    /// <summary>What a page with the form allows itself: nothing to anywhere but the endpoint and, where it looks for answers, the site.</summary>
    /// <param name="form">The form.</param>
    /// <param name="fetchesReplies">Whether the page looks for answers on the site, too.</param>
    public static ContentPolicy OfForm(SubmissionFormView form, bool fetchesReplies)
    {
        List<string> hosts = [];
        if (form.Endpoint == "netlify" || (fetchesReplies && form.Replies > 0))
        {
            hosts.Add(Self);
        }

        if (form.IsElsewhere)
        {
            hosts.Add(form.Target);
        }

        return new ContentPolicy(hosts, Worker: false);
    }

    /// <summary>The value of the header.</summary>
    public string ToHeader() => ToMeta() + "; frame-ancestors 'none'"; // which a page cannot say of itself (CSP3, 6.4.2)

    /// <summary>The value in a page.</summary>
    public string ToMeta() =>
        $"default-src 'none'; script-src {Self}; style-src {Self}; img-src {Self}; connect-src {(Connect.Count == 0 ? "'none'" : string.Join(' ', Connect))}; worker-src {(Worker ? Self : "'none'")}; base-uri 'none'; form-action 'none'";
}
