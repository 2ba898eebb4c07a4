namespace Blog.Search.Units;

/// <summary>A post or a comment as its staged page shows it: what the index is made of. Its thread stands in <see cref="UnitPage"/>.</summary>
/// <remarks>Titles, names and texts are plain; a redaction mark stands in them as <see cref="UnitText.MarkStart"/>, its words, <see cref="UnitText.MarkEnd"/>.</remarks>
/// <param name="Id">The unit's id, as in <c>data-unit</c>.</param>
/// <param name="Kind">Post or comment.</param>
/// <param name="Anchor">Its anchor on the page, <c>c123</c>; empty for a post.</param>
/// <param name="Number">The number readers see, <c>6.4</c>; empty for a post.</param>
/// <param name="Title">Title of a post; empty for a comment and for a post without a title.</param>
/// <param name="Author">Name or pseudonym; empty where there is none.</param>
/// <param name="Date">Date in machine form, no finer than published (<c>2016</c>, <c>2016-03</c>, <c>2016-03-14</c>, <c>2016-03-14T11:23Z</c>); empty where unknown.</param>
/// <param name="Text">Its text; blocks are parted by a line end.</param>
public sealed record PageUnit(string Id, UnitKind Kind, string Anchor, string Number, string Title, string Author, string Date, string Text);
