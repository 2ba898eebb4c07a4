using Blog.Vault;

namespace Blog.Guests.Submissions;

/// <summary>A submission and what it says.</summary>
/// <param name="Row">What is known without opening it.</param>
/// <param name="Content">What it says; null where it is not in the form of the page, or could not be opened.</param>
/// <param name="Raw">The bytes as they were in the message; of one that could not be opened, the message.</param>
public sealed record OpenedSubmission(VaultSubmission Row, Submission? Content, ReadOnlyMemory<byte> Raw);
