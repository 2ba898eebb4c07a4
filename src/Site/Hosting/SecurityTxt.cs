using System.Globalization;
using System.Text;
using Blog.Content;
using Blog.Model;

namespace Blog.Site.Hosting;

/// <summary>Writes <c>.well-known/security.txt</c> (RFC 9116): whom to tell of a weakness.</summary>
internal static class SecurityTxt
{
    /// <summary>Where it lies.</summary>
    public const string Path = ".well-known/security.txt";

    /// <summary>The file; null where there is nobody to name (neither a mail address nor a page for submissions), and where the site is not the whole of its host: only there is the file looked for.</summary>
    /// <param name="settings">The site's settings.</param>
    /// <param name="asOf">The day of the build: the file ends with the eleventh month after it, as the RFC asks for less than a year (2.5.5), and so changes once a month.</param>
    public static SiteFile? Of(SiteSettings settings, DateOnly asOf)
    {
        var address = new SiteAddress(settings.Address);
        var contact = settings.Mail is { } mail ? "mailto:" + mail : settings.Submissions is not null && settings.Address.StartsWith("https:", StringComparison.Ordinal) ? address.Absolute(SiteAddresses.Submit) : null;
        if (contact is null || address.BasePath.Length > 0)
        {
            return null;
        }

        var end = new DateOnly(asOf.Year, asOf.Month, 1).AddMonths(11);
        return new SiteFile(Path, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
            $"Contact: {contact}\nExpires: {end:yyyy-MM-dd}T00:00:00Z\nPreferred-Languages: {settings.Language.Split('-')[0]}\nCanonical: {address.Absolute("/" + Path)}\n")));
    }
}
