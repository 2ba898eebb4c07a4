using Blog.Pages;
using Blog.Site.Scripts;
using Blog.Source;

namespace Blog.Gate.Checks;

/// <summary>Nothing unexpected ships: every file has a kind that a build writes, and none is a link or empty.</summary>
internal static class FileCheck
{
    public const string Name = "files";

    /// <summary>Kinds a build writes. Anything else in a site is there by accident.</summary>
    private static readonly HashSet<string> Kinds = new(StringComparer.Ordinal)
    {
        ".html", ".css", ".svg", ".atom", ".xml", ".txt", ".png", ".jpg", ".gif", ".webp",
    };

    private static readonly HashSet<string> Names = new(StringComparer.Ordinal) { "_redirects", "_headers" };

    public static void Run(StagedSite site, ICollection<GateFinding> findings)
    {
        foreach (var file in site.Files)
        {
            if (!Kinds.Contains(Path.GetExtension(file)) && !Names.Contains(file) && !IsScript(file) && !IsWorker(site, file) && !IndexFiles.Owns(file) && !ReplyFiles.Owns(file))
            {
                findings.Add(new GateFinding(Name, file, 0, "is of a kind that no build writes, so it would be published by accident.",
                    "Take it out of input/media or theme/assets, or add its kind to the table of the check with a reason."));
            }

            var info = new FileInfo(Path.Combine(site.Root, file));
            if (info.LinkTarget is not null)
            {
                findings.Add(new GateFinding(Name, file, 0, "is a symbolic link, and what it leads to was not checked.", "Put the file itself there."));
            }
            else if (info.Length == 0)
            {
                findings.Add(new GateFinding(Name, file, 0, "is empty, so something went wrong while it was written.", "Build again; if it stays empty, report it."));
            }
        }

        ReplyCheck.Run(site, findings);
    }

    /// <summary>The worker of the offline copy lies at the top of the site, and is the program's own byte for byte: a worker stands between readers and every page.</summary>
    private static bool IsWorker(StagedSite site, string file) => file == OfflineFiles.Worker && site.Read(file).AsSpan().SequenceEqual(ScriptBundle.Offline());

    /// <summary>The theme's own script lies beside its style sheet; one anywhere else came with something.</summary>
    private static bool IsScript(string file) => file.StartsWith("theme/", StringComparison.Ordinal) && file.EndsWith(".js", StringComparison.Ordinal) && file.LastIndexOf('/') == "theme".Length;
}
