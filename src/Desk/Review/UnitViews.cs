using System.Globalization;
using Blog.Html;
using Blog.Model;
using Blog.Moderate;
using Blog.Pages;
using Blog.Redact;
using Blog.Vault;

namespace Blog.Desk.Review;

/// <summary>Makes the view of a text out of its review.</summary>
internal static class UnitViews
{
    private const string ByHand = "Taken out by hand.";

    public static UnitView Of(OpenThread thread, UnitPlace place, TextReview review, string? reviewedTitle, IReadOnlyList<VaultDecision> decisions, FindingFilter filter)
    {
        var shown = new List<FindingView>();
        var hidden = 0;
        foreach (var found in review.Findings)
        {
            var weight = WeightOf(found.Finding, found.Treatment);
            if (Shows(filter, weight))
            {
                shown.Add(View(place, found, weight, decisions));
            }
            else
            {
                hidden += found.Status == FindingStatus.Open ? 1 : 0;
            }
        }

        shown.AddRange(decisions.Where(decision => decision is { Scope: DecisionScope.Place, Action: DecisionAction.Redact } && decision.Unit == place.Handle)
            .SelectMany(decision => Places(place, decision)).Where(hand => !shown.Exists(found => found.Field == hand.Field && found.Start <= hand.Start && found.Start + found.Length >= hand.Start + hand.Length)));
        List<FindingView> findings = [.. shown.OrderBy(found => found.Field).ThenBy(found => found.Start).ThenByDescending(found => found.Length).Select((found, index) => found with { Index = index })];
        var beside = place.Comment is { } comment ? thread.Preview.PlaceOf(comment.Row) : null;
        var gone = place.Comment is { State: not CommentState.Published } or { Visibility: not Import.Visibility.Public };
        return new UnitView
        {
            Place = place,
            State = review.State,
            Label = place.Comment is null ? "Post" : beside is null ? "Comment" : $"#{beside.Number}",
            Beside = Beside(beside),
            Depth = beside?.Depth ?? 0,
            Title = place.Comment is null && place.Post.Title is { } title ? Segments(title, findings.Where(found => found.Field == TextField.Title)) : [],
            Body = Segments(place.Markdown, findings.Where(found => found.Field == TextField.Body)),
            Findings = findings,
            Hidden = hidden,
            ReaderTitle = reviewedTitle is null ? null : MarkedText.Of(thread.Preview.Title(reviewedTitle)),
            Reader = gone ? SafeHtml.Empty : Render(thread.Preview.Text(place.Comment?.Row, review.Markdown), place.Comment is null),
            HasLostPlace = review.HasLostPlace,
            IsRead = review.IsRead,
            IsAccepted = decisions.Any(decision => decision.Action == DecisionAction.Accept && decision.Unit == place.Handle && decision.Term == TextHash.Of(place.Markdown)),
            WithheldBy = decisions.LastOrDefault(decision => decision.Action == DecisionAction.Withhold && (decision.Unit == place.Handle || decision.Scope == DecisionScope.Thread))?.Handle.Hex,
            IsGone = gone,
            Instead = gone && beside is not null ? $"Comment {CommentStateTable.ReasonFor(beside.State)}"
                : review.State switch
                {
                    ReviewState.Ready or ReviewState.Masked => null,
                    ReviewState.Held => place.Comment is null ? "Nothing of this thread: its post waits for you" : "Comment being reviewed",
                    ReviewState.Withheld => place.Comment is null ? "Nothing of this thread: its post is withheld" : "Comment removed by the moderators",
                    ReviewState.Merged => "Nothing here: it was posted twice, and the other one stands for both",
                    _ => throw new InvalidOperationException($"No words for {review.State}."),
                },
        };
    }

    /// <summary><c>near</c>, or what happens to the kind while nobody has decided.</summary>
    public static string WeightOf(Finding finding) => WeightOf(finding, FindingTreatmentTable.Of(finding.Kind));

    /// <summary><c>near</c>, or what happens to a finding while nobody has decided.</summary>
    public static string WeightOf(Finding finding, FindingTreatment treatment) => finding.IsNearMiss ? "near" : treatment switch
    {
        FindingTreatment.Hold => "hold",
        FindingTreatment.Mask => "mask",
        FindingTreatment.List => "fact",
        _ => throw new InvalidOperationException("No weight for this kind."),
    };

    /// <summary>Cuts a text at the edges of what is marked; of two marks on one stretch the shorter shows.</summary>
    internal static IReadOnlyList<Segment> Segments(string text, IEnumerable<FindingView> findings)
    {
        var marks = findings.Where(found => found.Start >= 0 && found.Start + found.Length <= text.Length).ToList();
        var cuts = new SortedSet<int> { 0, text.Length };
        foreach (var mark in marks)
        {
            cuts.Add(mark.Start);
            cuts.Add(mark.Start + mark.Length);
        }

        var segments = new List<Segment>(cuts.Count);
        var start = 0;
        foreach (var end in cuts.Skip(1))
        {
            var top = marks.Where(mark => mark.Start <= start && mark.Start + mark.Length >= end).MinBy(mark => mark.Length);
            segments.Add(new Segment(start, text[start..end], top?.Index, top?.Look ?? string.Empty));
            start = end;
        }

        return segments;
    }

    private static bool Shows(FindingFilter filter, string weight) => filter switch
    {
        FindingFilter.Deciding => weight is "hold" or "mask",
        FindingFilter.Facts => weight != "near",
        FindingFilter.All => true,
        _ => throw new ArgumentOutOfRangeException(nameof(filter), filter, "No such filter."),
    };

    private static FindingView View(UnitPlace place, ReviewedFinding found, string weight, IReadOnlyList<VaultDecision> decisions)
    {
        var source = found.Field == TextField.Body ? place.Markdown : place.Post.Title ?? string.Empty;
        return new FindingView
        {
            Index = 0,
            Field = found.Field,
            Start = found.Finding.Range.Start,
            Length = found.Finding.Range.Length,
            Kind = FindingKindTable.ToWord(found.Finding.Kind),
            Words = FindingWords.Of(found.Finding.Range.Of(source)),
            Why = found.Finding.Why,
            Score = found.Finding.Score,
            Weight = weight,
            Status = found.Status,
            Decision = decisions.LastOrDefault(decision => decision.Scope == DecisionScope.Place && decision.Unit == place.Handle && decision.Field == found.Field
                && decision.Start <= found.Finding.Range.Start && decision.Start + decision.Length >= found.Finding.Range.End),
        };
    }

    private static IEnumerable<FindingView> Places(UnitPlace place, VaultDecision decision)
    {
        var field = decision.Field ?? TextField.Body;
        var source = field == TextField.Body ? place.Markdown : place.Post.Title ?? string.Empty;
        return PlaceFinder.Find(source, decision).Select(range => new FindingView
        {
            Index = 0,
            Field = field,
            Start = range.Start,
            Length = range.Length,
            Kind = decision.Kind,
            Words = FindingWords.Of(range.Of(source)),
            Why = ByHand,
            Weight = "hold",
            Status = FindingStatus.Redacted,
            Decision = decision,
        });
    }

    private static string Beside(Release.PreviewedPlace? place) => place is null ? string.Empty : string.Join(" · ", new[]
    {
        place.Name ?? "no name",
        DateView.Brief(place.Date)?.Human,
        place.Answers is { } answers ? string.Create(CultureInfo.InvariantCulture, $"answers #{answers}") : null,
    }.OfType<string>());

    /// <summary>A text as readers will see it, in the theme's own markup; links within the site lead nowhere.</summary>
    public static SafeHtml Render(string markdown, bool isPost) => MarkdownRenderer.Render(markdown, new MarkdownContext
    {
        Place = isPost ? MarkdownPlace.Post : MarkdownPlace.Comment,
        TopHeading = isPost ? 4 : 5,
        MapFragment = _ => null, // links within the site lead nowhere here; their words stand
        MapPath = _ => null,
    }).Html;
}
