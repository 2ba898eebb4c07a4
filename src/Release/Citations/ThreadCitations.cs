using Blog.Import;
using Blog.Model;
using Blog.Redact;

namespace Blog.Release.Citations;

/// <summary>The time citations of one thread: found in its texts and resolved from its times.</summary>
internal static class ThreadCitations
{
    /// <summary>Finds and resolves them.</summary>
    /// <param name="nodes">The thread.</param>
    /// <param name="views">The prose of each comment's text as imported, by index; null where there is none.</param>
    /// <param name="published">When the post was published; null where lost.</param>
    /// <param name="clock">The blog's clock.</param>
    public static IReadOnlyList<CitationTarget> Of(
        IReadOnlyList<ThreadNode> nodes, IReadOnlyList<ProseView?> views, ImportedTime? published, PublicClock clock)
    {
        var names = nodes.Select(node => node.Source?.Author).OfType<Vault.VaultPerson>()
            .Where(author => author is { Identity: not null, Name.Length: > 2 }).Select(author => author.Name!.Trim()).ToHashSet(StringComparer.Ordinal);
        var citations = views.Select(view => view is null ? [] : CitationFinder.Find(view.Text, names)).ToList();
        if (citations.TrueForAll(found => found.Count == 0))
        {
            return [];
        }

        var comments = nodes.Select((node, index) => new CitedComment
        {
            Parent = node.Parent,
            WasShown = node.Source is null or { Visibility: Visibility.Public },
            Text = views[index]?.Text ?? string.Empty,
            Shown = Shown(node.Source?.Published, clock),
            Identity = node.Source?.Author?.Identity,
            Name = node.Source?.Author?.Name,
        }).ToList();
        return CitationResolver.Resolve(comments, citations, Start(published, clock), published is not { Precision: DatePrecision.Minute });
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
