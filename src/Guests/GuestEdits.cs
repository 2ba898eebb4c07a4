using Blog.Moderate;
using Blog.Redact;
using Blog.Vault;

namespace Blog.Guests;

/// <summary>Changes to a guest's text that a button makes: words out wherever they stand, in every form, as a decision takes them out of an archive.</summary>
public static class GuestEdits
{
    /// <summary>Takes words out of title and text.</summary>
    /// <param name="version">The text.</param>
    /// <param name="words">The words, as they stand in it.</param>
    /// <param name="kind">What they are; null where nobody said.</param>
    /// <param name="instead">Plain words that stand in their place; null for the mark of the kind.</param>
    /// <returns>The text without them, and in how many places they stood; a title counts as one.</returns>
    /// <exception cref="ModerationException">The words are too short, or what would stand instead says no less or is not plain.</exception>
    public static (string? Title, string Markdown, int Places) TakeOut(GuestVersion version, string words, FindingKind? kind, string? instead)
    {
        var decision = new VaultDecision
        {
            Handle = default,
            Made = version.Made,
            Actor = version.By,
            Action = DecisionAction.Redact,
            Scope = DecisionScope.Text,
            Term = words.Trim(),
            Kind = kind is { } known ? FindingKindTable.ToWord(known) : null,
            Replacement = instead,
        };
        Moderation.RequireUsable(decision);
        var group = new TermGroup([decision]);
        var replacement = Replacements.Of(decision);
        var text = new UnitText(version.Markdown);
        var spans = group.Find(text).Where(IsSure).SelectMany(hit => hit.Spans(replacement)).ToList();
        var inTitle = version.Title is null ? [] : group.FindPlain(version.Title).Where(IsSure).Select(hit => new RedactionSpan(hit.Range, replacement)).ToList();
        var title = inTitle.Count == 0 ? version.Title : TextRedactor.RedactOwnPlain(version.Title!, inTitle); // not null: there are places in it
        var redacted = TextRedactor.Redact(version.Markdown, text.View.Outline, spans);
        return (title, redacted.Text, redacted.Count + (inTitle.Count == 0 ? 0 : 1));

        static bool IsSure(TermHit hit) => hit.Rule.Variant.Strength == VariantStrength.Sure;
    }
}
