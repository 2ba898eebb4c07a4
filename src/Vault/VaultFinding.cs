namespace Blog.Vault;

/// <summary>A finding as the store keeps it. Holds no text: <paramref name="Recognizer"/> and <paramref name="Why"/> are fixed phrases.</summary>
/// <param name="Field">Which text of the unit.</param>
/// <param name="Start">First position, in UTF-16 units.</param>
/// <param name="Length">Length in UTF-16 units, at least 1.</param>
/// <param name="Kind">What it is: a word of the redactor's.</param>
/// <param name="Score">How sure, 0 to 1.</param>
/// <param name="Recognizer">Name of the recognizer.</param>
/// <param name="Why">Why it fired: a fixed sentence.</param>
public sealed record VaultFinding(TextField Field, int Start, int Length, string Kind, double Score, string Recognizer, string Why);
