using System.Globalization;
using Blog.Gate.Removal;
using Blog.Model;
using Blog.Release.Erasure;
using Blog.Requests;
using Blog.Source;
using Blog.Vault;

namespace Blog.Commands.TakedownVerbs;

/// <summary>Looks at every place of the table that the program can look at itself. Nothing is changed, nothing is sent anywhere, and nothing but counts and places comes out.</summary>
internal static class CopySearch
{
    /// <summary>Looks.</summary>
    /// <param name="folder">The blog.</param>
    /// <param name="store">The open private store.</param>
    /// <param name="settings">The blog's settings.</param>
    /// <param name="units">Posts and comments.</param>
    /// <param name="withGit">Whether to read the objects of the content's repository.</param>
    /// <param name="token">Stops it.</param>
    /// <returns>A line for each place, in the order of the table.</returns>
    public static IReadOnlyList<CopyLine> Run(BlogFolder folder, VaultStore store, SiteSettings settings, IReadOnlyList<VaultUnit> units, bool withGit, CancellationToken token)
    {
        var eraser = new Eraser(store, folder, settings);
        var plan = eraser.Plan(units);
        var ids = new HashSet<string>(units.SelectMany(unit => new[] { unit.PublicId, unit.FreshId }).OfType<string>(), StringComparer.Ordinal);
        var site = CheckedRemoval.Find(new RemovalRequest(folder, settings.Address, ids, eraser.List.Passages, Clock.AsOf(null, settings.TimeZone, TimeProvider.System), Environment.ProcessorCount, Durable: false), token);
        var pictures = new VaultEraser(store, eraser.List).PicturesIn(units);
        var media = new[] { folder.Input, folder.Output }.Where(Directory.Exists).SelectMany(root => Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)).Where(file => pictures.Contains(Path.GetFileNameWithoutExtension(file))).ToList();
        var git = withGit && GitRepository.Of(folder.Root) is { } repository ? new GitSearch(eraser.List.Passages, TakedownUnits.Pieces(store, eraser, units)).Look(repository, token) : null;
        var redirects = site.Others.Where(file => Path.GetExtension(file).Length == 0).ToList();
        var quotes = site.Quoting.Concat(plan.Quoting.Select(unit => unit.Hex[..VaultHandle.ShownDigits])).ToList();
        return
        [
            .. RequestKindTable.Copies.Select(place => place.Word switch
            {
                "page" => new CopyLine(place, site.Pages.Count, site.Pages),
                "quotes" => new CopyLine(place, quotes.Count, [.. quotes, .. site.Others.Except(redirects, StringComparer.Ordinal)]),
                "feeds" => new CopyLine(place, site.Feeds.Count, site.Feeds),
                "index" => new CopyLine(place, site.Indexed, []),
                "media" => new CopyLine(place, media.Count, [.. media.Select(file => Path.GetRelativePath(folder.Root, file))]),
                "redirects" => new CopyLine(place, redirects.Count, redirects),
                "input" => new CopyLine(place, plan.Files.Count, plan.Files),
                "store" => new CopyLine(place, plan.WithWords, []),
                "backups" => new CopyLine(place, plan.Copies.Count, [.. plan.Copies.Select(copy => string.Create(CultureInfo.InvariantCulture, $"{copy.Kind} of {copy.Made:yyyy-MM-dd}: {copy.Place}"))]),
                "git" => git is null ? new CopyLine(place, null, []) : new CopyLine(place, git.Found.Count + git.FoundFiles.Count, GitPlaces(git)),
                _ => new CopyLine(place, null, []),
            }),
        ];
    }

    /// <summary>What a search through a repository saw, in words.</summary>
    public static IReadOnlyList<string> GitPlaces(GitSearchReport git)
    {
        var places = new List<string> { string.Create(CultureInfo.InvariantCulture, $"{git.Objects:N0} objects and {git.Files:N0} other files looked at; {git.Now:N0} of those found stand in what is checked out, {git.Loose:N0} hang on no commit") };
        if (git.Commits.Count > 0)
        {
            places.Add(string.Create(CultureInfo.InvariantCulture, $"commits: {string.Join(' ', git.Commits)}"));
        }

        places.AddRange(git.FoundFiles.Select(file => ".git/" + file.Replace('\\', '/')));
        return places;
    }
}
