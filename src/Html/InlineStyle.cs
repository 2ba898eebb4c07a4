namespace Blog.Html;

/// <summary>How a run of text is set.</summary>
[Flags]
internal enum InlineStyle
{
    None = 0,
    Strong = 1,
    Emphasis = 2,
    Strike = 4,
    Superscript = 8,
    Subscript = 16,
    Code = 32,
}
