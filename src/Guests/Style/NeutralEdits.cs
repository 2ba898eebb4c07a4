using Blog.Redact;

namespace Blog.Guests.Style;

/// <summary>Finds edits that make a text less its writer's: from the tables, where few of the crowd write as the text does.</summary>
internal static class NeutralEdits
{
    private const double Few = 0.1; // share of the crowd's texts that have a word

    private const int LongestPhrase = 6; // words

    private const double ManyForms = 2.0 / 3; // share of short forms from which on a text, or a crowd, is said to prefer them

    private static readonly HashSet<string> ShortForms = [.. StyleTable.Contractions.Select(pair => pair.Short)];

    private static readonly HashSet<(string, string)> LongForms =
        [.. StyleTable.Contractions.Select(pair => pair.Long.Split(' ')).Where(words => words.Length == 2).Select(words => (words[0], words[1]))];

    /// <summary>The edits, by place, none over another.</summary>
    public static IReadOnlyList<StyleEdit> Find(StyleText text, List<StyleText> crowd)
    {
        var edits = new List<StyleEdit>();
        var phrases = Phrases(text);
        foreach (var (kind, word, instead) in StyleTable.NeutralWords)
        {
            switch (kind)
            {
                case "slip":
                    Add(text, phrases, word, instead, StyleEditReason.Misspelling, edits);
                    break;
                case "plain" when phrases.ContainsKey(word) && ShareOf(crowd, word) < Few:
                    Add(text, phrases, word, instead, StyleEditReason.RareWord, edits);
                    break;
                case "tic" when phrases.ContainsKey(word) && ShareOf(crowd, word) < Few:
                    Add(text, phrases, word, instead, StyleEditReason.Filler, edits);
                    break;
                case "variant" when phrases.ContainsKey(word) || phrases.ContainsKey(instead):
                    var (first, second) = (ShareOf(crowd, word), ShareOf(crowd, instead));
                    var (rare, usual) = second > first ? (word, instead) : (instead, word); // of equals the British form, which stands first
                    Add(text, phrases, rare, usual, StyleEditReason.RareSpelling, edits);
                    break;
                case "plain" or "tic" or "variant":
                    break;
                default:
                    throw new InvalidOperationException($"The table of neutral words has a kind that is not known: {kind}.");
            }
        }

        Forms(text, phrases, crowd, edits);
        return WithoutOverlaps(edits);
    }

    /// <summary>All runs of one to six words within a sentence, by their words, with the number of their first word.</summary>
    private static Dictionary<string, List<int>> Phrases(StyleText text)
    {
        var wanted = StyleTable.NeutralWords.SelectMany(row => new[] { row.Word, row.Instead }).Concat(StyleTable.Contractions.SelectMany(pair => new[] { pair.Short, pair.Long })).ToHashSet(StringComparer.Ordinal);
        var phrases = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var first = 0; first < text.Words.Count; first++)
        {
            var phrase = string.Empty;
            for (var i = first; i < Math.Min(first + LongestPhrase, text.Words.Count); i++)
            {
                if (i > first && !text.Plain.AsSpan(text.Words[i - 1].Start + text.Words[i - 1].Length, text.Words[i].Start - text.Words[i - 1].Start - text.Words[i - 1].Length).Trim(" \n").IsEmpty)
                {
                    break;
                }

                phrase += (i > first ? " " : string.Empty) + text.Words[i].Lower;
                if (wanted.Contains(phrase))
                {
                    (phrases.TryGetValue(phrase, out var places) ? places : phrases[phrase] = []).Add(first);
                }
            }
        }

        return phrases;
    }

    private static double ShareOf(List<StyleText> crowd, string phrase) => crowd.Count == 0 ? 0 : crowd.Count(text => Holds(text, phrase)) / (double)crowd.Count;

    private static bool Holds(StyleText text, string phrase)
    {
        var words = phrase.Split(' ');
        for (var first = 0; first + words.Length <= text.Words.Count; first++)
        {
            var i = 0;
            while (i < words.Length && text.Words[first + i].Lower == words[i])
            {
                i++;
            }

            if (i == words.Length)
            {
                return true;
            }
        }

        return false;
    }

    private static void Forms(StyleText text, Dictionary<string, List<int>> phrases, List<StyleText> crowd, List<StyleEdit> edits)
    {
        var (own, usual) = (ShareOfShort(text), ShareOfShort(crowd));
        if (own is null || usual is null || (own.Value >= ManyForms) == (usual.Value >= ManyForms) || (own.Value > 1 - ManyForms && own.Value < ManyForms))
        {
            return; // too few of either to say, or no habit against the crowd's
        }

        foreach (var (shortForm, longForm) in StyleTable.Contractions)
        {
            var (from, to) = usual.Value >= ManyForms ? (longForm, shortForm) : (shortForm, longForm);
            Add(text, phrases, from, to, StyleEditReason.ShortOrLongForm, edits);
        }
    }

    private static double? ShareOfShort(StyleText text) => ShareOfShort([text]);

    private static double? ShareOfShort(List<StyleText> texts)
    {
        const int Fewest = 5;
        int shorts = 0, longs = 0;
        foreach (var text in texts)
        {
            for (var i = 0; i < text.Words.Count; i++)
            {
                shorts += ShortForms.Contains(text.Words[i].Lower) ? 1 : 0;
                longs += i > 0 && LongForms.Contains((text.Words[i - 1].Lower, text.Words[i].Lower)) ? 1 : 0;
            }
        }

        return shorts + longs < Fewest ? null : shorts / (double)(shorts + longs);
    }

    private static void Add(StyleText text, Dictionary<string, List<int>> phrases, string phrase, string instead, StyleEditReason reason, List<StyleEdit> edits)
    {
        foreach (var first in phrases.GetValueOrDefault(phrase) ?? [])
        {
            var last = text.Words[first + phrase.AsSpan().Count(' ')];
            var start = text.Words[first].Start;
            var end = last.Start + last.Length;
            if (text.Plain.AsSpan(start, end - start).Contains('\n'))
            {
                continue; // over a line's end there may be signs of a quotation or list
            }

            if (instead.Length == 0)
            {
                AddCut(text, start, end, edits);
            }
            else
            {
                edits.Add(new StyleEdit(text.ToSource(start, end - start), Cased(text.Plain.AsSpan(start, end - start), instead), reason));
            }
        }
    }

    /// <summary>A filler goes with the blank behind it and the comma that only it needed; where it began a sentence, the next word begins it.</summary>
    private static void AddCut(StyleText text, int start, int end, List<StyleEdit> edits)
    {
        var plain = text.Plain;
        var begins = text.Sentences.Any(sentence => sentence.Start == start);
        var after = end < plain.Length && plain[end] == ',' ? end + 1 : end;
        var before = start >= 2 && plain[start - 1] == ' ' && plain[start - 2] == ',' ? start - 2 : start;
        if (begins)
        {
            var next = after < plain.Length && plain[after] == ' ' ? after + 1 : after;
            if (next < plain.Length && next > after && char.IsLetter(plain[next]))
            {
                edits.Add(new StyleEdit(text.ToSource(start, next + 1 - start), char.ToUpperInvariant(plain[next]).ToString(), StyleEditReason.Filler));
            }
        }
        else if (after < plain.Length && plain[after] == ' ')
        {
            // ", filler, " becomes one blank; " filler " likewise, with the comma on one side kept.
            var cutStart = before < start && after > end ? before : start;
            var cutEnd = cutStart < start ? after : end + 1;
            if (after == end || cutStart < start)
            {
                edits.Add(new StyleEdit(text.ToSource(cutStart, cutEnd - cutStart), string.Empty, StyleEditReason.Filler));
            }
        }
    }

    private static string Cased(ReadOnlySpan<char> source, string instead)
    {
        if (source.Length > 1 && source.IndexOfAnyInRange('a', 'z') < 0 && source.IndexOfAnyInRange('A', 'Z') >= 0)
        {
            return instead.ToUpperInvariant();
        }

        return char.IsUpper(source[0]) || instead.StartsWith("i ", StringComparison.Ordinal) || instead.StartsWith("i'", StringComparison.Ordinal)
            ? char.ToUpperInvariant(instead[0]) + instead[1..] : instead;
    }

    private static List<StyleEdit> WithoutOverlaps(List<StyleEdit> edits)
    {
        var kept = new List<StyleEdit>();
        foreach (var edit in edits.OrderBy(edit => edit.Place.Start).ThenByDescending(edit => edit.Place.Length))
        {
            if (kept.Count == 0 || edit.Place.Start >= kept[^1].Place.End)
            {
                kept.Add(edit);
            }
        }

        return kept;
    }
}
