namespace Blog.Redact.Tagging;

/// <summary>A run of words with capitals ("Court of Appeal") or of a number with its marks ("31 May 1991"): what is likely masked whole.</summary>
/// <param name="First">First token.</param>
/// <param name="After">Token after it.</param>
/// <param name="Hash">Hash of all its words.</param>
/// <param name="IsNumeric">Whether it is a number, date or amount.</param>
internal readonly record struct TagChunk(int First, int After, uint Hash, bool IsNumeric);
