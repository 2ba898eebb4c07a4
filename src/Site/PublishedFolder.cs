namespace Blog.Site;

/// <summary>What a swap left behind it.</summary>
/// <param name="Manifest">Everything that is published now.</param>
/// <param name="SetAside">Files found in the old <c>output/</c> that no build had written; they lie in <c>.build/set-aside</c>.</param>
public sealed record PublishedFolder(Manifest Manifest, IReadOnlyList<string> SetAside);
