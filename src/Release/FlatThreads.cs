using Blog.Import;
using Blog.Import.Readers;
using Blog.Model;
using Blog.Moderate;
using Blog.Redact;
using Blog.Release.Citations;
using Blog.Text;
using Blog.Vault;

namespace Blog.Release;

/// <summary>
/// Threads of sources that kept no replies: whom a comment answers is read off its opening, and only there, and is marked as inferred.
/// </summary>
/// <remarks>
/// In this order, and only where one comment alone fits: a clock time that opens the comment and was resolved to one comment; a quote that opens
/// it and stands in one earlier comment; <c>@name</c> of somebody who wrote before, whose latest comment is meant. Comments that are shown as
/// Anonymous and the like have no name to be addressed by. Everything else stays at the top level.
/// </remarks>
internal static class FlatThreads
{
    /// <summary>Fewest letters of a quote: shorter ones stand in many comments.</summary>
    private const int ShortestQuote = 16;

    /// <summary>Longest thread in which quotes are looked for, each in every earlier comment.</summary>
    private const int MostQuoted = 10_000;

    /// <summary>Blogger's day of threaded comments: what was written before answers nobody in any export, unless somebody answered it in a thread later.</summary>
    private static readonly DateTimeOffset BloggerThreads = new(2012, 1, 12, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The thread as <see cref="ThreadAssembler"/> makes it, with inferred parents where its source kept none.</summary>
    public static IReadOnlyList<ThreadNode> Assemble(
        IReadOnlyList<VaultComment> comments, IReadOnlyDictionary<string, CommentNumber> given, ThreadRepairs repairs, VaultPost post, PublicClock clock)
    {
        var nodes = ThreadAssembler.Assemble(comments, given, repairs);
        var isBlogger = post.SourceFormat == "blogger-classic";
        if (!nodes.Any(node => IsFlat(node, isBlogger)))
        {
            return nodes;
        }

        var parents = Infer(nodes, post.Published, clock, isBlogger);
        return parents.Count == 0 ? nodes : ThreadAssembler.Assemble(comments, given, repairs, parents);
    }

    private static bool IsFlat(ThreadNode node, bool isBlogger) =>
        node is { Parent: null, ParentInferred: false, IsPublished: true, Source: { ParentSourceId: null } source }
        && (source.Flags.Contains(EntryFlags.Flat) || (isBlogger && source.Published is { } time && time.Value < BloggerThreads));

    /// <summary>Rows of comments with the row of the comment that each answers, always an earlier one.</summary>
    private static Dictionary<long, long> Infer(IReadOnlyList<ThreadNode> nodes, ImportedTime? published, PublicClock clock, bool isBlogger)
    {
        var said = nodes.Select(node => node is { IsPublished: true, Source: { } source } ? ProseView.Of(source.Markdown) : null).ToList();
        var cited = ThreadCitations.Resolve(nodes, said, published, clock)
            .Where(target => target is { Citation: { Opens: true, IsOwn: false }, Cited.Count: 1 } && target.Cited[0] < target.Citing)
            .GroupBy(target => target.Citing).ToDictionary(targets => targets.Key, targets => targets.First().Cited[0]);
        var words = nodes.Count <= MostQuoted ? said.Select(view => view is null ? string.Empty : Letters(view.Text)).ToList() : null;
        var latest = new Dictionary<string, int>(StringComparer.Ordinal); // folded name to the index of its last comment so far
        var parents = new Dictionary<long, long>();
        for (var i = 0; i < nodes.Count; i++)
        {
            if (IsFlat(nodes[i], isBlogger) && said[i] is { } view
                && (cited.TryGetValue(i, out var parent) ? parent : Quoted(nodes[i].Source!.Markdown, words, i) ?? Addressed(view.Text, latest)) is { } found // not null: flat
                && nodes[found] is { IsPublished: true, Source: { } answered })
            {
                parents[nodes[i].Source!.Row] = answered.Row; // not null: flat
            }

            if (nodes[i] is { IsPublished: true, Source.Author: { Identity: not null, Name: { Length: > 2 } name } })
            {
                latest[NameFolding.Fold(name)] = i;
            }
        }

        return parents;
    }

    /// <summary>The one earlier comment in which the words stand that open this one as a quote; null where none does, or several.</summary>
    private static int? Quoted(string markdown, List<string>? words, int index)
    {
        if (words is null || Letters(Quote(markdown)) is not { Length: >= ShortestQuote } quote)
        {
            return null;
        }

        int? found = null;
        for (var i = 0; i < index; i++)
        {
            if (words[i].Contains(quote, StringComparison.Ordinal))
            {
                if (found is not null)
                {
                    return null;
                }

                found = i;
            }
        }

        return found;
    }

    /// <summary>The quote that opens a text: a block quote, or words between quotation marks or in italics; empty where there is none.</summary>
    private static string Quote(string markdown)
    {
        var text = markdown.TrimStart();
        if (text.StartsWith('>'))
        {
            return string.Join('\n', text.Split('\n').TakeWhile(line => line.StartsWith('>')).Select(line => line.TrimStart('>', ' ')));
        }

        text = text.TrimStart('\\');
        if (text.Length == 0 || text[0] is not ('"' or '“' or '‘' or '«' or '*' or '_'))
        {
            return string.Empty;
        }

        var closing = text[0] switch { '“' => '”', '‘' => '’', '«' => '»', var same => same };
        var start = text.AsSpan().IndexOfAnyExcept(text[0]);
        var end = start < 0 ? -1 : text.IndexOf(closing, start);
        return end < 0 ? string.Empty : text[start..end];
    }

    /// <summary>The latest comment of the one whom <c>@name</c> addresses at the beginning; of names that begin alike the longest.</summary>
    private static int? Addressed(string text, Dictionary<string, int> latest)
    {
        var trimmed = text.TrimStart();
        if (!trimmed.StartsWith('@'))
        {
            return null;
        }

        var folded = NameFolding.Fold(trimmed.Length > 200 ? trimmed[1..200] : trimmed[1..]);
        string? name = null;
        foreach (var known in latest.Keys)
        {
            if (known.Length > (name?.Length ?? 0) && folded.StartsWith(known, StringComparison.Ordinal) && (folded.Length == known.Length || !char.IsLetterOrDigit(folded[known.Length])))
            {
                name = known;
            }
        }

        return name is null ? null : latest[name];
    }

    private static string Letters(string text) => string.Concat(NameFolding.Fold(text).Where(char.IsLetterOrDigit));
}
