namespace Blog.Site.Reuse;

/// <summary>What a build made of one post or page, and of what.</summary>
/// <param name="Key">Hash of all it was made of, but for the paths it links to; see <see cref="ReuseKeys"/>.</param>
/// <param name="Paths">Each path of the site that its texts name, and the link it became; null where it led nowhere.</param>
/// <param name="Files">Paths of its pages and its feed within the site.</param>
/// <param name="Warnings">What in its texts could not be rendered as it was meant.</param>
internal sealed record KnownPost(string Key, IReadOnlyDictionary<string, string?> Paths, IReadOnlyList<string> Files, IReadOnlyList<string> Warnings);
