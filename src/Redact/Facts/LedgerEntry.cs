namespace Blog.Redact.Facts;

/// <summary>One fact of a person with every place that tells it.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Value">The value; private.</param>
/// <param name="Places">Where, in the order in which the texts were given.</param>
public sealed record LedgerEntry(FactKind Kind, FactValue Value, IReadOnlyList<FactPlace> Places);
