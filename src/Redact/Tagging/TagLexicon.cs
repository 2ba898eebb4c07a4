using System.Runtime.InteropServices;
using Blog.Redact.Facts;
using Blog.Text;

namespace Blog.Redact.Tagging;

/// <summary>Knows of words and phrases what they may tell of a person's case: jobs, nations, illnesses, offences, units, courts; a bit a sort, at most 64.</summary>
/// <remarks>
/// Words are compared by their hashes (<see cref="TagToken.Word"/>), so letter case does not count. The sorts are the rows of <c>case-words.table.txt</c>, then tables of the fact finder.
/// The order of both is part of what the shipped weights mean.
/// </remarks>
internal static class TagLexicon
{
    private static readonly string[] FactTables = ["occupations", "roles", "health", "degrees", "subjects", "events", "relatives", "workplaces", "statuses", "employers"];

    private static readonly Dictionary<uint, ulong> Words = [];
    private static readonly Dictionary<uint, List<(uint[] Words, ulong Sort)>> Phrases = [];

    static TagLexicon()
    {
        var sort = 0;
        foreach (var row in EmbeddedText.Rows("Redact.Tagging.case-words"))
        {
            AddAll(row[1], sort++, withPlural: true);
        }

        foreach (var table in FactTables)
        {
            foreach (var row in FactTable.Read("Lexicon." + table))
            {
                AddAll(row.Length > 1 ? row[1] : row[0], sort, withPlural: true);
            }

            sort++;
        }

        foreach (var row in FactTable.Read("Lexicon.countries"))
        {
            for (var cell = 1; cell < row.Length; cell++) // countries, who comes from there, cities
            {
                AddAll(row[cell], sort + cell - 1, withPlural: cell == 2);
            }
        }
    }

    /// <summary>Marks what each word is, by itself or in a phrase; phrases do not cross lines.</summary>
    public static void Mark(TagToken[] tokens)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            if (!tokens[i].Is(TagForms.Word))
            {
                continue;
            }

            tokens[i].Sorts |= Words.GetValueOrDefault(tokens[i].Word);
            if (Phrases.TryGetValue(tokens[i].Word, out var phrases))
            {
                foreach (var (words, sort) in phrases)
                {
                    Mark(tokens, i, words, sort);
                }
            }
        }
    }

    private static void Mark(TagToken[] tokens, int start, uint[] words, ulong sort)
    {
        if (start + words.Length > tokens.Length)
        {
            return;
        }

        for (var i = 1; i < words.Length; i++)
        {
            if (tokens[start + i].Word != words[i] || tokens[start + i].Is(TagForms.OpensLine))
            {
                return;
            }
        }

        for (var i = 0; i < words.Length; i++)
        {
            tokens[start + i].Sorts |= sort;
        }
    }

    private static void AddAll(string cell, int sort, bool withPlural)
    {
        foreach (var part in FactTable.Parts(cell))
        {
            var phrase = part.TrimStart('!'); // the fact finder's sign for "with a capital alone"
            Add(phrase, 1UL << sort);
            if (withPlural && phrase.Length > 2)
            {
                Add(PluralOf(phrase), 1UL << sort);
            }
        }
    }

    private static string PluralOf(string phrase) =>
        phrase.EndsWith('y') && !"aeiou".Contains(phrase[^2], StringComparison.Ordinal) ? phrase[..^1] + "ies"
        : phrase.EndsWith('s') || phrase.EndsWith('x') || phrase.EndsWith("ch", StringComparison.Ordinal) || phrase.EndsWith("sh", StringComparison.Ordinal) ? phrase + "es"
        : phrase.EndsWith("man", StringComparison.Ordinal) ? phrase[..^3] + "men"
        : phrase + "s";

    private static void Add(string phrase, ulong sort)
    {
        var (words, position) = (new List<uint>(), 0);
        while (TagTokenReader.TryNext(phrase, ref position, out var start, out _))
        {
            words.Add(TagHash.OfWord(phrase.AsSpan(start, position - start)));
        }

        if (words is [var only])
        {
            CollectionsMarshal.GetValueRefOrAddDefault(Words, only, out _) |= sort;
            return;
        }

        ref var phrases = ref CollectionsMarshal.GetValueRefOrAddDefault(Phrases, words[0], out _);
        (phrases ??= []).Add(([.. words], sort));
    }
}
