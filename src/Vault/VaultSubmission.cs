namespace Blog.Vault;

/// <summary>What is known of a submission without opening it.</summary>
/// <param name="Number">Its number, as people name it.</param>
/// <param name="Handle">Its random name, also of its sealed row.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Received">The day it came.</param>
/// <param name="Answers">Number of the first submission under the same code, where that is another one; null for none.</param>
/// <param name="Done">When an editor took or deleted it; null while it waits.</param>
public sealed record VaultSubmission(long Number, VaultHandle Handle, SubmissionKind Kind, DateOnly Received, long? Answers, DateTimeOffset? Done);
