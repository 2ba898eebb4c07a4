namespace Blog.Redact.Facts.Patterns;

/// <summary>A way of saying a fact.</summary>
/// <param name="Kind">Of which kind.</param>
/// <param name="Score">How sure it is, 0 to 1.</param>
/// <param name="Value">What it says; null where the words taken say it.</param>
/// <param name="Why">Why it counts, in plain words.</param>
/// <param name="Elements">Its parts, in order.</param>
internal sealed record FactPattern(FactKind Kind, double Score, string? Value, string Why, IReadOnlyList<PatternElement> Elements);
