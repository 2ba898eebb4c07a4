using Blog.Redact.Gazetteers;

namespace Blog.Redact.Tagging;

/// <summary>Under guard: words with a capital inside a sentence that are no ordinary words and stand nowhere in small letters, and names that open a line or a sentence. An unusual name looks like that, and no table or weight has to know it.</summary>
internal static class TagUnknownNames
{
    private const WordClass Known = WordClass.Common | WordClass.Title | WordClass.Month | WordClass.Weekday | WordClass.OfficeWord | WordClass.Institution | WordClass.PublicOffice | WordClass.NamedThing | WordClass.Service | WordClass.NumberWord;
    private const int Shortest = 3;
    private const byte StandsSmall = 4; // TagToken.Elsewhere: the word stands in small letters too

    /// <summary>The stretches of a document with such words that none of them covers yet, in order.</summary>
    public static List<TagSpan> With(TagDocument document, List<TagSpan> spans)
    {
        var taken = new bool[document.Tokens.Length];
        foreach (var span in spans.Where(span => span.Type != TagType.OtherName)) // products and works are not reported
        {
            taken.AsSpan(span.First, span.After - span.First).Fill(true);
        }

        var unknown = spans.Where(span => span.Type == TagType.Person && OpensLineBefore(document, span, taken)).Select(span => new TagSpan(span.First - 1, span.First, TagType.Person, 0, false)).ToList();
        for (var i = 0; i < taken.Length; i++)
        {
            var token = document.Tokens[i];
            if (!taken[i] && IsTold(document, i))
            {
                unknown.Add(new TagSpan(i, i + 1, TagType.Person, 0, false));
                continue;
            }

            if (taken[i] || !IsUnknown(token) || token.Is(TagForms.OpensSentence))
            {
                continue;
            }

            var (first, after) = (i, i + 1);
            while (after < taken.Length && !taken[after] && IsUnknown(document.Tokens[after]) && !document.Tokens[after].Is(TagForms.OpensLine))
            {
                after++;
            }

            if (i > 0 && !taken[i - 1] && !token.Is(TagForms.OpensLine) && document.Tokens[i - 1] is var before && before.Is(TagForms.Capital) && (before.Is(TagForms.OpensLine) || IsUnknown(before)))
            {
                first--; // a first name that opens the line or sentence, as in the line under a title
            }

            taken.AsSpan(first, after - first).Fill(true);
            unknown.Add(new TagSpan(first, after, TagType.Person, 0, false));
        }

        return unknown.Count == 0 ? spans : [.. spans.Concat(unknown).OrderBy(span => span.First)];
    }

    /// <summary>Whether the word before a person opens the line and has a capital: the first name of a line that is a name, whatever else the word means.</summary>
    private static bool OpensLineBefore(TagDocument document, TagSpan person, bool[] taken) =>
        person.First > 0 && !taken[person.First - 1] && !document.Tokens[person.First].Is(TagForms.OpensLine) && document.Tokens[person.First - 1] is var before && before.Is(TagForms.OpensLine) && before.Is(TagForms.Capital) && document.Lines[document.LineOf(person.First)].After == person.After;

    /// <summary>Whether a surname, ordinary word or not, opens a sentence and is told of at once ("Price, who was").</summary>
    private static bool IsTold(TagDocument document, int i) =>
        i + 2 < document.Tokens.Length && document.Tokens[i] is var token && token.Is(TagForms.Capital) && token.Is(WordClass.Surname) && document.TextOf(i + 1) is "," or "." && document.TextOf(i + 2) is "who" or "whose";

    private static bool IsUnknown(in TagToken token) =>
        token.Is(TagForms.Capital) && !token.Is(TagForms.AllCapitals | TagForms.Digit) && !token.Is(Known) && token.Elsewhere < StandsSmall && token.End - token.Start >= Shortest && token.Phrases == 0;
}
