using System.Text;

namespace Blog.Search.Index;

/// <summary>One key of the dictionary as read.</summary>
/// <param name="Key">The key, UTF-8: a letter for the field (<see cref="FieldKey"/>), then the term.</param>
internal sealed record DictionaryEntry(byte[] Key)
{
    /// <summary>The term.</summary>
    public string Term => Encoding.UTF8.GetString(Key.AsSpan(1));

    /// <summary>The word readers know the term by; the term itself for fields other than text.</summary>
    public string Surface { get; init; } = string.Empty;

    /// <summary>Postings in the texts; null for none.</summary>
    public ListRef? Text { get; init; }

    /// <summary>Postings in the titles; null for none.</summary>
    public ListRef? Title { get; init; }

    /// <summary>What the texts of the units of the first piece of <see cref="Title"/> hold of the term (<see cref="Index.TitleTexts"/>); empty without titles.</summary>
    public byte[] TitleTexts { get; init; } = [];

    /// <summary>Units of a set.</summary>
    public int SetCount { get; init; }

    /// <summary>The set; null for scored fields.</summary>
    public PieceRef? Set { get; init; }
}
