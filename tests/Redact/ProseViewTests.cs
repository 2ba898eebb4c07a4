using System.Text;
using Blog.Redact;
using FsCheck;
using FsCheck.Fluent;

namespace Blog.Tests.Redact;

public sealed class ProseViewTests
{
    private static readonly string[] Pieces =
        ["word", "h", "www.example.org", "https://example.org/a_b", "\\", "\\*", "\\n", "*", "`code`", "``", "[", "](", ")", "[a](b \"t\")", "![p](q)", "<a@example.org>", "[redacted]", "\u00A0", "\u202F", "\t", " ", "\n", "\n\n", "```\n", "> ", "\uD800", "\U0001F600", "é", "."];

    private static readonly Arbitrary<string> Texts = Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces)).ToArbitrary();

    [Theory]
    [InlineData("a\\*b \\é \\", "a*b \\é \\")]
    [InlineData("a\u00A0b\tc\u202Fd", "a b c d")]
    [InlineData("see `x` and https://example.org/a, or [words](b).", "see \uFFFC and \uFFFC, or [words\uFFFC.")]
    [InlineData("[redacted] \\[no\\]", "\uFFFC [no]")]
    public void Prose_is_shown_as_readers_read_it(string markdown, string prose) => Assert.Equal(prose, ProseView.Of(markdown).Text);

    /// <summary>Written once more, slowly, one character after the other.</summary>
    [Fact]
    public void Every_character_of_the_view_knows_its_place_in_the_source() => Check.QuickThrowOnFailure(Prop.ForAll(Texts, markdown =>
    {
        var view = ProseView.Of(markdown);
        var expected = new StringBuilder();
        var places = new List<int>();
        for (var i = 0; i < markdown.Length; i++)
        {
            places.Add(i);
            var hidden = view.Outline.Hidden.FirstOrDefault(range => range.Start == i);
            if (hidden.Length > 0)
            {
                expected.Append(ProseView.Gap);
                i = hidden.End - 1;
                continue;
            }

            var isEscape = markdown[i] == '\\' && i + 1 < markdown.Length && char.IsAscii(markdown[i + 1]) && (char.IsPunctuation(markdown[i + 1]) || char.IsSymbol(markdown[i + 1])) &&
                !view.Outline.Hidden.Any(range => range.Start == i + 1);
            i += isEscape ? 1 : 0;
            expected.Append(markdown[i] is '\u00A0' or '\u202F' or '\t' ? ' ' : markdown[i]);
        }

        places.Add(markdown.Length);
        return view.Text == expected.ToString() && Enumerable.Range(0, view.Text.Length + 1).Select(view.ToSource).SequenceEqual(places);
    }));
}
