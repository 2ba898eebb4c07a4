using Blog.Model;

namespace Blog.Content;

/// <summary>How many comments have a date.</summary>
/// <param name="Date">The date, as fine as it is known.</param>
/// <param name="Count">Published comments with it.</param>
public readonly record struct DateCount(PublicDate Date, int Count);
