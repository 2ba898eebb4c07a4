using System.Collections.Frozen;

namespace Blog.Redact.Tagging;

/// <summary>Under guard: points of the compass that narrow where somebody is ("the north of Oldshire", "a northern city", "HMP NW"); they stand in small letters and in no table.</summary>
internal static class TagCompass
{
    private static readonly FrozenSet<string> Points = Set("north south east west northern southern eastern western north-east north-west south-east south-west northeast northwest southeast southwest");

    private static readonly FrozenSet<string> Short = Set("NW NE SW SE");

    /// <summary>What is narrowed, right after it or behind one other word.</summary>
    private static readonly FrozenSet<string> Narrowed = Set("area areas borough city coast constituency county counties court district division office offices parish prison region suburb town towns valley village");

    /// <summary>The stretches of a document with such words that none of them covers yet, in order.</summary>
    public static List<TagSpan> With(TagDocument document, List<TagSpan> spans)
    {
        var taken = new bool[document.Tokens.Length];
        foreach (var span in spans.Where(span => span.Type != TagType.OtherName))
        {
            taken.AsSpan(span.First, span.After - span.First).Fill(true);
        }

        var found = new List<TagSpan>();
        for (var i = 0; i < taken.Length; i++)
        {
            if (!taken[i] && Is(document, Short, i) && document.Tokens[i].Is(TagForms.AllCapitals))
            {
                var first = i > 0 && !document.Tokens[i].Is(TagForms.OpensLine) && !taken[i - 1] && document.Tokens[i - 1].Is(TagForms.AllCapitals) ? i - 1 : i;
                found.Add(new TagSpan(first, i + 1, TagType.Place, 0, false));
            }
            else if (Is(document, Points, i) && EndOfPlace(document, i) is var after and > 0 && taken.AsSpan(i, after - i).Contains(false)) // of "north of Ockershire" the weights may know all but "of"
            {
                found.Add(new TagSpan(i, after, TagType.Place, 0, false));
                i = after - 1;
            }
        }

        return found.Count == 0 ? spans : [.. spans.Concat(found).OrderBy(span => span.First)];
    }

    /// <summary>Where the words end that a point of the compass opens: "of" and a name belong to it, an ordinary word that is narrowed does not; 0 where it narrows nothing.</summary>
    private static int EndOfPlace(TagDocument document, int i)
    {
        var tokens = document.Tokens;
        if (i + 2 < tokens.Length && document.TextOf(i + 1) is "of" && tokens[i + 2].Is(TagForms.Capital) && !tokens[i + 2].Is(TagForms.OpensLine))
        {
            return i + 3;
        }

        return Is(document, Narrowed, i + 1) || (Is(document, Narrowed, i + 2) && tokens[i + 1].Is(TagForms.Word)) ? i + 1 : 0;
    }

    private static bool Is(TagDocument document, FrozenSet<string> words, int i) => i < document.Tokens.Length && words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(document.TextOf(i));

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
