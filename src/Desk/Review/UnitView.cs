using Blog.Html;
using Blog.Moderate;
using Blog.Pages;

namespace Blog.Desk.Review;

/// <summary>One text as the console shows it: the original, what was found, what readers will see.</summary>
public sealed record UnitView
{
    /// <summary>The text.</summary>
    public required UnitPlace Place { get; init; }

    /// <summary>What may become of it.</summary>
    public required ReviewState State { get; init; }

    /// <summary>"Post", or the number of the comment.</summary>
    public required string Label { get; init; }

    /// <summary>Name, date and what it answers, as readers will see them; empty where nothing is shown.</summary>
    public required string Beside { get; init; }

    /// <summary>How deep it stands in its thread.</summary>
    public required int Depth { get; init; }

    /// <summary>The original title; empty for a comment and for a post without one.</summary>
    public required IReadOnlyList<Segment> Title { get; init; }

    /// <summary>The original text.</summary>
    public required IReadOnlyList<Segment> Body { get; init; }

    /// <summary>What was found, and what was taken out by hand.</summary>
    public required IReadOnlyList<FindingView> Findings { get; init; }

    /// <summary>Findings that are not shown in this view, by weight.</summary>
    public required int Hidden { get; init; }

    /// <summary>The title as readers will read it; null where there is none.</summary>
    public MarkedText? ReaderTitle { get; init; }

    /// <summary>The text as readers will read it.</summary>
    public required SafeHtml Reader { get; init; }

    /// <summary>A decision names words that are not in this text any more.</summary>
    public required bool HasLostPlace { get; init; }

    /// <summary>The tagger has read this text as it is now.</summary>
    public required bool IsRead { get; init; }

    /// <summary>Somebody has said that this text was read and may be published.</summary>
    public required bool IsAccepted { get; init; }

    /// <summary>The decision that withholds this text alone, by its digits; null where none does.</summary>
    public string? WithheldBy { get; init; }

    /// <summary>What readers see instead of the text today; null where they see it.</summary>
    public string? Instead { get; init; }

    /// <summary>It is no text that can be decided on: it was removed on the old blog, or lost.</summary>
    public required bool IsGone { get; init; }

    /// <summary>What is said and can be said about its place in the thread.</summary>
    public UnitRepairs Repairs { get; init; } = UnitRepairs.None;

    /// <summary>How many findings are open and count.</summary>
    public int Waiting => Findings.Count(found => found is { Status: FindingStatus.Open, Weight: "hold" or "mask" });
}
