using System.Text;

namespace Blog.Text;

/// <summary>Makes the last part of a page address from a title.</summary>
public static class SlugMaker
{
    /// <summary>The slug of a title that holds no letter or digit this program can spell in ASCII.</summary>
    public const string Fallback = "post";

    /// <summary>Longest slug made; longer titles are cut at the last whole word that fits.</summary>
    public const int MaximumLength = 80;

    /// <summary>
    /// A slug <c>[a-z0-9]+(-[a-z0-9]+)*</c> of 1 to <see cref="MaximumLength"/> characters: accents and letter forms folded, Greek and Cyrillic
    /// spelled simply, apostrophes dropped (<c>PO's</c> gives <c>pos</c>), every other run of characters one hyphen. Two titles may give
    /// one slug: telling them apart is the caller's part.
    /// </summary>
    public static string Make(string title)
    {
        var slug = new StringBuilder(Math.Min(title.Length, MaximumLength + 1));
        var gap = false;
        foreach (var rune in title.EnumerateRunes())
        {
            if (IsApostrophe(rune) || LatinFolding.IsCombiningMark(rune))
            {
                continue;
            }
            if (rune.IsAscii)
            {
                var c = (char)rune.Value;
                if (char.IsAsciiLetterOrDigit(c))
                {
                    Append(slug, char.ToLowerInvariant(c), ref gap);
                }
                else
                {
                    gap = true;
                }
            }
            else if (LatinFolding.TryLatin(rune, out var ascii) || LatinFolding.TryTransliterate(rune, out ascii))
            {
                foreach (var c in ascii)
                {
                    if (c == '-')
                    {
                        gap = true;
                    }
                    else
                    {
                        Append(slug, c, ref gap);
                    }
                }
            }
            else
            {
                gap = true;
            }
            if (slug.Length > MaximumLength)
            {
                break;
            }
        }
        return slug.Length == 0 ? Fallback : Cut(slug.ToString());
    }

    private static bool IsApostrophe(Rune rune) => rune.Value is '\'' or 0x2019 or 0x02BC or 0x2018;

    private static void Append(StringBuilder slug, char c, ref bool gap)
    {
        if (gap && slug.Length > 0)
        {
            slug.Append('-');
        }
        gap = false;
        slug.Append(c);
    }

    private static string Cut(string slug)
    {
        if (slug.Length <= MaximumLength)
        {
            return slug;
        }
        if (slug[MaximumLength] == '-')
        {
            return slug[..MaximumLength];
        }
        // A cut inside one giant word keeps its start; otherwise the last whole word that fits ends the slug.
        var end = slug.LastIndexOf('-', MaximumLength - 1);
        return (end > MaximumLength / 2 ? slug[..end] : slug[..MaximumLength]).TrimEnd('-');
    }
}
