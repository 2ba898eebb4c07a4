namespace Blog.Redact.Tagging;

/// <summary>How a chain is trained; the values were chosen on development parts alone.</summary>
internal sealed record ChainSettings
{
    /// <summary>How often the whole material is read.</summary>
    public int Rounds { get; init; } = 12;

    /// <summary>Length of a step.</summary>
    public float Rate { get; init; } = 0.1f;

    /// <summary>Pull of each weight towards nothing, at each touch.</summary>
    public float Decay { get; init; } = 0.0005f;

    /// <summary>Part of the features that a token loses in each round, in thousandths: what was seen is not learned by heart.</summary>
    public int Dropped { get; init; } = 150;

    /// <summary>How often a feature must stand in the material.</summary>
    public int Least { get; init; } = 2;

    /// <summary>Seed of the order and of what is dropped.</summary>
    public uint Seed { get; init; } = 20170;
}
