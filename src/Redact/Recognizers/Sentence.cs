using Blog.Redact.Gazetteers;

namespace Blog.Redact.Recognizers;

/// <summary>A sentence of a text, or a piece of a very long one.</summary>
/// <param name="Start">First position.</param>
/// <param name="End">Position after it.</param>
/// <param name="Classes">The classes of all its words together: a rule that needs a word of a class skips the sentence without one.</param>
internal readonly record struct Sentence(int Start, int End, WordClass Classes);
