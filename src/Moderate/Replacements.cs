using Blog.Redact;
using Blog.Text;
using Blog.Vault;

namespace Blog.Moderate;

/// <summary>What stands in a text where words were taken out.</summary>
public static class Replacements
{
    /// <summary>The mark of a kind.</summary>
    public static string MarkOf(FindingKind? kind) => new RedactionMark(kind is { } known ? FindingTreatmentTable.LabelOf(known) : null).SourceText;

    /// <summary>What a decision puts in: its own words, else the mark of its kind.</summary>
    public static string Of(VaultDecision decision) =>
        decision.Replacement ?? MarkOf(FindingKindTable.TryParse(decision.Kind, out var kind) ? kind : null);
}
