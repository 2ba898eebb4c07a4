namespace Blog.Gate.Removal;

/// <summary>Where texts stand in the published site, by paths there and by ids, without a word.</summary>
/// <param name="Pages">Pages on which they stand themselves; of a post its feed too.</param>
/// <param name="Quoting">Other posts and comments that quote them, by public id.</param>
/// <param name="Feeds">Feeds and sitemaps that hold or name them.</param>
/// <param name="Indexed">How many of them the search index holds: it is made from the pages.</param>
/// <param name="Others">Other files that hold or name them: lists, redirections, pages with quotes.</param>
public sealed record PublishedCopies(IReadOnlyList<string> Pages, IReadOnlyList<string> Quoting, IReadOnlyList<string> Feeds, int Indexed, IReadOnlyList<string> Others);
