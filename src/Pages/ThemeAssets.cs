namespace Blog.Pages;

/// <summary>Addresses on the site of the theme's own files, with the hash of their content in the name where the build puts one there.</summary>
/// <param name="Stylesheet">Address of the stylesheet, e.g. <c>/assets/site.3f9a1c02.css</c>.</param>
/// <param name="Icon">Address of the icon.</param>
/// <param name="SearchScript">Address of the search page's script.</param>
/// <param name="SiteScript">Address of the script of all other pages.</param>
/// <param name="SubmitScript">The script that encrypts submissions.</param>
public sealed record ThemeAssets(string Stylesheet, string Icon, string SearchScript, string SiteScript, PinnedScript SubmitScript);
