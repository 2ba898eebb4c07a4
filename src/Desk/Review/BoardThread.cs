using Blog.Moderate;
using Blog.Vault;

namespace Blog.Desk.Review;

/// <summary>How one thread stands, for the lists.</summary>
public sealed record BoardThread
{
    /// <summary>The post.</summary>
    public required VaultHandle Post { get; init; }

    /// <summary>Its row.</summary>
    public required long Row { get; init; }

    /// <summary>Its title as imported; null where it has none.</summary>
    public string? Title { get; init; }

    /// <summary>Year and month of the post; null where lost.</summary>
    public DateOnly? Month { get; init; }

    /// <summary>What may become of the post.</summary>
    public required ReviewState State { get; init; }

    /// <summary>Its texts that the old blog showed, by state: the post and its published comments.</summary>
    public required IReadOnlyDictionary<ReviewState, int> Texts { get; init; }

    /// <summary>Texts that wait for a person, in the order of the thread.</summary>
    public required IReadOnlyList<VaultHandle> Held { get; init; }

    /// <summary>Everything open, near misses included.</summary>
    public required IReadOnlyList<BoardFinding> Open { get; init; }

    /// <summary>Comments that look as if they had been posted twice: the later one and the first.</summary>
    public required IReadOnlyList<(VaultHandle Again, VaultHandle First)> Twins { get; init; }

    /// <summary>How many texts are in a state.</summary>
    public int Count(ReviewState state) => Texts.GetValueOrDefault(state);
}
