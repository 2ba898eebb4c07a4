using System.Text;

namespace Blog.Model;

/// <summary>A path under which a post was found before: on the old blog, or here. It is no file's name, only what a host is told to lead on from.</summary>
public static class OldPath
{
    /// <summary>Longest path, in characters as it is written.</summary>
    public const int MaxLength = 400;

    /// <summary>The one way of writing a path: every byte of UTF-8 that is not a letter, digit or one of <c>-_.~/</c> as <c>%XX</c>.</summary>
    /// <param name="path">A path as an export or a reader wrote it, encoded or not, beginning with <c>/</c>; without query and fragment.</param>
    public static string Write(string path)
    {
        var written = new StringBuilder(path.Length + 16);
        foreach (var segment in path.Split('/'))
        {
            written.Append('/').Append(Uri.EscapeDataString(Decode(segment)));
        }

        return written.ToString(1, written.Length - 1);
    }

    /// <summary>The path as it is read, for comparing and for the names of files.</summary>
    public static string Decode(string path) => path.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(path) : path;

    /// <summary>Says why a path cannot be one that leads on; null where it can.</summary>
    public static string? WhyNot(string path)
    {
        if (!path.StartsWith('/') || path.Length == 1)
        {
            return "It begins with '/' and names something, e.g. /2015/12/15/guest-blog-47/.";
        }

        if (path.Length > MaxLength)
        {
            return $"It is longer than {MaxLength} characters.";
        }

        if (Write(path) != path)
        {
            return $"It is written as {Write(path)}: without query and fragment, other characters than letters, digits, '-', '_', '.' and '~' as %XX.";
        }

        // A colon or an asterisk means something to hosts, but only as itself: written as %XX it is a character like others.
        var segments = path[1..].Split('/');
        return segments.SkipLast(1).Any(segment => segment.Length == 0) || segments.Any(segment => segment is "." or "..")
            ? "It has an empty part ('//') or one of dots alone."
            : Decode(path).Any(char.IsControl) ? "It holds control characters." : null;
    }
}
