namespace Blog.Desk.Review;

/// <summary>One kind of fact that is told of somebody, with every sentence that tells it.</summary>
/// <param name="Kind">What it is: "length of service", "age of the father".</param>
/// <param name="Places">The sentences, in the order of the texts.</param>
public sealed record ToldFact(string Kind, IReadOnlyList<ToldPlace> Places)
{
    /// <summary>Whether readers will see it somewhere.</summary>
    public bool IsSeen => Places.Any(place => place.IsSeen);

    /// <summary>The words in which readers will see it, each once.</summary>
    public IReadOnlyList<string> Seen => [.. Places.Where(place => place.IsSeen).Select(place => place.Excerpt.Words).Distinct(StringComparer.OrdinalIgnoreCase)];
}
