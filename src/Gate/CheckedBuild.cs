using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json;
using Blog.Gate.Checks;
using Blog.Gate.Reuse;
using Blog.Search.Index;
using Blog.Search.Units;
using Blog.Site;
using Blog.Site.Reuse;

namespace Blog.Gate;

/// <summary>The whole way from <c>input/</c> to <c>output/</c>: build into staging, check what was built, and only then publish.</summary>
public static class CheckedBuild
{
    /// <summary>Builds, checks and publishes; with findings the staging folder is deleted and nothing is published.</summary>
    /// <param name="request">What to build.</param>
    /// <param name="input">What must not be in it.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="token">Stops the build; nothing is published then.</param>
    public static async Task<BuildReport> RunAsync(BuildRequest request, GateInput input, IProgress<BuildStep> progress, CancellationToken token)
    {
        using var staged = await StageAsync(request, input, progress, token);
        if (staged.Gate.Findings.Count == 0)
        {
            token.ThrowIfCancellationRequested();
            return staged.Publish();
        }

        return staged.Report;
    }

    /// <summary>Builds and checks, and publishes nothing yet: the site lies in its staging folder until it is published or disposed of.</summary>
    /// <param name="request">What to build.</param>
    /// <param name="input">What must not be in it.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="token">Stops the build.</param>
    [SuppressMessage("Reliability", "CA2000", Justification = "What is staged owns both.")]
    public static async Task<StagedBuild> StageAsync(BuildRequest request, GateInput input, IProgress<BuildStep> progress, CancellationToken token)
    {
        var staging = StagingFolder.Begin(request.Folder, request.AsOf);
        var index = new IndexReuse(request.Folder.Build, ProgramIdentity.Current, request.Full);
        try
        {
            var (report, reuse) = await BuildAsync(request, input, staging, index, progress, token);
            return new StagedBuild(staging, request, report, reuse, index);
        }
        catch
        {
            index.Dispose();
            staging.Dispose();
            throw;
        }
    }

    private static async Task<(BuildReport Report, GateReuse Reuse)> BuildAsync(BuildRequest request, GateInput input, StagingFolder staging, IndexReuse index, IProgress<BuildStep> progress, CancellationToken token)
    {
        var built = await SiteBuilder.BuildAsync(request, staging, progress, token);
        WriteIndex(request, staging, index, progress, token);
        var manifest = staging.ToManifest();

        progress.Report(new BuildStep("Safety check", 0, manifest.Entries.Count));
        var site = StagedSite.Open(staging.Path, request.Settings.Address);
        var reuse = GateReuse.Of(request, input, manifest);
        var result = SiteGate.Run(site, input, reuse, token);
        progress.Report(new BuildStep("Safety check", manifest.Entries.Count, manifest.Entries.Count));

        return (new BuildReport
        {
            Posts = built.Posts,
            Comments = built.Comments,
            Pages = manifest.Entries.Count(entry => entry.Path.EndsWith(".html", StringComparison.Ordinal)),
            Files = manifest.Entries.Count,
            Bytes = manifest.TotalBytes,
            Unchanged = staging.Unchanged,
            Carried = staging.Carried,
            Warnings = built.Warnings,
            Waiting = built.Waiting,
            Gate = result,
            SetAside = [],
        }, reuse);
    }

    private static void WriteIndex(BuildRequest request, StagingFolder staging, IndexReuse reuse, IProgress<BuildStep> progress, CancellationToken token)
    {
        const string stage = "Search index";
        progress.Report(new BuildStep(stage, 0, 1));
        var pages = staging.ToManifest();
        var glossary = GlossaryNames.Of(request.Settings.Glossary);
        if (staging.Reuse?.TryCarryIndex(IndexKey(pages, glossary)) == true)
        {
            reuse.Stay();
        }
        else
        {
            reuse.Begin(pages.Entries.ToDictionary(entry => entry.Path, entry => entry.Sha256, StringComparer.Ordinal));
            StagedIndex.Write(staging, glossary, reuse, request.Parallelism, token);
            staging.Reuse?.MadeIndex(staging.ToManifest().Entries.Select(entry => entry.Path).Where(IndexFiles.Owns));
        }

        progress.Report(new BuildStep(stage, 1, 1));
    }

    /// <summary>Hash of all that an index is made of: the pages with their paths, and the glossary. Which program makes it is known by the memory that keeps the hash.</summary>
    private static string IndexKey(Manifest pages, IReadOnlyDictionary<string, string> glossary)
    {
        var of = pages.Entries.Where(entry => entry.Path.EndsWith(".html", StringComparison.Ordinal)).Select(entry => entry.Path + ' ' + entry.Sha256)
            .Concat(glossary.OrderBy(term => term.Key, StringComparer.Ordinal).SelectMany(term => new[] { term.Key, term.Value }));
        return Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(of)));
    }
}
