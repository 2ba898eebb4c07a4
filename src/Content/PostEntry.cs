using Blog.Model;
using Blog.Source;

namespace Blog.Content;

/// <summary>What the whole build keeps of one post or page: its front matter and the shape of its thread, never its text.</summary>
public sealed record PostEntry
{
    /// <summary>Its files.</summary>
    public required PostFile File { get; init; }

    /// <summary>Its front matter.</summary>
    public required PostFrontMatter FrontMatter { get; init; }

    /// <summary>Opening words in plain text with redaction marks, at most 300 characters, cut at a word; the editor's summary where there is one.</summary>
    public required string Excerpt { get; init; }

    /// <summary>Number of words of the post's own text.</summary>
    public required int Words { get; init; }

    /// <summary>The shape of its thread.</summary>
    public required ThreadSummary Thread { get; init; }

    /// <summary>Hash of the bytes of its files, taken before they were read; null where nobody took it.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>Texts in which abbreviations of the glossary stand, by term (ordinal) and year.</summary>
    public IReadOnlyList<TermUse> Terms { get; init; } = [];
}
