namespace Blog.Guests;

/// <summary>Words that a document held beside its visible text: a comment, a deletion, hidden text. Kept sealed, so that the editor can come back to them.</summary>
/// <param name="What">What it is, in plain words.</param>
/// <param name="Words">The words.</param>
public sealed record HiddenWords(string What, string Words);
