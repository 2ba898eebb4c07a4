namespace Blog.Import.Documents;

/// <summary>How much of a stranger's file is looked at; beyond any of these nothing is read.</summary>
public sealed record DocumentLimits
{
    /// <summary>For one text of a guest: a book of 100,000 words is far below every one of them.</summary>
    public static readonly DocumentLimits Default = new();

    /// <summary>Largest file, in bytes.</summary>
    public int MaximumBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>Most bytes that all parts of one packed document may unpack to.</summary>
    public int MaximumUnpackedBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>Largest XML part of a packed document, unpacked, in bytes.</summary>
    public int MaximumXmlBytes { get; init; } = 24 * 1024 * 1024;

    /// <summary>Most parts of a packed document.</summary>
    public int MaximumEntries { get; init; } = 2_000;

    /// <summary>Most elements of an XML part: a tree of this many takes some 100 MB.</summary>
    public int MaximumElements { get; init; } = 400_000;

    /// <summary>Deepest nesting of elements.</summary>
    public int MaximumDepth { get; init; } = 200;

    /// <summary>Longest text, in UTF-16 units, markup included.</summary>
    public int MaximumCharacters { get; init; } = 4 * 1024 * 1024;

    /// <summary>Deepest mail within a mail; the outermost is 1.</summary>
    public int MaximumMailDepth { get; init; } = 6;

    /// <summary>Most parts of a mail, with those of the mails in it.</summary>
    public int MaximumMailParts { get; init; } = 500;

    /// <summary>Most pieces that are listed of one kind; more are counted by one last line of that kind.</summary>
    public int MaximumListed { get; init; } = 500;
}
