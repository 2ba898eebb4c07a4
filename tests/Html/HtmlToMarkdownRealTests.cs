using Blog.Html;

namespace Blog.Tests.Html;

public sealed class HtmlToMarkdownRealTests
{
    [SharedFact]
    public void Every_real_body_keeps_every_letter_and_digit()
    {
        var converter = new HtmlToMarkdown();
        var wrong = new List<string>();
        var bodies = 0;
        foreach (var (place, markup, context) in RealBodies.All())
        {
            bodies++;
            var markdown = converter.Convert(new RawHtml(markup), context).Markdown;
            var expected = RenderedWords.OfMarkup(markup);
            Compare(place, "as the site reads it", expected, RenderedWords.OfMarkdown(markdown), wrong);
            Compare(place, "as CommonMark reads it", expected, RenderedWords.OfCommonMark(markdown), wrong);
        }

        Assert.True(bodies > 250, $"{bodies} bodies");
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {bodies}: " + string.Join("; ", wrong.Take(40)));
    }

    /// <summary>Where two texts part, and no word of them: they are real people's.</summary>
    private static void Compare(string place, string reader, string expected, string actual, List<string> wrong)
    {
        if (expected != actual)
        {
            var at = expected.Zip(actual).TakeWhile(pair => pair.First == pair.Second).Count();
            wrong.Add($"{place} {reader}: {expected.Length} letters became {actual.Length}, first difference at {at}");
        }
    }
}
