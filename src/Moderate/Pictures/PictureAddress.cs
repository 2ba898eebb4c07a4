using System.Text;
using System.Text.RegularExpressions;

namespace Blog.Moderate.Pictures;

/// <summary>What an address on the old blog says of a picture: the name of its file, and which addresses are one picture in several sizes.</summary>
public static partial class PictureAddress
{
    /// <summary>Hosts on which Blogger keeps pictures of posts; a link there leads to a picture that nobody has looked at.</summary>
    private static readonly string[] PictureHosts = ["bp.blogspot.com", "ggpht.com", "googleusercontent.com", "photos1.blogger.com"];

    /// <summary>The file's name as its owner wrote it; empty where the address ends in none.</summary>
    public static string FileName(string address)
    {
        var path = address.AsSpan();
        var end = path.IndexOfAny('?', '#');
        path = end < 0 ? path : path[..end];
        return Decode(Decode(path[(path.LastIndexOf('/') + 1)..].ToString())).Replace('+', ' ').Trim(); // Blogger writes a blank as %2B, + or %20
    }

    /// <summary>The address without the part that says the size (<c>/s320/</c>, <c>/w640-h480/</c>) and without what follows its path.</summary>
    public static string WithoutSize(string address)
    {
        var end = address.AsSpan().IndexOfAny('?', '#');
        var path = end < 0 ? address : address[..end];
        var scheme = path.IndexOf("//", StringComparison.Ordinal);
        return Size().Replace(scheme < 0 ? path : path[(scheme + 2)..], "/");
    }

    /// <summary>A name for comparing: its letters and digits in lower case, and the suffix; Blogger replaces other characters.</summary>
    public static string Loose(string fileName)
    {
        var dot = fileName.LastIndexOf('.');
        var loose = new StringBuilder(fileName.Length);
        for (var i = 0; i < fileName.Length; i++)
        {
            if (char.IsLetterOrDigit(fileName[i]))
            {
                loose.Append(char.ToLowerInvariant(fileName[i]));
            }
            else if (i == dot)
            {
                loose.Append('.');
            }
        }

        return loose.ToString();
    }

    /// <summary>Whether an address leads to a host that holds nothing but pictures.</summary>
    public static bool IsOnPictureHost(string address)
    {
        var start = address.IndexOf("//", StringComparison.Ordinal);
        if (start < 0)
        {
            return false;
        }

        var rest = address.AsSpan(start + 2);
        var end = rest.IndexOfAny("/?#:");
        var host = end < 0 ? rest : rest[..end];
        foreach (var known in PictureHosts)
        {
            if (host.EndsWith(known, StringComparison.OrdinalIgnoreCase) && (host.Length == known.Length || host[^(known.Length + 1)] == '.'))
            {
                return true;
            }
        }

        return false;
    }

    private static string Decode(string text) => text.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(text) : text;

    [GeneratedRegex(@"/(?:s[0-9]+|w[0-9]+|h[0-9]+)(?:-[a-z0-9]+)*/", RegexOptions.CultureInvariant)]
    private static partial Regex Size();
}
