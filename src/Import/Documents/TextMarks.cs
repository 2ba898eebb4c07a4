namespace Blog.Import.Documents;

/// <summary>How a run of words is set.</summary>
/// <param name="IsBold">Bold.</param>
/// <param name="IsItalic">Italic.</param>
/// <param name="IsStrike">Struck through.</param>
/// <param name="Link">Address it leads to; null for none.</param>
internal readonly record struct TextMarks(bool IsBold, bool IsItalic, bool IsStrike, string? Link)
{
    /// <summary>Plain words.</summary>
    public static readonly TextMarks None;
}
