namespace Blog.Redact.Facts.Patterns;

/// <summary>One part of a pattern.</summary>
/// <param name="Kind">Which.</param>
internal sealed record PatternElement(ElementKind Kind)
{
    /// <summary>The most often an element with <c>*</c> is taken.</summary>
    public const int MostRepeats = 4;

    /// <summary>Numbers of the words, for <see cref="ElementKind.Words"/> and <see cref="ElementKind.Ahead"/>.</summary>
    public IReadOnlySet<int> Words { get; init; } = new HashSet<int>();

    /// <summary>Number of the class.</summary>
    public int Class { get; init; }

    /// <summary>The longest gap, in words.</summary>
    public int Gap { get; init; }

    /// <summary>How often it must be taken: 0 or 1.</summary>
    public int Least { get; init; } = 1;

    /// <summary>How often it may be taken.</summary>
    public int Most { get; init; } = 1;
}
