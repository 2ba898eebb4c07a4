namespace Blog.Vault;

/// <summary>A stretch of text that a search found.</summary>
/// <param name="Field">Which text of the unit.</param>
/// <param name="Start">First position, in UTF-16 units of the text as the store has it.</param>
/// <param name="Length">Length in UTF-16 units.</param>
public readonly record struct SearchMatch(TextField Field, int Start, int Length);
