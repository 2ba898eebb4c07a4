namespace Blog.Redact;

/// <summary>A link, image or bare address in a Markdown text, by UTF-16 positions.</summary>
/// <param name="Form">How it is written.</param>
/// <param name="Start">Its first position: <c>[</c>, <c>!</c>, <c>&lt;</c> or the address itself.</param>
/// <param name="End">Position after it.</param>
/// <param name="Words">Its visible words (a picture's alternative text); empty for a bare address.</param>
/// <param name="Address">Its address, without angle brackets.</param>
public readonly record struct MarkdownLink(MarkdownLinkForm Form, int Start, int End, TextRange Words, TextRange Address);
