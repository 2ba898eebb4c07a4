namespace Blog.Redact.Recognizers;

/// <summary>The address of a link of the text.</summary>
/// <param name="Source">Where it stands: positions in the Markdown source.</param>
/// <param name="Text">The address as written.</param>
internal readonly record struct LinkAddress(TextRange Source, string Text);
