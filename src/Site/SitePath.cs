using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Blog.Site;

/// <summary>
/// The path of one file of the site, within the output folder: parts of <c>[A-Za-z0-9._~%+-]</c> and wider Unicode letters joined by <c>/</c>,
/// no empty part, none that begins with a dot except <c>.well-known</c>, at most 240 bytes a part.
/// </summary>
/// <remarks>Old labels and slugs become folder names (<c>search/label/…</c>), so a hostile one must not leave the folder or hide in it.</remarks>
public static class SitePath
{
    private static readonly SearchValues<char> Refused = SearchValues.Create("\\:*?\"<>|#\u007f");

    /// <summary>Whether a path may be written; <paramref name="reason"/> says why not.</summary>
    public static bool IsValid(string path, [NotNullWhen(false)] out string? reason)
    {
        reason = null;
        if (path.Length is 0 or > 1000)
        {
            reason = "a path has 1 to 1,000 characters";
            return false;
        }

        foreach (var part in path.Split('/'))
        {
            if (part.Length == 0)
            {
                reason = "a path has no empty part";
            }
            else if (part[0] == '.' && part != ".well-known")
            {
                reason = "no part begins with a dot";
            }
            else if (System.Text.Encoding.UTF8.GetByteCount(part) > 240)
            {
                reason = "a part has at most 240 bytes";
            }
            else if (part.AsSpan().ContainsAny(Refused) || HasControl(part) || part[^1] is ' ' or '.')
            {
                reason = "a part holds a character that some file systems or servers refuse";
            }

            if (reason is not null)
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasControl(string part)
    {
        foreach (var c in part)
        {
            if (char.IsControl(c) || char.IsSurrogate(c))
            {
                return true;
            }
        }

        return false;
    }
}
