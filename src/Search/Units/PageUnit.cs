namespace Blog.Search.Units;

/// <summary>A unit as its page shows it, before its thread is known: a further part of a thread does not repeat labels and series.</summary>
/// <param name="Id">As <see cref="SearchUnit.Id"/>.</param>
/// <param name="Kind">As <see cref="SearchUnit.Kind"/>.</param>
/// <param name="Anchor">As <see cref="SearchUnit.Anchor"/>.</param>
/// <param name="Number">As <see cref="SearchUnit.Number"/>.</param>
/// <param name="Title">As <see cref="SearchUnit.Title"/>.</param>
/// <param name="Author">As <see cref="SearchUnit.Author"/>.</param>
/// <param name="Date">As <see cref="SearchUnit.Date"/>.</param>
/// <param name="Text">As <see cref="SearchUnit.Text"/>.</param>
public sealed record PageUnit(string Id, UnitKind Kind, string Anchor, string Number, string Title, string Author, string Date, string Text);
