namespace Blog.Vault;

/// <summary>What a store's decisions have taught the tagger: numbers under hashes, nothing of a text.</summary>
/// <param name="Shipped">SHA-256 of the program's weights to which they are added; with others they are not used.</param>
/// <param name="Made">When they were taken.</param>
/// <param name="Examples">How many decided stretches they were learned from.</param>
/// <param name="Weights">The weights, in the tagger's own form.</param>
public sealed record LearnedWeights(ReadOnlyMemory<byte> Shipped, DateTimeOffset Made, int Examples, ReadOnlyMemory<byte> Weights);
