namespace Blog.Vault;

/// <summary>What a check of the store found. Sentences that name no text.</summary>
/// <param name="Faults">What is wrong; empty where nothing is.</param>
/// <param name="Unknown">What this check cannot know, each with what would tell.</param>
/// <param name="Head">Where the audit ends, to be noted elsewhere.</param>
public sealed record VerifyReport(IReadOnlyList<string> Faults, IReadOnlyList<string> Unknown, AuditHead Head);
