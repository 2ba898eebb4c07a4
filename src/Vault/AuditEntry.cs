namespace Blog.Vault;

/// <summary>One entry of the audit.</summary>
/// <param name="Seq">Its number, from 1 without gaps.</param>
/// <param name="Made">When, in UTC.</param>
/// <param name="Actor">Who: a pen name.</param>
/// <param name="Verb">What was done.</param>
/// <param name="Subject">Random name of what it was done to; null where there is none.</param>
public sealed record AuditEntry(long Seq, DateTimeOffset Made, string Actor, AuditVerb Verb, VaultHandle? Subject);
