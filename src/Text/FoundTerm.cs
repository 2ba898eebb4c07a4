namespace Blog.Text;

/// <summary>A stretch of folded letters that is a term, or may be.</summary>
/// <param name="Term">Index of the term.</param>
/// <param name="First">First letter.</param>
/// <param name="Length">Number of letters.</param>
/// <param name="Certainty">How sure it is.</param>
public readonly record struct FoundTerm(int Term, int First, int Length, TermCertainty Certainty);
