namespace Blog.Model;

/// <summary>What the writer of a guest post agreed to.</summary>
/// <param name="Sha256">Lower-case hex SHA-256 of the text consented to.</param>
/// <param name="Scope">What may be published: <c>whole</c> or <c>extracts</c>.</param>
/// <param name="Until">Last day on which it may stand; null where no end was set.</param>
public sealed record Consent(string Sha256, string Scope, PublicDate? Until);
