using System.Collections.Frozen;

namespace Blog.Text;

/// <summary>Bytes 0x80 to 0xFF of the two code pages as which UTF-8 is most often misread.</summary>
internal sealed class CodePageTable
{
    /// <summary>
    /// Windows-1252 after the WHATWG Encoding standard (index-windows-1252): the five bytes it leaves open are the control characters. Latin-1's
    /// own reading of 0x80 to 0x9F counts too, since both occur in one text.
    /// </summary>
    public static readonly CodePageTable Windows1252 = new(
        "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ"
        + string.Concat(Enumerable.Range(0xA0, 0x60).Select(c => (char)c)),
        hasLatin1: true);

    /// <summary>Code page 437 after the Unicode consortium's table VENDORS/MICSFT/PC/CP437.TXT.</summary>
    public static readonly CodePageTable CodePage437 = new(
        "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00A0",
        hasLatin1: false);

    /// <summary>The old Macintosh's own page, after the Unicode consortium's table VENDORS/APPLE/ROMAN.TXT.</summary>
    public static readonly CodePageTable MacRoman = new(
        "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00A0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uF8FFÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ",
        hasLatin1: false);

    /// <summary>Windows-1251 (Cyrillic) after the WHATWG Encoding standard (index-windows-1251).</summary>
    public static readonly CodePageTable Windows1251 = new(
        "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u0098™љ›њќћџ\u00A0ЎўЈ¤Ґ¦§Ё©Є«¬\u00AD®Ї°±Ііґµ¶·ё№є»јЅѕїАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя",
        hasLatin1: false);

    /// <summary>Windows-1250 (Central Europe) after the WHATWG Encoding standard (index-windows-1250).</summary>
    public static readonly CodePageTable Windows1250 = new(
        "€\u0081‚\u0083„…†‡\u0088‰Š‹ŚŤŽŹ\u0090‘’“”•–—\u0098™š›śťžź\u00A0ˇ˘Ł¤Ą¦§¨©Ş«¬\u00AD®Ż°±˛ł´µ¶·¸ąş»Ľ˝ľżŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙",
        hasLatin1: true);

    private readonly FrozenDictionary<char, byte> _bytes;
    private readonly string _characters;

    private CodePageTable(string characters, bool hasLatin1)
    {
        _characters = characters;
        var bytes = new Dictionary<char, byte>();
        for (var i = 0; i < characters.Length; i++)
        {
            bytes[characters[i]] = (byte)(0x80 + i);
        }
        for (var c = 0x80; hasLatin1 && c < 0xA0; c++)
        {
            bytes[(char)c] = (byte)c;
        }
        _bytes = bytes.ToFrozenDictionary();
    }

    /// <summary>The byte that is shown as a character; false for ASCII and for characters the page does not have.</summary>
    public bool TryGetByte(char character, out byte value) => _bytes.TryGetValue(character, out value);

    /// <summary>The character of a byte of 0x80 or more.</summary>
    public char Character(byte value) => _characters[value - 0x80];
}
