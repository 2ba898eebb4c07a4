using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Blog.Import.Documents;

/// <summary>Knows the classes, ids and tags that a page's own style sheet hides; only rules with one plain selector are understood.</summary>
internal sealed partial class HiddenSelectors
{
    private const int MostRules = 2_000;

    private readonly Dictionary<string, HiddenPieceKind> _kinds = new(StringComparer.Ordinal);

    /// <summary>Reads the rules of all style elements.</summary>
    public HiddenSelectors(IDocument document)
    {
        foreach (var style in document.GetElementsByTagName("style"))
        {
            foreach (var rule in Rule().EnumerateMatches(style.TextContent))
            {
                if (_kinds.Count >= MostRules)
                {
                    return;
                }

                var text = style.TextContent.AsSpan(rule.Index, rule.Length).ToString();
                var brace = text.IndexOf('{', StringComparison.Ordinal);
                if (InlineHiding.Of(text[(brace + 1)..^1]) is not { } kind)
                {
                    continue;
                }

                foreach (var selector in text[..brace].Split(',', StringSplitOptions.TrimEntries))
                {
                    if (Selector().IsMatch(selector))
                    {
                        _kinds[selector] = kind;
                    }
                }
            }
        }
    }

    /// <summary>How an element is hidden; null where it is not.</summary>
    public HiddenPieceKind? Of(IElement element)
    {
        if (_kinds.Count == 0)
        {
            return null;
        }

        foreach (var name in element.ClassList)
        {
            if (_kinds.TryGetValue("." + name, out var kind) || _kinds.TryGetValue(element.LocalName + "." + name, out kind))
            {
                return kind;
            }
        }

        return (element.Id is { } id && _kinds.TryGetValue("#" + id, out var found)) || _kinds.TryGetValue(element.LocalName, out found) ? found : null;
    }

    [GeneratedRegex(@"[^{}]+\{[^{}]*\}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Rule();

    [GeneratedRegex(@"\A(?:[a-z][a-z0-9]*)?(?:[.#][A-Za-z0-9_-]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Selector();
}
