using System.Globalization;

namespace Blog.Guests;

/// <summary>A text with its typing habits made neutral.</summary>
/// <param name="Markdown">The text, LF line ends.</param>
/// <param name="Changes">What was changed, each kind once, in the order of the kinds; empty where nothing was.</param>
public sealed record NeutralText(string Markdown, IReadOnlyList<TypographyChange> Changes)
{
    /// <summary>Length only: a guest's text must not reach a message by accident.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{nameof(NeutralText)}({Markdown.Length})");
}
