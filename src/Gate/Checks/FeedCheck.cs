using System.Text;
using System.Xml;

namespace Blog.Gate.Checks;

/// <summary>Every feed and sitemap is well-formed XML without a document type, and the markup in a feed passes the check of pages: a reader of feeds shows it too.</summary>
internal static class FeedCheck
{
    public const string Name = "feeds";

    /// <summary>Reads one file; findings about its markup go to <paramref name="page"/>.</summary>
    public static GateFinding? Read(string file, byte[] bytes, PageCheck page)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(bytes), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            var place = (IXmlLineInfo)reader;
            var isMore = reader.Read();
            while (isMore)
            {
                if (reader is { NodeType: XmlNodeType.Element, LocalName: "content" or "summary" } && reader.GetAttribute("type") == "html" && !reader.IsEmptyElement)
                {
                    var line = place.LineNumber;
                    page.Read(file, Encoding.UTF8.GetBytes(reader.ReadElementContentAsString()), line - 1);
                    isMore = !reader.EOF; // it stands on what follows already
                }
                else
                {
                    isMore = reader.Read();
                }
            }

            return null;
        }
        catch (XmlException e)
        {
            return new GateFinding(Name, file, e.LineNumber, "is no well-formed XML, so no reader could show it.", "Report it: the writer must escape what it writes.");
        }
    }
}
