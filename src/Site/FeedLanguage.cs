using System.Text;
using Blog.Model;

namespace Blog.Site;

/// <summary>The language of a feed's texts.</summary>
internal static class FeedLanguage
{
    /// <summary><c> xml:lang="en-GB"</c>.</summary>
    public static string Attribute(SiteSettings settings)
    {
        var xml = new StringBuilder(" xml:lang=\"");
        XmlText.Append(xml, settings.Language);
        return xml.Append('"').ToString();
    }
}
