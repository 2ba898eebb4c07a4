using System.Globalization;

namespace Blog.Guests.Style;

/// <summary>What can be said of an unpublished text's style, to the editor alone. It holds nothing of any other text and names nobody.</summary>
public sealed record StyleReport
{
    /// <summary>Words of the text that were looked at.</summary>
    public required int Words { get; init; }

    /// <summary>Why nothing is said about nearness; <see cref="StyleDoubt.None"/> where something is.</summary>
    public required StyleDoubt Doubt { get; init; }

    /// <summary>
    /// Share of the crowd's texts, 0 to 1, that are as near to the named texts as this one or nearer, each measured with itself left out of
    /// the crowd. 0.5 is what chance gives; near 0, the text is nearer than almost anything else. Null where <see cref="Doubt"/> says why.
    /// </summary>
    public required double? ShareAsNear { get; init; }

    /// <summary>How many texts of the crowd the share was measured on.</summary>
    public required int MeasuredOn { get; init; }

    /// <summary>
    /// Of the named texts that are long enough, how many are as near to the other named ones as this text or nearer; 0 of 0 where fewer than
    /// three were named. Where most are, the writer's own texts do not lie closer together than this one lies to them.
    /// </summary>
    public required (int AsNear, int Of) NamedAsNear { get; init; }

    /// <summary>What stands out against the crowd, the strongest first; at most 20.</summary>
    public required IReadOnlyList<StyleTrait> StandsOut { get; init; }

    /// <summary>Edits to accept one by one, by place; accepting none is as good a choice.</summary>
    public required IReadOnlyList<StyleEdit> Edits { get; init; }

    /// <summary>Numbers only.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{nameof(StyleReport)}({Words} words, {StandsOut.Count} traits, {Edits.Count} edits)");
}
