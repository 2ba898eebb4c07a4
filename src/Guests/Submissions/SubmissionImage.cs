namespace Blog.Guests.Submissions;

/// <summary>A picture of a submission, drawn anew by the page.</summary>
/// <param name="Type"><c>image/jpeg</c> or <c>image/png</c>, as its first bytes say too.</param>
/// <param name="Bytes">The file.</param>
public sealed record SubmissionImage(string Type, ReadOnlyMemory<byte> Bytes);
