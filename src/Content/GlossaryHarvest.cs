using System.Buffers;
using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Blog.Model;
using Blog.Source;

namespace Blog.Content;

/// <summary>Gathers the abbreviations that the public texts explain themselves: "Remote Watcher (RW)", "RW (remote watcher)", "RW is the remote watcher".</summary>
/// <remarks>
/// An explanation counts only where the letters of the abbreviation are the first letters of its words in their order (little words may be passed over), so "RW (see above)" is none. A text counts once.
/// It reads <c>input/</c> alone, in which nothing private stands; what it proposes is confirmed by the editor before any page shows it.
/// </remarks>
public sealed partial class GlossaryHarvest
{
    private const int LongestWords = 8; // of an explanation
    private static readonly string[] Little = ["of", "the", "and", "for", "in", "on", "to", "a", "an", "&"];

    private static readonly SearchValues<char> Marks = SearchValues.Create("[]()<>*_`|");

    private readonly ConcurrentDictionary<(string Term, string Means), int> _explained = new();
    private readonly ConcurrentDictionary<string, (int Used, string? First, string? Last)> _used = new(StringComparer.Ordinal);

    /// <summary>The proposals, the most used first; abbreviations that the glossary has already are left out.</summary>
    /// <param name="index">The published posts and pages.</param>
    /// <param name="reader">Their files.</param>
    /// <param name="token">Stops it.</param>
    public static IReadOnlyList<GlossaryProposal> Of(SiteIndex index, BlogReader reader, CancellationToken token)
    {
        var harvest = new GlossaryHarvest();
        Parallel.ForEach(index.Posts.Concat(index.Pages), new ParallelOptions { CancellationToken = token }, entry =>
        {
            harvest.Add(reader.ReadPost(entry.File).Body, entry.FrontMatter.Date);
            foreach (var comment in reader.ReadThread(entry.File, entry.FrontMatter.Id)?.Comments ?? [])
            {
                harvest.Add(comment.Body, comment.Fields.Date ?? entry.FrontMatter.Date);
            }
        });
        return harvest.Proposals(index.Settings.Glossary);
    }

    /// <summary>Takes one text in.</summary>
    /// <param name="text">Its Markdown.</param>
    /// <param name="date">When it was written; null where unknown.</param>
    internal void Add(string text, PublicDate? date)
    {
        var month = date?.ToString()[..7];
        var used = new HashSet<string>(StringComparer.Ordinal);
        var explained = new HashSet<(string, string)>();
        foreach (var word in Abbreviation().EnumerateMatches(text))
        {
            var term = text.Substring(word.Index, word.Length);
            used.Add(term);
            if (Before(text, word.Index, term) is { } before)
            {
                explained.Add((term, before));
            }

            if (After(text, word.Index + word.Length, term) is { } after)
            {
                explained.Add((term, after));
            }
        }

        foreach (var term in used)
        {
            _used.AddOrUpdate(term, (1, month, month), (_, known) => (known.Used + 1, Earlier(known.First, month), Later(known.Last, month)));
        }

        foreach (var explanation in explained)
        {
            _explained.AddOrUpdate(explanation, 1, (_, count) => count + 1);
        }
    }

    /// <summary>What was gathered, the most used first.</summary>
    /// <param name="known">The glossary.</param>
    internal IReadOnlyList<GlossaryProposal> Proposals(IReadOnlyDictionary<string, GlossaryEntry> known) =>
    [
        .. _explained.Where(pair => !known.ContainsKey(pair.Key.Term))
            .GroupBy(pair => pair.Key.Term, StringComparer.Ordinal)
            .Select(group =>
            {
                var (key, count) = group.GroupBy(pair => pair.Key.Means, StringComparer.OrdinalIgnoreCase)
                    .Select(forms => (Means: forms.OrderByDescending(form => form.Value).ThenBy(form => form.Key.Means, StringComparer.Ordinal).First().Key.Means, Count: forms.Sum(form => form.Value)))
                    .OrderByDescending(form => form.Count).ThenBy(form => form.Means, StringComparer.Ordinal).First();
                var use = _used[group.Key];
                return new GlossaryProposal(group.Key, char.ToUpperInvariant(key[0]) + key[1..], count, use.Used, use.First, use.Last);
            })
            .OrderByDescending(proposal => proposal.Used).ThenBy(proposal => proposal.Term, StringComparer.Ordinal),
    ];

    /// <summary>"Remote Watcher (RW)": the words before the bracket.</summary>
    private static string? Before(string text, int at, string term)
    {
        if (at < 2 || text[at - 1] != '(' || at + term.Length >= text.Length || text[at + term.Length] != ')')
        {
            return null;
        }

        var words = text[Math.Max(0, at - 120)..(at - 1)].Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        for (var count = Math.Min(LongestWords, words.Length); count >= 2; count--)
        {
            if (Means(words[^count..], term) is { } means)
            {
                return means;
            }
        }

        return null;
    }

    /// <summary>"RW (remote watcher)" and "RW is the remote watcher": the words behind.</summary>
    private static string? After(string text, int at, string term)
    {
        if (Opening().Match(text, at) is not { Success: true } opening || opening.Index != at)
        {
            return null;
        }

        var from = at + opening.Length;
        var rest = text[from..Math.Min(text.Length, from + 120)];
        if (rest.AsSpan().IndexOfAny(".,;:)") is >= 0 and var end)
        {
            rest = rest[..end];
        }
        else if (opening.Value.TrimStart().StartsWith('('))
        {
            return null; // the bracket has no end near by
        }

        var words = rest.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        if (opening.Value.TrimStart().StartsWith('('))
        {
            return words.Length is >= 2 and <= LongestWords ? Means(words, term) : null;
        }

        for (var count = 2; count <= Math.Min(LongestWords, words.Length); count++)
        {
            if (Means(words[..count], term) is { } means)
            {
                return means;
            }
        }

        return null;
    }

    /// <summary>The words as a meaning, where their first letters are the abbreviation's; null where they are not.</summary>
    private static string? Means(string[] words, string term)
    {
        if (Array.Exists(words, word => !char.IsLetter(word[0]) && word != "&" || word.AsSpan().ContainsAny(Marks)))
        {
            return null;
        }

        var (letter, isFirstLittle) = (0, Array.IndexOf(Little, words[0].ToLowerInvariant()) >= 0);
        foreach (var word in words)
        {
            if (letter < term.Length && char.ToUpperInvariant(word[0]) == term[letter])
            {
                letter++;
            }
            else if (Array.IndexOf(Little, word.ToLowerInvariant()) < 0)
            {
                return null;
            }
        }

        return letter == term.Length && (!isFirstLittle || char.ToUpperInvariant(words[0][0]) == term[0]) ? string.Join(' ', words) : null;
    }

    private static string? Earlier(string? known, string? month) => known is null || (month is not null && string.CompareOrdinal(month, known) < 0) ? month ?? known : known;

    private static string? Later(string? known, string? month) => known is null || (month is not null && string.CompareOrdinal(month, known) > 0) ? month ?? known : known;

    // Two to eight capitals, a word of their own.
    [GeneratedRegex(@"(?<![\p{L}\p{N}])[A-Z]{2,8}(?![\p{L}\p{N}])", RegexOptions.CultureInvariant)]
    private static partial Regex Abbreviation();

    [GeneratedRegex(@"\G(?: \(| (?:is|was|stands for|means) (?:the |an? )?)", RegexOptions.CultureInvariant)]
    private static partial Regex Opening();
}
