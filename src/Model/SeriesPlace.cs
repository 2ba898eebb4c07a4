namespace Blog.Model;

/// <summary>A post's place in a series: "Guest Blog", 47.</summary>
/// <param name="Name">Name of the series, as readers see it.</param>
/// <param name="Number">Number in it, from 1; null where the source gives none.</param>
public sealed record SeriesPlace(string Name, int? Number);
