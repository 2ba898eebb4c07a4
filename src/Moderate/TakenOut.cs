using Blog.Text;
using Blog.Vault;

namespace Blog.Moderate;

/// <summary>Words that were taken out of one text, for the gate to look for in that text.</summary>
/// <param name="Words">The words as readers would have read them.</param>
/// <param name="Case">The decision that took them out; null where they were masked without one.</param>
/// <param name="Letters">In which letter case they count.</param>
public sealed record TakenOut(string Words, VaultHandle? Case, LetterCase Letters = LetterCase.Any);
