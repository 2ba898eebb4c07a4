namespace Blog.Redact.Facts.Patterns;

/// <summary>What a class recognised.</summary>
/// <param name="Class">Number of the class.</param>
/// <param name="Length">How many words.</param>
/// <param name="Value">Its value, in lower case.</param>
/// <param name="Low">The least it can be, where it is a number.</param>
/// <param name="High">The most it can be.</param>
/// <param name="Subject">Who it is, where it is a person.</param>
internal sealed record Capture(int Class, int Length, string Value, double? Low = null, double? High = null, FactSubject? Subject = null);
