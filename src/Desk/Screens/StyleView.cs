namespace Blog.Desk.Screens;

/// <summary>What a comparison of the manner of writing says: about the text alone, never about another person.</summary>
/// <param name="Summary">How near the text is to what its writer named, in plain words, with how many texts that was measured on.</param>
/// <param name="Traits">What stands out, the strongest first.</param>
/// <param name="Edits">Neutral wording to choose from: the words as they stand, what could stand instead, why.</param>
public sealed record StyleView(string Summary, IReadOnlyList<string> Traits, IReadOnlyList<(string Words, string Instead, string Why)> Edits);
