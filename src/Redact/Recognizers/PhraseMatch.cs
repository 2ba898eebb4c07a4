using Blog.Redact.Gazetteers;

namespace Blog.Redact.Recognizers;

/// <summary>A phrase of the tables in a text.</summary>
/// <param name="First">Index of its first token.</param>
/// <param name="Count">How many tokens it has.</param>
/// <param name="Kind">What it names.</param>
internal readonly record struct PhraseMatch(int First, int Count, PhraseKind Kind)
{
    /// <summary>Index after its last token.</summary>
    public int After => First + Count;
}
