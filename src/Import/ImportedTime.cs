using Blog.Model;

namespace Blog.Import;

/// <summary>A time as the source has it.</summary>
/// <param name="Value">First instant of what is known, with the offset the source (or the blog's zone) gives.</param>
/// <param name="Precision">How much of it the source gave.</param>
public sealed record ImportedTime(DateTimeOffset Value, DatePrecision Precision);
