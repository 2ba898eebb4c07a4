namespace Blog.Gate.Checks;

/// <summary>What a staged page says of one unit.</summary>
/// <param name="Id">The unit's id.</param>
/// <param name="Date">Its date in machine form.</param>
/// <param name="Class">Code of its class, as the root lists them.</param>
/// <param name="TitleNorm">Code of the length of its title; -1 for none.</param>
/// <param name="Sum">Sum of the hashes of all its terms, positions and filters, those of text and title weighted by its classes.</param>
/// <param name="Excerpt">Hash of its excerpt.</param>
/// <param name="Title">Title of its thread.</param>
internal sealed record StagedUnit(string Id, string Date, int Class, int TitleNorm, long Sum, long Excerpt, string Title);
