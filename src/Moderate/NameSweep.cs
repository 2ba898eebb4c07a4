using Blog.Redact;
using Blog.Vault;

namespace Blog.Moderate;

/// <summary>
/// After <see cref="NameMentions"/>: takes the same names out where they stand in another spelling, in code or in an address, by the very
/// matcher of the gate, so that what the gate would refuse is not there.
/// </summary>
public sealed class NameSweep
{
    private readonly TermGroup? _names;

    /// <summary>Prepares the names of one thread.</summary>
    public NameSweep(NameMentions mentions)
    {
        var rules = mentions.Sought.Select(name => new TermRule(
            new VaultDecision { Handle = default, Made = default, Actor = string.Empty, Action = DecisionAction.Redact, Scope = DecisionScope.Thread, Term = name.Words, Replacement = name.Replacement },
            new TermVariant(name.Words, VariantStrength.Sure, name.Letters))).ToList();
        _names = rules.Count == 0 ? null : new TermGroup(rules);
    }

    /// <summary>A Markdown text without the names, and how many places there were.</summary>
    public (string Text, int Count) Apply(string markdown)
    {
        if (_names is null || markdown.Length == 0)
        {
            return (markdown, 0);
        }

        var text = new UnitText(markdown);
        var spans = _names.Find(text).SelectMany(Spans).ToList();
        if (spans.Count == 0)
        {
            return (markdown, 0);
        }

        var redacted = TextRedactor.Redact(markdown, text.View.Outline, spans);
        return (redacted.Text, redacted.Count);
    }

    /// <summary>Whether an address or another short text holds one of the names.</summary>
    public bool IsIn(string address) => _names is not null && _names.FindInAddress(address).Any();

    private static IEnumerable<RedactionSpan> Spans(TermHit hit)
    {
        if (hit.Link is not { } link)
        {
            return [new RedactionSpan(hit.Range, hit.Rule.Decision.Replacement ?? NameMentions.NameMark)];
        }

        return [new RedactionSpan(new TextRange(link.Start, link.Words.Start), string.Empty), new RedactionSpan(hit.Range, " " + Replacements.MarkOf(null))];
    }
}
