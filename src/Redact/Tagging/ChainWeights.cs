namespace Blog.Redact.Tagging;

/// <summary>What a training gave: a row of weights, one a label, for each feature, and the transitions.</summary>
/// <param name="Labels">How many labels.</param>
/// <param name="Stride">Length of a row.</param>
/// <param name="Rows">The row of each feature.</param>
/// <param name="Weights">All rows, one after the other.</param>
/// <param name="Transitions">By label before and label.</param>
internal sealed record ChainWeights(int Labels, int Stride, IReadOnlyDictionary<uint, int> Rows, float[] Weights, float[] Transitions);
