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

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
