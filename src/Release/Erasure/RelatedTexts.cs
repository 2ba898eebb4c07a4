using System.Text.RegularExpressions;
using Blog.Model;
using Blog.Moderate;
using Blog.Redact;
using Blog.Release.Citations;
using Blog.Source;
using Blog.Vault;

namespace Blog.Release.Erasure;

/// <summary>
/// Follows what people of a discussion say of each other's comments from the texts that somebody asks to have erased: who cites them by time or number, whom they call their own, who quotes them.
/// Whoever never had an account is found no other way than by words, signature, and this.
/// </summary>
/// <remarks>
/// Within the discussions of those texts: a clock time means a comment of its own page. Nothing is decided by it; a person looks at each. Of somebody who is found so, the next search can begin with both.
/// </remarks>
public static partial class RelatedTexts
{
    /// <summary>Finds them, in the order of the store's threads and of each page; a text may come more than once, for other reasons.</summary>
    /// <param name="vault">The private store.</param>
    /// <param name="settings">The blog's settings, for its clock.</param>
    /// <param name="units">Posts and comments that are meant.</param>
    public static IReadOnlyList<RelatedText> Of(VaultStore vault, SiteSettings settings, IReadOnlyList<VaultUnit> units)
    {
        units = UnitSearch.WithTwins(vault, units);
        var meant = units.Select(unit => unit.Handle).ToHashSet();
        var book = DecisionBook.Of(vault.Decisions.List());
        var clock = new PublicClock(settings.TimeZone, DatePrecision.Minute);
        return [.. units.Select(unit => unit.PostRow).Distinct().Order().SelectMany(row => InThread(vault, book, clock, row, meant))];
    }

    private static List<RelatedText> InThread(VaultStore vault, DecisionBook book, PublicClock clock, long row, HashSet<VaultHandle> meant)
    {
        var post = vault.Post(row);
        var comments = vault.Comments(row);
        var nodes = ThreadAssembler.Assemble(comments, vault.GivenNumbers.Of(row), ThreadRepairs.Of(book, comments));
        var said = nodes.Select(node => node.Source is { Markdown.Length: > 0 } source ? ProseView.Of(source.Markdown) : null).ToList();
        var found = new List<RelatedText>();
        AddTimes(nodes, said, ThreadCitations.Resolve(nodes, said, post.Published, clock), meant, found);
        AddNumbers(nodes, said, meant, found);
        AddQuotes(post, comments, meant, found);
        var order = nodes.Select((node, index) => (node, index)).Where(each => each.node.Source is not null).ToDictionary(each => each.node.Source!.Handle, each => each.index); // checked
        return [.. found.OrderBy(text => order.GetValueOrDefault(text.Unit, -1)).ThenBy(text => text.Reason).ThenBy(text => text.Start)];
    }

    private static void AddTimes(IReadOnlyList<ThreadNode> nodes, List<ProseView?> said, IReadOnlyList<CitationTarget> citations, HashSet<VaultHandle> meant, List<RelatedText> found)
    {
        foreach (var target in citations)
        {
            if (nodes[target.Citing].Source is not { } citing)
            {
                continue;
            }

            var text = said[target.Citing]!.Text; // not null: a citation was found in it
            var isOwn = target.Citation.IsOwn;
            foreach (var cited in target.Cited)
            {
                if (nodes[cited].Source is not { } other)
                {
                    continue;
                }

                var (isMeant, isFromMeant) = (IsMeant(nodes[cited], meant), IsMeant(nodes[target.Citing], meant));
                if (isMeant && !isFromMeant)
                {
                    found.Add(new RelatedText(citing.Handle, other.Handle, isOwn ? RelatedReason.SaysItsOwn : RelatedReason.CitesTime, target.Cited.Count, text, target.Citation.Start, target.Citation.Length));
                }
                else if (isFromMeant && isOwn && !isMeant)
                {
                    found.Add(new RelatedText(other.Handle, citing.Handle, RelatedReason.CalledTheirOwn, target.Cited.Count, text, target.Citation.Start, target.Citation.Length));
                }
            }
        }
    }

    private static void AddNumbers(IReadOnlyList<ThreadNode> nodes, List<ProseView?> said, HashSet<VaultHandle> meant, List<RelatedText> found)
    {
        var numbers = nodes.Where(node => node.Source is not null && IsMeant(node, meant)).ToDictionary(node => node.Number, node => node.Source!.Handle); // checked
        if (numbers.Count == 0)
        {
            return;
        }

        for (var i = 0; i < nodes.Count; i++)
        {
            if (nodes[i].Source is not { } citing || said[i] is not { } view || IsMeant(nodes[i], meant))
            {
                continue;
            }

            foreach (Match match in Number().Matches(view.Text))
            {
                var cited = match.Groups["number"];
                if (CommentNumber.TryParse(cited.ValueSpan, out var number) && numbers.TryGetValue(number, out var to))
                {
                    found.Add(new RelatedText(citing.Handle, to, RelatedReason.CitesNumber, 1, view.Text, cited.Index, cited.Length));
                }
            }
        }
    }

    /// <summary>Passages of the texts in others, but those that stood in an earlier text: what a comment quotes of the post is the post's.</summary>
    private static void AddQuotes(VaultPost post, IReadOnlyList<VaultComment> comments, HashSet<VaultHandle> meant, List<RelatedText> found)
    {
        var texts = comments.Select(comment => (comment.Handle, comment.Markdown, Time: comment.Published?.Value, Ordinal: (long?)comment.Ordinal))
            .Prepend((post.Handle, post.Markdown, post.Published?.Value, null)).Where(text => text.Markdown.Length > 0).ToList();
        var numbers = new PassageFinder(new byte[PassageFinder.KeyLength], []); // they leave this method as little as the texts do, so any key is good
        foreach (var own in texts.Where(text => meant.Contains(text.Handle)))
        {
            var passages = numbers.NumbersOf(own.Markdown).ToHashSet();
            if (passages.Count == 0)
            {
                continue;
            }

            foreach (var earlier in texts.Where(text => !meant.Contains(text.Handle) && IsBefore(text.Time, text.Ordinal, own.Time, own.Ordinal)))
            {
                passages.ExceptWith(numbers.NumbersOf(earlier.Markdown));
            }

            var finder = new PassageFinder(new byte[PassageFinder.KeyLength], passages);
            foreach (var (handle, markdown, _, _) in texts.Where(text => !meant.Contains(text.Handle)))
            {
                if (finder.Find(markdown) is [var first, ..])
                {
                    found.Add(new RelatedText(handle, own.Handle, RelatedReason.Quotes, 1, markdown, first.Start, first.End - first.Start));
                }
            }
        }
    }

    private static bool IsBefore(DateTimeOffset? time, long? ordinal, DateTimeOffset? other, long? otherOrdinal) =>
        time is { } one && other is { } two && one != two ? one < two : (ordinal ?? -1) < (otherOrdinal ?? -1);

    private static bool IsMeant(ThreadNode node, HashSet<VaultHandle> meant) =>
        (node.Source is { } source && meant.Contains(source.Handle)) || node.Also.Any(same => meant.Contains(same.Handle));

    [GeneratedRegex(@"(?<![\p{L}\p{N}&#])(?:#|(?:comments?|nos?\.?|numbers?|replies|reply|point) +#?)(?<number>[1-9][0-9]{0,6}(?:\.[1-9][0-9]{0,3})?)(?![0-9]|[.:,][0-9]|%)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Number();
}
