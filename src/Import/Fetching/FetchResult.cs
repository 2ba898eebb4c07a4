namespace Blog.Import.Fetching;

/// <summary>What came of asking for a file, and its bytes.</summary>
/// <param name="Outcome">What came of it.</param>
/// <param name="Bytes">The file; empty where it was not fetched.</param>
public readonly record struct FetchResult(FetchOutcome Outcome, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>The status of an answer that gave no file (404, 410, 403); null where there was another outcome.</summary>
    public int? Status { get; init; }

    internal static FetchResult Of(FetchOutcome outcome) => new(outcome, ReadOnlyMemory<byte>.Empty);
}
