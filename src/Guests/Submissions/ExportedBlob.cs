namespace Blog.Guests.Submissions;

/// <summary>One message out of an export.</summary>
/// <param name="Bytes">The message.</param>
/// <param name="Received">The day it came, where the export says so.</param>
public sealed record ExportedBlob(ReadOnlyMemory<byte> Bytes, DateOnly? Received);
