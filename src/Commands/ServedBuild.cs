using Blog.Model;

namespace Blog.Commands;

/// <summary>One build of <c>serve</c>.</summary>
/// <param name="Built">Whether there is a new site to show.</param>
/// <param name="Notes">What open pages should say: warnings, or why nothing was built; no private text.</param>
/// <param name="Settings">The settings of the site.</param>
internal sealed record ServedBuild(bool Built, IReadOnlyList<string> Notes, SiteSettings Settings);
