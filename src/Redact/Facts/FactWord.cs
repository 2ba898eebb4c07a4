namespace Blog.Redact.Facts;

/// <summary>One word, number or currency sign of a text.</summary>
/// <param name="Start">First position in the prose view.</param>
/// <param name="End">Position after the last.</param>
/// <param name="Id">Its number in <see cref="Vocabulary"/>; <see cref="Vocabulary.Unknown"/> for words no table has.</param>
/// <param name="Before">What stands before it.</param>
internal readonly record struct FactWord(int Start, int End, int Id, Break Before)
{
    /// <summary>Whether it begins with a capital.</summary>
    public bool IsCapital { get; init; }

    /// <summary>Its value where it is a number in digits (or digits with thousands separators); otherwise null.</summary>
    public double? Number { get; init; }

    /// <summary>Whether it is a masked number or word: <c>XX</c>, <c>xxxx</c>.</summary>
    public bool IsMask { get; init; }

    /// <summary>Whether it stands in a quotation.</summary>
    public bool IsQuoted { get; init; }

    /// <summary>The letter it belongs to, from 1; 0 outside letters.</summary>
    public int Letter { get; init; }
}
