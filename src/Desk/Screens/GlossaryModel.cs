using Blog.Content;
using Blog.Model;

namespace Blog.Desk.Screens;

/// <summary>Abbreviations: what public texts explain, to be confirmed or refused, and what readers are told.</summary>
public sealed record GlossaryModel : ScreenModel
{
    /// <summary>Most proposals on the screen.</summary>
    public const int Shown = 40;

    /// <summary>Whether who looks may confirm and refuse.</summary>
    public required bool MaySet { get; init; }

    /// <summary>Open proposals, the most used first; at most <see cref="Shown"/>.</summary>
    public required IReadOnlyList<GlossaryProposal> Proposals { get; init; }

    /// <summary>How many are open.</summary>
    public required int Count { get; init; }

    /// <summary>Refused ones, by abbreviation.</summary>
    public required IReadOnlyList<GlossaryProposal> Refused { get; init; }

    /// <summary>What stands in <c>glossary.yml</c>, by abbreviation.</summary>
    public required IReadOnlyList<(string Term, GlossaryEntry Entry)> Confirmed { get; init; }

    /// <summary>What stands in <c>site.yml</c> alone, by abbreviation: changed by hand.</summary>
    public required IReadOnlyList<(string Term, GlossaryEntry Entry)> Written { get; init; }

    /// <inheritdoc/>
    public override string Title => "Abbreviations";

    /// <inheritdoc/>
    public override string Section => "/glossary";
}
