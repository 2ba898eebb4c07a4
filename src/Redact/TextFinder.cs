using Blog.Redact.Recognizers;
using Blog.Text;

namespace Blog.Redact;

/// <summary>Finds everything in a text that may tell who somebody is: asks every recognizer and settles what overlaps.</summary>
public static class TextFinder
{
    /// <summary>Puts what the rules and the tagger found in one text together: in order, without overlaps.</summary>
    /// <param name="text">The text whose positions they have.</param>
    /// <param name="byRules">What <see cref="Find"/> gave.</param>
    /// <param name="byTagger">What <see cref="Tagging.TextTagger"/> gave.</param>
    public static IReadOnlyList<Finding> Together(string text, IReadOnlyList<Finding> byRules, IReadOnlyList<Finding> byTagger) =>
        byTagger.Count == 0 ? byRules : FindingOrder.Settle(text, [.. byRules, .. byTagger]);

    /// <summary>The findings of a text, near misses (<see cref="Finding.IsNearMiss"/>) among them.</summary>
    /// <param name="view">The text's prose. Code, the titles of links and the addresses of links are searched too.</param>
    /// <param name="publicNames">Names that are no finding.</param>
    /// <returns>By start, of two at one place the longer first; without overlaps (<see cref="FindingOrder"/> has the rule); positions in the Markdown source, never across a gap.</returns>
    public static IReadOnlyList<Finding> Find(ProseView view, PublicNames publicNames)
    {
        var markdown = view.Markdown;
        var addresses = view.Outline.Links.Select(link => new LinkAddress(link.Address, link.Address.Of(markdown))).ToList();
        var found = Search(view.Text, addresses, publicNames, view.ToSource);
        foreach (var stretch in HiddenText(view))
        {
            found.AddRange(Search(stretch.Of(markdown), [], publicNames, position => stretch.Start + position));
        }

        return FindingOrder.Settle(markdown, found);
    }

    private static List<Finding> Search(string text, List<LinkAddress> addresses, PublicNames publicNames, Func<int, int> toSource)
    {
        var scanned = ScannedText.Of(text, addresses);
        var found = new FoundList(scanned, publicNames);
        foreach (var recognizer in RecognizerList.InOrder)
        {
            recognizer.Find(scanned, found);
        }

        var inSource = found.Items.Select(item => item with { Range = new TextRange(toSource(item.Range.Start), toSource(item.Range.End)) });
        return [.. inSource, .. found.InAddresses];
    }

    /// <summary>What readers see that is not prose: code, and the titles of links; neither redaction marks nor addresses.</summary>
    internal static IEnumerable<TextRange> HiddenText(ProseView view)
    {
        var links = view.Outline.Links;
        var titles = links.Where(link => link.Form is MarkdownLinkForm.Inline or MarkdownLinkForm.Image && link.End - 1 > link.Address.End)
            .Select(link => new TextRange(link.Address.End, link.End - 1));
        var ends = links.Select(link => link.End).ToHashSet();
        var code = view.Outline.Hidden.Where(range => !ends.Contains(range.End) && !RedactionMark.TryRead(view.Markdown.AsSpan(range.Start), out _, out _));
        return titles.Concat(code);
    }
}
