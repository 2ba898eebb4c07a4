namespace Blog.Gate.Reuse;

/// <summary>A file in which a check found nothing, not even a doubt, and what other files may ask of it.</summary>
/// <param name="Sha256">Lower-case hex SHA-256 of its bytes.</param>
/// <param name="Ids">Those of its ids that other pages link to.</param>
/// <param name="Wanted">The fragments of other pages that it links to.</param>
/// <param name="Units">What it says of its units; null where it shows none in full.</param>
internal sealed record KnownClean(string Sha256, IReadOnlyList<string> Ids, IReadOnlyList<WantedFragment> Wanted, KnownUnits? Units);
