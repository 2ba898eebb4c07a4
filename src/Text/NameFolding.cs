using System.Text;

namespace Blog.Text;

/// <summary>Brings a person's name or handle into the one form in which two names are compared.</summary>
public static class NameFolding
{
    /// <summary>
    /// The name trimmed, inner white space as single blanks, in lower case (simple case mapping), Latin accents and letter forms folded,
    /// invisible characters dropped. Greek and Cyrillic letters stay what they are: a transliteration would make one person of two.
    /// Never shown: for comparison only.
    /// </summary>
    public static string Fold(string name)
    {
        var folded = new StringBuilder(name.Length);
        var gap = false;
        foreach (var rune in name.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                gap = true;
                continue;
            }
            if (LatinFolding.IsCombiningMark(rune) || InvisibleCharacters.IsInvisible(rune) || Rune.IsControl(rune))
            {
                continue;
            }
            if (gap && folded.Length > 0)
            {
                folded.Append(' ');
            }
            gap = false;
            if (rune.IsAscii)
            {
                folded.Append(char.ToLowerInvariant((char)rune.Value));
            }
            else if (LatinFolding.TryLatin(rune, out var ascii))
            {
                folded.Append(ascii);
            }
            else
            {
                folded.Append(Rune.ToLowerInvariant(rune).ToString());
            }
        }
        return folded.ToString();
    }
}
