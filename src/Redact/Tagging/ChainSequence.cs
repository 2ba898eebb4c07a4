namespace Blog.Redact.Tagging;

/// <summary>A line of a training text: the features of each token and its label.</summary>
/// <param name="Features">Hashes of the features, token after token; the trainer makes row numbers of them.</param>
/// <param name="Ends">For each token where its features end.</param>
/// <param name="Labels">For each token its label.</param>
internal sealed record ChainSequence(uint[] Features, int[] Ends, byte[] Labels);
