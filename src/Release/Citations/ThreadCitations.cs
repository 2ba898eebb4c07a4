using Blog.Import;
using Blog.Model;
using Blog.Redact;

namespace Blog.Release.Citations;

/// <summary>The time citations of one thread: found in its texts and resolved from its times.</summary>
internal static class ThreadCitations
{
    /// <summary>Finds and resolves them: those that still stand in what will be published, by their places there.</summary>
    /// <param name="nodes">The thread.</param>
    /// <param name="said">The prose of each comment's text as the old page showed it, by index; null where there is none. It is only read: what people echo of
    /// each other tells whom they mean, also where it is held or taken out.</param>
    /// <param name="views">The prose of each comment's text as it will be published, by index; null where it will not.</param>
    /// <param name="published">When the post was published; null where lost.</param>
    /// <param name="clock">The blog's clock.</param>
    public static IReadOnlyList<CitationTarget> Of(
        IReadOnlyList<ThreadNode> nodes, IReadOnlyList<ProseView?> said, IReadOnlyList<ProseView?> views, ImportedTime? published, PublicClock clock)
    {
        var names = NamesOf(nodes);
        return [.. Resolve(nodes, said, published, clock).GroupBy(target => target.Citing).SelectMany(targets => Published([.. targets], said[targets.Key], views[targets.Key], names))];
    }

    /// <summary>Finds and resolves them in the texts as the old page showed them, by their places there; the arguments are those of <see cref="Of"/>.</summary>
    public static IReadOnlyList<CitationTarget> Resolve(IReadOnlyList<ThreadNode> nodes, IReadOnlyList<ProseView?> said, ImportedTime? published, PublicClock clock)
    {
        var names = NamesOf(nodes);
        var citations = said.Select(view => view is null ? [] : CitationFinder.Find(view.Text, names)).ToList();
        if (citations.TrueForAll(found => found.Count == 0))
        {
            return [];
        }

        var comments = nodes.Select((node, index) => new CitedComment
        {
            Parent = node.Parent,
            Also = [.. node.Also.Select(same => Shown(same.Published, clock)).OfType<DateTime>()],
            WasShown = node.Source is null or { Visibility: Visibility.Public },
            Text = said[index]?.Text ?? string.Empty,
            Shown = Shown(node.Source?.Published, clock),
            Identity = node.Source?.Author?.Identity,
            Name = node.Source?.Author?.Name,
        }).ToList();
        return CitationResolver.Resolve(comments, citations, Start(published, clock), published is not { Precision: DatePrecision.Minute });
    }

    /// <summary>Names that stand beside comments of a thread.</summary>
    public static HashSet<string> NamesOf(IReadOnlyList<ThreadNode> nodes) => nodes.Select(node => node.Source?.Author).OfType<Vault.VaultPerson>()
        .Where(author => author is { Identity: not null, Name.Length: > 2 }).Select(author => author.Name!.Trim()).ToHashSet(StringComparer.Ordinal);

    /// <summary>
    /// The same citations at their places in the published text: both texts have them in one order, and a redaction only takes some away, so each is the next
    /// one that has the same words.
    /// </summary>
    public static List<CitationTarget> Published(List<CitationTarget> targets, ProseView? said, ProseView? view, HashSet<string> names)
    {
        if (said is null || view is null || ReferenceEquals(said, view) || said.Text == view.Text)
        {
            return view is null ? [] : targets;
        }

        targets.Sort((left, right) => left.Citation.Start.CompareTo(right.Citation.Start));
        var standing = new List<CitationTarget>();
        var next = 0;
        foreach (var citation in CitationFinder.Find(view.Text, names))
        {
            var words = view.Text.AsSpan(citation.Start, citation.Length);
            var at = next;
            while (at < targets.Count && !said.Text.AsSpan(targets[at].Citation.Start, targets[at].Citation.Length).SequenceEqual(words))
            {
                at++;
            }

            if (at < targets.Count)
            {
                standing.Add(targets[at] with { Citation = citation });
                next = at + 1;
            }
        }

        return standing;
    }

    private static DateTime? Shown(ImportedTime? time, PublicClock clock) =>
        time is { Precision: DatePrecision.Minute } ? Minute(clock.AsShown(time.Value).DateTime) : null;

    /// <summary>A post's time is a lower limit: its minute, or the first of its day or month.</summary>
    private static DateTime? Start(ImportedTime? time, PublicClock clock) => time?.Precision switch
    {
        null => null,
        DatePrecision.Minute => Minute(clock.AsShown(time.Value).DateTime),
        DatePrecision.Day => time.Value.Date,
        DatePrecision.Month => new DateTime(time.Value.Year, time.Value.Month, 1),
        _ => throw new ArgumentOutOfRangeException(nameof(time), time.Precision, "No such precision."),
    };

    private static DateTime Minute(DateTime time) => new(time.Ticks - (time.Ticks % TimeSpan.TicksPerMinute), DateTimeKind.Unspecified);
}
