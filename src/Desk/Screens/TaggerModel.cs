using Blog.Redact.Tagging;

namespace Blog.Desk.Screens;

/// <summary>What is found by machine and what is not, how much the tagger has read, and whether what it finds holds texts.</summary>
public sealed record TaggerModel : ScreenModel
{
    /// <summary>Whether what it finds holds texts.</summary>
    public required bool Guards { get; init; }

    /// <summary>Whether who looks may change that.</summary>
    public required bool MaySet { get; init; }

    /// <summary>Texts that it has not read.</summary>
    public required int Unread { get; init; }

    /// <summary>Posts and comments with words.</summary>
    public required long Texts { get; init; }

    /// <summary>Decided stretches of this store that it has learned from; 0 where it has learned nothing that is in use.</summary>
    public required int Learned { get; init; }

    /// <summary>How much of each kind is found, measured on annotated texts that the measured weights were not trained on.</summary>
    public IReadOnlyList<TaggerFigure> Figures { get; } = TaggerFigure.All;

    /// <inheritdoc/>
    public override string Title => "What is found, and what not";

    /// <inheritdoc/>
    public override string Section => "/tagger";
}
