namespace Blog.Guests.Replies;

/// <summary>What the editors answer a writer who has a code.</summary>
/// <param name="Title">Title of the text as it would be published; may be empty.</param>
/// <param name="Text">The text as it would be published, plain or Markdown; may be empty.</param>
/// <param name="Note">What the editors say about it; may be empty.</param>
public sealed record Reply(string Title, string Text, string Note);
