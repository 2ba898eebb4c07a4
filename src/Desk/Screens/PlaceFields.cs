namespace Blog.Desk.Screens;

/// <summary>A place in a text, as forms carry it.</summary>
/// <param name="Unit">Handle of the text.</param>
/// <param name="Field"><c>title</c> or <c>body</c>.</param>
/// <param name="Start">First position in the source.</param>
/// <param name="Length">Length in UTF-16 units.</param>
/// <param name="Kind">Word of the kind; null where none is said.</param>
public sealed record PlaceFields(string Unit, string Field, int Start, int Length, string? Kind);
