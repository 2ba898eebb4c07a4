using System.Security.Cryptography;
using System.Text;

namespace Blog.Content;

/// <summary>Gives labels and series their file names.</summary>
/// <remarks>
/// <para>A slug is the name in lower case with every run of other characters than <c>a-z0-9</c> as one <c>-</c>. Where that loses a
/// letter of another script, is empty or too long, or two names meet in one slug, eight hex digits of the SHA-256 of the name are
/// added: the name is published, so its hash tells nothing new, and no other label can move an address that was given once.
/// Of names that meet, only one that is its own slug keeps it bare.</para>
/// <para>A name with a redaction mark gets the hash alone: what stands around the mark may say what it hides, and an address is copied
/// to places that no later decision reaches.</para>
/// </remarks>
internal static class GroupSlugs
{
    private const int MaxLength = 80;

    // The folder's own page lists all labels or series.
    private const string IndexPage = "index";

    /// <summary>One slug for each name; the names are distinct.</summary>
    public static IReadOnlyDictionary<string, string> Of(IReadOnlyCollection<string> names)
    {
        var bare = new Dictionary<string, string>(names.Count);
        var uses = new Dictionary<string, int>(names.Count) { [IndexPage] = 1 };
        foreach (var name in names)
        {
            var slug = Bare(name);
            bare.Add(name, slug);
            uses[slug] = uses.GetValueOrDefault(slug) + 1;
        }

        var slugs = new Dictionary<string, string>(names.Count);
        foreach (var (name, slug) in bare)
        {
            slugs.Add(name, uses[slug] == 1 || (slug == name && slug != IndexPage) || HasHash(name) ? slug : slug + "-" + Hash(name));
        }

        return slugs;
    }

    private static string Bare(string name)
    {
        if (IsMarked(name))
        {
            return "topic-" + Hash(name);
        }

        var slug = Letters(name);
        if (!HasHash(name))
        {
            return slug;
        }

        return slug.Length == 0 ? "topic-" + Hash(name) : slug[..Math.Min(slug.Length, MaxLength)].TrimEnd('-') + "-" + Hash(name);
    }

    private static string Letters(string name)
    {
        var slug = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                slug.Append(char.ToLowerInvariant(c));
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return slug.ToString().TrimEnd('-');
    }

    private static bool IsMarked(string name) => name.Contains("[redacted", StringComparison.OrdinalIgnoreCase);

    // Whether the bare slug alone would not do; such a slug already carries its hash.
    private static bool HasHash(string name)
    {
        if (IsMarked(name))
        {
            return true;
        }

        foreach (var c in name)
        {
            if (!char.IsAscii(c) && char.IsLetterOrDigit(c))
            {
                return true;
            }
        }

        var slug = Letters(name);
        return slug.Length is 0 or > MaxLength;
    }

    private static string Hash(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 4));
}
