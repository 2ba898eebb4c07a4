using Blog.Redact;
using Blog.Vault;

namespace Blog.Desk.Review;

/// <summary>Something found in a text on which nobody has decided.</summary>
/// <param name="Unit">The text.</param>
/// <param name="Field">Title or body.</param>
/// <param name="Start">First position in the source.</param>
/// <param name="Length">Length in UTF-16 units.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Words">The words as readers would read them.</param>
/// <param name="Holds">It holds the text back.</param>
/// <param name="IsNearMiss">It is too weak to count.</param>
/// <param name="Treatment">What becomes of it as long as nobody decides.</param>
public readonly record struct BoardFinding(VaultHandle Unit, TextField Field, int Start, int Length, FindingKind Kind, string Words, bool Holds, bool IsNearMiss, FindingTreatment Treatment);
