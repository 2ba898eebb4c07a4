namespace Blog.Redact.Recognizers;

/// <summary>A name of a person in a text, by its tokens.</summary>
/// <param name="Title">Index of its honorific; <paramref name="First"/> where it has none.</param>
/// <param name="First">Index of its first word.</param>
/// <param name="After">Index after its last word.</param>
/// <param name="Score">How sure the rules are.</param>
/// <param name="Why">A fixed sentence.</param>
internal readonly record struct PersonName(int Title, int First, int After, double Score, string Why);
