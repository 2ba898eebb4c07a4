using System.Text;

namespace Blog.Text;

/// <summary>
/// Knows the characters that show nothing: zero-width, bidirectional controls, fillers and non-characters. They hide names from a search,
/// turn text around on the page and fake a name that looks like another's.
/// Source: Default_Ignorable_Code_Point of Unicode 15.0.0 (DerivedCoreProperties.txt) without variation selectors, and the
/// bidirectional controls of UAX 9.
/// </summary>
public static class InvisibleCharacters
{
    /// <summary>Whether the character shows nothing by itself. Joiners count too: <see cref="IsJoiner"/> tells them apart.</summary>
    public static bool IsInvisible(Rune rune) => rune.Value switch
    {
        0x00AD or 0x034F or 0x061C or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x180E => true,
        >= 0x200B and <= 0x200F => true,
        >= 0x202A and <= 0x202E => true,
        >= 0x2060 and <= 0x206F => true,
        0x3164 or 0xFEFF or 0xFFA0 => true,
        >= 0xFFF0 and <= 0xFFFC => true,
        >= 0xFDD0 and <= 0xFDEF => true,
        >= 0x1BCA0 and <= 0x1BCA3 => true,
        >= 0x1D173 and <= 0x1D17A => true,
        >= 0xE0000 and <= 0xE00FF => true,
        >= 0xE01F0 and <= 0xE0FFF => true,
        _ => (rune.Value & 0xFFFE) == 0xFFFE,
    };

    /// <summary>Zero-width joiner and non-joiner: they mean something between letters of Arabic and Indic scripts and inside an emoji.</summary>
    public static bool IsJoiner(Rune rune) => rune.Value is 0x200C or 0x200D;
}
