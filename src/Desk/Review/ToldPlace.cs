using Blog.Desk.Screens;

namespace Blog.Desk.Review;

/// <summary>A sentence that tells a fact of somebody.</summary>
/// <param name="Excerpt">The words that tell it, in their sentence.</param>
/// <param name="Place">Where they stand.</param>
/// <param name="Standing">What becomes of them as things stand: "readers see it", "taken out".</param>
/// <param name="IsSeen">Whether readers will see the fact.</param>
/// <param name="IsCertain">Whether the words settle of whom they speak.</param>
public sealed record ToldPlace(Excerpt Excerpt, PlaceFields Place, string Standing, bool IsSeen, bool IsCertain);
