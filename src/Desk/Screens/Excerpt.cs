using Blog.Moderate;
using Blog.Vault;

namespace Blog.Desk.Screens;

/// <summary>A few words of a text around what is looked for.</summary>
/// <param name="Unit">The text.</param>
/// <param name="Where">"Post", "#6.4", with the title of its thread.</param>
/// <param name="Before">Words before it.</param>
/// <param name="Words">What is looked for.</param>
/// <param name="After">Words after it.</param>
/// <param name="Count">How often it stands in the text.</param>
public sealed record Excerpt(VaultHandle Unit, string Where, string Before, string Words, string After, int Count)
{
    private const int Around = 70;

    /// <summary>Cuts an excerpt out of a text.</summary>
    public static Excerpt Of(VaultHandle unit, string where, string text, int start, int length, int count)
    {
        var (from, to) = (Math.Max(0, start - Around), Math.Min(text.Length, start + length + Around));
        return new Excerpt(unit, where, (from > 0 ? "… " : string.Empty) + OneLine(text[from..start]), OneLine(text.Substring(start, length)), OneLine(text[(start + length)..to]) + (to < text.Length ? " …" : string.Empty), count);
    }

    /// <summary>Cuts out a stretch with what stands around it.</summary>
    /// <param name="unit">The text.</param>
    /// <param name="where">Where it stands.</param>
    /// <param name="text">The text.</param>
    /// <param name="from">Where the excerpt begins.</param>
    /// <param name="words">The stretch.</param>
    /// <param name="to">Where it ends.</param>
    public static Excerpt Cut(VaultHandle unit, string where, string text, int from, Blog.Redact.TextRange words, int to) =>
        new(unit, where, OneLine(text[from..words.Start]), OneLine(words.Of(text)), OneLine(text[words.End..to]), 1);

    /// <summary>How a text is named beside an excerpt: "Comment 6.4" or "Post", and the title of its thread.</summary>
    public static string WhereOf(UnitPlace place) =>
        (place.Comment is null ? "Post" : place.Comment.Number is { } number ? $"Comment {number}" : "Comment") + ": " + (place.Post.Title is { Length: > 0 } title ? title : "untitled post");

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
