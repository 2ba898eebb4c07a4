using System.Buffers;
using System.Text;

namespace Blog.Text;

/// <summary>
/// Finds UTF-8 that was read as Windows-1252 or as code page 437 (<c>naÃ¯ve</c>, <c>na├»ve</c> for "naïve"), or as a rarer page, and turns it back. A sequence
/// is repaired only where its characters make no sense as they stand; a doubtful one is left alone.
/// </summary>
public static class MojibakeRepair
{
    private const int MaximumPasses = 4; // text goes through at most as many wrong hands in the known cases

    // What a first byte of UTF-8 is shown as, in either code page, and the control characters.
    private static readonly SearchValues<char> Leads = SearchValues.Create(LeadCharacters());

    /// <summary>Whether a text holds a character from which a repair could start; false spares the search.</summary>
    public static bool MayHold(ReadOnlySpan<char> text) => text.IndexOfAny(Leads) >= 0;

    /// <summary>Repairs a text. Repairing the result again changes nothing more than a text of its own would.</summary>
    public static RepairedText Repair(string text)
    {
        if (!MayHold(text))
        {
            return new RepairedText(text, []);
        }
        var current = new Draft(text);
        for (var pass = 0; pass < MaximumPasses; pass++)
        {
            var windows = current.Replace(Windows1252Mojibake.Find(current.Text, current.IsMended), TextRepairKind.Utf8ReadAsWindows1252);
            var dos = current.Replace(CodePage437Mojibake.Find(current.Text), TextRepairKind.Utf8ReadAsCodePage437);
            // The rare ones only where the common ones found nothing: what fits several is the common one.
            var rare = !windows && !dos
                && (current.Replace(RarePageMojibake.Find(current.Text, CodePageTable.MacRoman), TextRepairKind.Utf8ReadAsMacRoman)
                    || current.Replace(RarePageMojibake.Find(current.Text, CodePageTable.Windows1251), TextRepairKind.Utf8ReadAsWindows1251)
                    || current.Replace(RarePageMojibake.Find(current.Text, CodePageTable.Windows1250), TextRepairKind.Utf8ReadAsWindows1250));
            if (!windows && !dos && !rare)
            {
                break;
            }
        }
        current.Replace(Controls(current.Text), TextRepairKind.Windows1252ReadAsLatin1);
        return current.ToRepairedText();
    }

    private static string LeadCharacters()
    {
        var leads = new StringBuilder();
        for (var c = '\u0080'; c <= '\u009F'; c++)
        {
            leads.Append(c);
        }
        for (var value = 0xC2; value <= 0xF4; value++)
        {
            leads.Append(CodePageTable.Windows1252.Character((byte)value)).Append(CodePageTable.CodePage437.Character((byte)value));
            leads.Append(CodePageTable.MacRoman.Character((byte)value)).Append(CodePageTable.Windows1251.Character((byte)value)).Append(CodePageTable.Windows1250.Character((byte)value));
        }
        return leads.ToString();
    }

    /// <summary>Control characters that Windows-1252 uses for quotes, dashes and the like: nobody writes the controls.</summary>
    private static List<MojibakeSequence> Controls(string text)
    {
        var found = new List<MojibakeSequence>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is >= '\u0080' and <= '\u009F' && CodePageTable.Windows1252.Character((byte)text[i]) is var meant && meant != text[i])
            {
                found.Add(new MojibakeSequence(i, 1, meant));
            }
        }
        return found;
    }

    /// <summary>A text under repair that remembers where its characters stood at first.</summary>
    private sealed class Draft(string text)
    {
        private readonly SortedDictionary<int, TextRepairKind> _repairs = [];
        private int[]? _origins;
        private bool[]? _mended;

        public string Text { get; private set; } = text;

        public bool Replace(List<MojibakeSequence> sequences, TextRepairKind kind)
        {
            if (sequences.Count == 0)
            {
                return false;
            }
            var output = new StringBuilder(Text.Length);
            var origins = new List<int>(Text.Length);
            var mended = new List<bool>(Text.Length);
            var next = 0;
            for (var i = 0; i < Text.Length;)
            {
                if (next < sequences.Count && sequences[next].Start == i)
                {
                    var meant = MojibakeReader.ToText(sequences[next].Value);
                    output.Append(meant);
                    origins.AddRange(Enumerable.Repeat(Origin(i), meant.Length));
                    mended.AddRange(Enumerable.Repeat(true, meant.Length));
                    // A character spoilt twice is one repair, named by the first wrong reading found.
                    _repairs.TryAdd(Origin(i), kind);
                    for (var part = i + 1; part < i + sequences[next].Length; part++)
                    {
                        _repairs.Remove(Origin(part));
                    }
                    i += sequences[next++].Length;
                }
                else
                {
                    output.Append(Text[i]);
                    origins.Add(Origin(i));
                    mended.Add(IsMended(i));
                    i++;
                }
            }
            Text = output.ToString();
            _origins = [.. origins];
            _mended = [.. mended];
            return true;
        }

        /// <summary>Whether a character is the work of an earlier pass.</summary>
        public bool IsMended(int at) => _mended is not null && _mended[at];

        public RepairedText ToRepairedText() => new(Text, [.. _repairs.Select(repair => new TextRepair(repair.Key, repair.Value))]);

        private int Origin(int at) => _origins?[at] ?? at;
    }
}
