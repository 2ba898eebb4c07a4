using System.Collections.Frozen;
using System.Text;
using Blog.Text;

namespace Blog.Pages;

/// <summary>Knows what the theme writes on pages and in feeds whatever a person wrote (table <c>page-words.table.txt</c>): the safety check knows by it what no person wrote.</summary>
/// <remarks>
/// A moderator who takes "comment" or "needed" out of a text takes it out of the text. It goes on standing in a class of the markup and in the foot of every page, where it tells nobody anything;
/// a check that refused it there would refuse the site for ever. A word is known only where all of it is the program's: a whole name, a whole value, a whole sentence.
/// </remarks>
internal static class PageWords
{
    private const int Longest = 120; // letters

    private static readonly FrozenSet<string> Elements = Cells("element").Select(cells => cells[1]).ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Attributes = Cells("attribute").Select(cells => cells[1]).ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Values = Cells("value").Select(cells => cells[1] + "=" + cells[2]).ToFrozenSet(StringComparer.Ordinal);
    private static readonly byte[][] Texts = [.. Cells("text").Select(cells => Encoding.UTF8.GetBytes(cells[1])).OrderByDescending(text => text.Length)];

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ElementLookup = Elements.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AttributeLookup = Attributes.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ValueLookup = Values.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether the theme writes elements of this name, given as it stands in the file.</summary>
    public static bool IsElement(ReadOnlySpan<byte> name) => Has(ElementLookup, name);

    /// <summary>Whether the theme writes attributes of this name.</summary>
    public static bool IsAttribute(ReadOnlySpan<byte> name) => Has(AttributeLookup, name);

    /// <summary>Whether the theme writes this whole value of an attribute by itself, as it stands in the file, character references and all.</summary>
    public static bool IsValue(ReadOnlySpan<byte> attribute, ReadOnlySpan<byte> value)
    {
        Span<char> letters = stackalloc char[Longest];
        if (attribute.Length + 1 + value.Length > Longest || !Ascii.IsValid(attribute) || !Ascii.IsValid(value))
        {
            return false;
        }

        var length = Encoding.ASCII.GetChars(attribute, letters);
        letters[length++] = '=';
        length += Encoding.ASCII.GetChars(value, letters[length..]);
        return ValueLookup.Contains(letters[..length]);
    }

    /// <summary>Whether a text between two tags is sentences of the frame and nothing else, blanks between them.</summary>
    public static bool IsText(ReadOnlySpan<byte> text)
    {
        text = text.Trim(" \r\n"u8);
        if (text.IsEmpty)
        {
            return false;
        }

        while (!text.IsEmpty)
        {
            var length = SentenceAt(text);
            if (length == 0)
            {
                return false;
            }

            text = text[length..].TrimStart(" \r\n"u8);
        }

        return true;
    }

    private static int SentenceAt(ReadOnlySpan<byte> text)
    {
        foreach (var sentence in Texts)
        {
            if (text.StartsWith(sentence) && (text.Length == sentence.Length || text[sentence.Length] is (byte)' ' or (byte)'\n'))
            {
                return sentence.Length;
            }
        }

        return 0;
    }

    private static bool Has(FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> set, ReadOnlySpan<byte> word)
    {
        Span<char> letters = stackalloc char[Longest];
        return word.Length <= Longest && Ascii.IsValid(word) && set.Contains(letters[..Encoding.ASCII.GetChars(word, letters)]);
    }

    private static IEnumerable<string[]> Cells(string kind) => EmbeddedText.Rows("Pages.page-words").Where(cells => cells[0] == kind);
}
