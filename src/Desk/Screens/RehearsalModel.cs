namespace Blog.Desk.Screens;

/// <summary>What a decision for everywhere would reach, before it is made.</summary>
public sealed record RehearsalModel : ScreenModel
{
    /// <summary>How many excerpts are shown.</summary>
    public const int Shown = 12;

    /// <summary>The place it starts from.</summary>
    public required PlaceFields Place { get; init; }

    /// <summary>The words.</summary>
    public required string Words { get; init; }

    /// <summary>Whether they are kept; else redacted.</summary>
    public required bool IsKeep { get; init; }

    /// <summary>Places in all.</summary>
    public required int Places { get; init; }

    /// <summary>Texts that hold them.</summary>
    public required int Texts { get; init; }

    /// <summary>Threads that hold them.</summary>
    public required int Threads { get; init; }

    /// <summary>The first texts.</summary>
    public required IReadOnlyList<Excerpt> Excerpts { get; init; }

    /// <inheritdoc/>
    public override string Title => IsKeep ? "Keep everywhere" : "Redact everywhere";

    /// <inheritdoc/>
    public override string Section => "/terms";
}
