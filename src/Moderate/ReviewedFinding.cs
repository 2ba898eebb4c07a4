using Blog.Redact;
using Blog.Vault;

namespace Blog.Moderate;

/// <summary>A finding with what was decided on it.</summary>
/// <param name="Field">Which text of the unit it lies in.</param>
/// <param name="Finding">The finding.</param>
/// <param name="Status">What was decided.</param>
/// <param name="Treatment">What becomes of it as long as nobody decides; of a near miss nothing.</param>
public sealed record ReviewedFinding(TextField Field, Finding Finding, FindingStatus Status, FindingTreatment Treatment);
