using System.Globalization;
using System.Text;
using Blog.Model;

namespace Blog.Site;

/// <summary>Writes the XML of feeds: elements and attributes with fixed names, everything else through <see cref="XmlText"/>.</summary>
internal sealed class FeedXml
{
    private readonly StringBuilder _xml = new();

    /// <summary>The date of what has none: Atom demands one (RFC 4287, 4.2.15), and no reader takes this one for true.</summary>
    private static readonly DateTimeOffset Unknown = DateTimeOffset.UnixEpoch;

    /// <summary>Appends markup of our own, or what another writer of this type made.</summary>
    public FeedXml Raw(string xml)
    {
        _xml.Append(xml);
        return this;
    }

    /// <summary>An element on a line of its own: <c>&lt;name attributes&gt;text&lt;/name&gt;</c>; a null text makes it empty.</summary>
    public FeedXml Element(string name, string? text, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        _xml.Append('<').Append(name);
        foreach (var (attribute, value) in attributes)
        {
            if (value is not null)
            {
                _xml.Append(' ').Append(attribute).Append("=\"");
                XmlText.Append(_xml, value);
                _xml.Append('"');
            }
        }

        if (text is null)
        {
            _xml.Append("/>\n");
            return this;
        }

        _xml.Append('>');
        XmlText.Append(_xml, text);
        _xml.Append("</").Append(name).Append(">\n");
        return this;
    }

    /// <summary>A writer's name (RFC 4287, 4.2.1); only names are ever public.</summary>
    public FeedXml Author(string name) => Raw("<author>").Element("name", name).Raw("</author>\n");

    /// <summary>The file's bytes.</summary>
    public byte[] ToBytes() => Encoding.UTF8.GetBytes(_xml.ToString());

    /// <inheritdoc/>
    public override string ToString() => _xml.ToString();

    /// <summary>A date as RFC 3339 writes it: a day as its noon UTC, a month as its first at noon UTC; an unknown one as 1970-01-01T00:00:00Z.</summary>
    public static string Time(PublicDate? date)
    {
        var time = date?.FeedTime ?? Unknown;
        return time.ToString(time.Offset == TimeSpan.Zero ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
    }

    /// <summary>The later of two dates by the time that feeds write; null is earlier than all.</summary>
    public static PublicDate? Later(PublicDate? one, PublicDate? other) =>
        one is null ? other : other is { } second && second.FeedTime > one.Value.FeedTime ? other : one;
}
