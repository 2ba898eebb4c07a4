using System.Text;

namespace Blog.Text;

/// <summary>A text reduced to the letters and digits by which two spellings are compared, with the way back to the source. Never shown, never published.</summary>
/// <remarks>
/// Case, compatibility forms (full-width, ligatures, circled), combining marks, invisible characters and look-alikes of other scripts are
/// folded away; blanks, punctuation and signs are no letters but part words. Folding a folded text changes nothing. A link's address in
/// Markdown (<c>](…)</c>) comes after everything else, so that a word which is a link in part is whole. See <c>docs/folding.md</c>.
/// </remarks>
public sealed class FoldedText
{
    private readonly char[]? _shapes;
    private readonly int[] _starts;
    private readonly int[] _ends;
    private readonly ushort[] _traits;
    private readonly int[] _odd;

    internal FoldedText(string letters, char[]? shapes, int[] starts, int[] ends, ushort[] traits, int[] odd)
    {
        Letters = letters;
        _shapes = shapes;
        _starts = starts;
        _ends = ends;
        _traits = traits;
        _odd = odd;
    }

    /// <summary>The folded letters and digits.</summary>
    public string Letters { get; }

    /// <summary>Number of folded positions.</summary>
    public int Length => Letters.Length;

    internal FoldedLetters Read => new(Letters, _shapes, _starts, _ends, _traits, _odd);

    /// <summary>Folds a text; half a surrogate pair is a gap.</summary>
    public static FoldedText Of(string text)
    {
        var folder = new TextFolder();
        List<(int Start, int End)>? addresses = null;
        for (var i = 0; i < text.Length;)
        {
            if (text[i] == ']' && AddressAfter(text, i) is var end && end > 0)
            {
                folder.Part(LetterGap.Soft);
                (addresses ??= []).Add((i + 2, end));
                i = end + 1;
                continue;
            }

            i += Append(folder, text, i);
        }

        foreach (var (start, end) in addresses ?? [])
        {
            folder.Part(LetterGap.Wall);
            for (var i = start; i < end;)
            {
                i += Append(folder, text, i);
            }
        }

        return folder.ToFoldedText();
    }

    /// <summary>UTF-16 offset in the source where the character of a folded position begins.</summary>
    public int StartOf(int position) => _starts[position];

    /// <summary>UTF-16 offset in the source after the character of a folded position.</summary>
    public int EndOf(int position) => _ends[position];

    /// <summary>Whether a word may begin at a folded position.</summary>
    public bool IsWordStart(int position) => (_traits[position] & (ushort)LetterTraits.WordStart) != 0;

    /// <summary>Whether a word may end with a folded position.</summary>
    public bool IsWordEnd(int position) => (_traits[position] & (ushort)LetterTraits.WordEnd) != 0;

    /// <summary>Length only, so that no folded text gets into a message.</summary>
    public override string ToString() => $"FoldedText({Length})";

    private static int Append(TextFolder folder, string text, int at)
    {
        var taken = Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length) == System.Buffers.OperationStatus.Done;
        if (taken)
        {
            folder.Append(rune.Value, at, at + length);
        }
        else
        {
            folder.Part(LetterGap.Space);
        }

        return Math.Max(1, length);
    }

    /// <summary>Index of the bracket that closes the address of an inline link whose words end at <paramref name="at"/>; 0 where there is none.</summary>
    private static int AddressAfter(string text, int at)
    {
        const int longest = 2000;
        if (at + 1 >= text.Length || text[at + 1] != '(')
        {
            return 0;
        }

        var depth = 0;
        for (var i = at + 1; i < Math.Min(text.Length, at + longest); i++)
        {
            switch (text[i])
            {
                case '(':
                    depth++;
                    break;
                case ')' when --depth == 0:
                    return i;
                case '\n':
                    return 0;
                default:
                    break;
            }
        }

        return 0;
    }
}
