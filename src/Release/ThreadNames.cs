using Blog.Moderate;

namespace Blog.Release;

/// <summary>The names of one thread as they are released.</summary>
/// <param name="Shown">By comment row: the name beside it; null or absent for nobody.</param>
/// <param name="Renamed">Rows of comments that bear another name than on the old page, or none where there was one.</param>
/// <param name="Terms">Real names that must not stand in the thread's texts, by name.</param>
internal sealed record ThreadNames(IReadOnlyDictionary<long, string?> Shown, IReadOnlySet<long> Renamed, IReadOnlyList<NameTerm> Terms);
