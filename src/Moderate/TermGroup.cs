using Blog.Redact;
using Blog.Text;
using Blog.Vault;

namespace Blog.Moderate;

/// <summary>The terms of one scope, ready to be looked for in many texts.</summary>
internal sealed class TermGroup
{
    private readonly List<TermRule> _rules = [];
    private readonly TermMatcher? _matcher;

    /// <summary>Prepares the terms of decisions; a decision whose term was erased is passed over (nothing of it can be found any more).</summary>
    public TermGroup(IEnumerable<VaultDecision> decisions)
    {
        foreach (var decision in decisions)
        {
            if (decision.Term is not { } term)
            {
                continue;
            }

            // What stays is named exactly: a kept "May" says nothing of another form of it.
            _rules.AddRange(decision.Action == DecisionAction.Keep
                ? [new TermRule(decision, new TermVariant(term, VariantStrength.Sure, LetterCase.Any))]
                : TermVariants.Of(term, FindingKindTable.TryParse(decision.Kind, out var kind) ? kind : null, decision.Variants).Select(variant => new TermRule(decision, variant)));
        }

        _matcher = _rules.Count == 0 ? null : TermMatcher.Of([.. _rules.Select(rule => rule.Variant.Text)]);
    }

    /// <summary>Prepares forms that are known already.</summary>
    public TermGroup(IEnumerable<TermRule> rules)
    {
        _rules.AddRange(rules);
        _matcher = _rules.Count == 0 ? null : TermMatcher.Of([.. _rules.Select(rule => rule.Variant.Text)]);
    }

    /// <summary>All forms.</summary>
    public IReadOnlyList<TermRule> Rules => _rules;

    /// <summary>Every place of a term in a Markdown text: prose, code, and the addresses of links.</summary>
    public IEnumerable<TermHit> Find(UnitText text)
    {
        if (_matcher is null)
        {
            yield break;
        }

        foreach (var match in _matcher.Find(text.Folded))
        {
            var rule = _rules[match.Term];
            if (IsRightCase(rule.Variant, text.View.Text.AsSpan(match.Start, match.Length)) && !HoldsBlankLine(text.View.Text.AsSpan(match.Start, match.Length)))
            {
                yield return new TermHit(rule, new TextRange(text.View.ToSource(match.Start), text.View.ToSource(match.Start + match.Length)), null);
            }
        }

        foreach (var hidden in text.View.Outline.Hidden)
        {
            foreach (var hit in FindHidden(text, hidden))
            {
                yield return hit;
            }
        }
    }

    /// <summary>Every place of a term in a plain text: a title, a label, a path.</summary>
    public IEnumerable<TermHit> FindPlain(string text)
    {
        if (_matcher is null)
        {
            yield break;
        }

        foreach (var match in _matcher.Find(FoldedText.Of(text)))
        {
            if (IsRightCase(_rules[match.Term].Variant, text.AsSpan(match.Start, match.Length)))
            {
                yield return new TermHit(_rules[match.Term], new TextRange(match.Start, match.Start + match.Length), null);
            }
        }
    }

    /// <summary>Whether an address (a path, a slug) holds a sure form of a term.</summary>
    public IEnumerable<TermRule> FindInAddress(string address)
    {
        if (_matcher is null)
        {
            return [];
        }

        return _matcher.Find(FoldedText.Of(Decoded(address))).Select(match => _rules[match.Term]).Where(rule => rule.Variant.Case != LetterCase.Capitals);
    }

    private IEnumerable<TermHit> FindHidden(UnitText text, TextRange hidden)
    {
        var words = hidden.Of(text.Markdown);
        if (RedactionMark.TryRead(words, out _, out var length) && length == words.Length)
        {
            yield break; // a mark of ours holds nothing
        }

        var links = text.View.Outline.Links.Where(link => link.Start < hidden.End && link.End > hidden.Start && (link.Form != MarkdownLinkForm.Inline || hidden.Start >= link.Words.End)).ToList();
        if (links.Count == 0)
        {
            foreach (var match in _matcher!.Find(FoldedText.Of(words))) // the callers have checked that there is one
            {
                if (IsRightCase(_rules[match.Term].Variant, words.AsSpan(match.Start, match.Length)))
                {
                    yield return new TermHit(_rules[match.Term], new TextRange(hidden.Start + match.Start, hidden.Start + match.Start + match.Length), null);
                }
            }

            yield break;
        }

        // Part of an address cannot be masked: the link goes, and an inline one leaves its words.
        foreach (var rule in FindInAddress(words).DistinctBy(rule => rule.Decision.Handle))
        {
            foreach (var link in links)
            {
                yield return link.Form == MarkdownLinkForm.Inline
                    ? new TermHit(rule, new TextRange(link.Words.End, link.End), link)
                    : new TermHit(rule, new TextRange(link.Start, link.End), null);
            }
        }
    }

    /// <summary>An address as a reader may see it: percent-escapes decoded, as often as they nest within reason.</summary>
    private static string Decoded(string address)
    {
        var decoded = address;
        for (var depth = 0; depth < 3 && decoded.Contains('%', StringComparison.Ordinal); depth++)
        {
            var next = Uri.UnescapeDataString(decoded);
            if (next == decoded)
            {
                break;
            }

            decoded = next;
        }

        return decoded;
    }

    private static bool IsRightCase(TermVariant variant, ReadOnlySpan<char> words) => LetterCaseRule.Allows(variant.Case, words);

    /// <summary>A name does not reach over a paragraph's end.</summary>
    private static bool HoldsBlankLine(ReadOnlySpan<char> words)
    {
        var line = words.IndexOf('\n');
        return line >= 0 && words[(line + 1)..].TrimStart(" \t\r>").StartsWith("\n", StringComparison.Ordinal);
    }
}
