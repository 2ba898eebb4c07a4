namespace Blog.Gate;

/// <summary>A person's word that a secret may stand at one place for a time.</summary>
/// <param name="Case">Case of the secret.</param>
/// <param name="Place">The place as a finding names it: <c>2015/12/x.html#c123</c>, or the file alone where the bytes belong to no unit.</param>
/// <param name="Reason">Why, in the moderator's words; required.</param>
/// <param name="Until">Last day it holds; after it the waiver itself is a finding.</param>
public sealed record GateWaiver(string Case, string Place, string Reason, DateOnly Until);
