using System.Security.Cryptography;
using System.Text;
using Blog.Text;

namespace Blog.Content;

/// <summary>Gives labels and series their file names.</summary>
/// <remarks>
/// <para>A name that spells nothing in ASCII, and names that meet in one slug, get eight hex digits of the SHA-256 of the name: the name is
/// published, so its hash tells nothing new, and no label that comes later can move an address that was given once. Of names that
/// meet, only one that is its own slug keeps it bare.</para>
/// <para>A name with a redaction mark gets the hash alone: what stands around the mark may say what it hides, and an address is copied
/// to places that no later decision reaches.</para>
/// </remarks>
internal static class GroupSlugs
{
    private const string Neutral = "topic";

    // The folder's own page lists all labels or series.
    private const string IndexPage = "index";

    /// <summary>One slug for each name; the names are distinct.</summary>
    public static IReadOnlyDictionary<string, string> Of(IReadOnlyCollection<string> names)
    {
        var bare = new Dictionary<string, string>(names.Count);
        var uses = new Dictionary<string, int>(names.Count) { [Neutral] = 2, [SlugMaker.Fallback] = 2, [IndexPage] = 2 };
        foreach (var name in names)
        {
            var slug = name.Contains(RedactionMark.Opening, StringComparison.OrdinalIgnoreCase) ? Neutral : SlugMaker.Make(name);
            bare.Add(name, slug);
            uses[slug] = uses.GetValueOrDefault(slug) + 1;
        }

        var slugs = new Dictionary<string, string>(names.Count);
        foreach (var (name, slug) in bare)
        {
            var isReserved = slug is Neutral or SlugMaker.Fallback or IndexPage;
            slugs.Add(name, uses[slug] == 1 || (slug == name && !isReserved) ? slug : slug + "-" + Hash(name));
        }

        return slugs;
    }

    private static string Hash(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 4));
}
