using System.Collections.Concurrent;
using System.Globalization;
using Blog.Content;
using Blog.Model;
using Blog.Pages;
using Blog.Site.Hosting;
using Blog.Site.Reuse;
using Blog.Site.Scripts;
using Blog.Source;
using Blog.Theme;

namespace Blog.Site;

/// <summary>The list of steps that make a site out of <c>input/</c>, in the staging folder.</summary>
/// <remarks>
/// Two passes over the texts: the first keeps of each post only what all pages together need, the second renders a post, writes its pages and
/// its feed, and forgets it. Memory grows with the number of posts, not with their texts.
/// </remarks>
public static class SiteBuilder
{
    /// <summary>Writes the whole site.</summary>
    /// <exception cref="SourceException">Files of <c>input/</c> cannot be read; it names all of them.</exception>
    /// <exception cref="OutputException">Two pages want one address, or an address is unsafe.</exception>
    public static async Task<SiteBuildReport> BuildAsync(BuildRequest request, StagingFolder staging, IProgress<BuildStep> progress, CancellationToken token)
    {
        var reader = new BlogReader(request.Folder);
        staging.Posts = request.WithUnfinished ? null : PostMemory.Of(request.Folder, ProgramIdentity.Current, request.Settings, request.Full, request.Rest, TimeProvider.System);
        var index = ReadIndex(reader, request, staging.Posts, progress);
        token.ThrowIfCancellationRequested();

        var assets = ThemeFiles.Write(staging);
        CopyMedia(reader, staging);
        var opening = CopyReplies(reader, request, staging);

        var pages = new SitePages(index, assets, opening);
        var reuse = new PageReuse(request.Full ? SiteMemory.None : SiteMemory.Of(request.Folder), new ReuseKeys(index, reader, assets, opening, pages), staging);
        staging.Reuse = reuse;
        using var renderer = new PageRenderer();
        var feed = new AtomFeed(index);
        var warnings = await WritePostsAsync(index, reader, pages, feed, renderer, reuse, request, staging, progress, token);
        if (!reuse.TryCarryLists(index))
        {
            reuse.MadeLists(await WriteListsAsync(pages, renderer, request, staging, progress, token));
        }

        IReadOnlyList<SiteFile> files = [feed.ToFile(), .. Sitemap.Of(index), RobotsFile.Of(index.Settings), HeadersFile.Of(index.Settings), .. RedirectRules.Of(index)];
        foreach (var file in files)
        {
            staging.Write(file.Path, file.Bytes.Span);
        }

        if (SecurityTxt.Of(index.Settings, request.AsOf) is { } security)
        {
            staging.Write(security.Path, security.Bytes.Span);
        }

        if (index.Settings.Offline)
        {
            staging.Write(OfflineFiles.Worker, ScriptBundle.Offline());
            var list = OfflineList.Of(staging.ToManifest(), index.Settings.Address); // of everything that was written before it
            staging.Write(list.Path, list.Bytes.Span);
        }

        warnings.AddRange(index.LeftOut.Select(Explain));
        warnings.AddRange(Warnings(request, opening));
        return new SiteBuildReport(index.Posts.Count, index.Posts.Concat(index.Pages).Sum(post => post.Thread.Published + post.Thread.Removed),
            [.. warnings.Order(StringComparer.Ordinal)], Waiting(index));
    }

    /// <summary>How many posts wait for their day, and the first of those days.</summary>
    private static WaitingPosts Waiting(SiteIndex index)
    {
        var days = index.LeftOut.Where(post => post.Reason == LeftOutReason.Scheduled && post.Date is not null).Select(post => DateOnly.FromDateTime(post.Date!.Value.Start.DateTime)).Order().ToList(); // not null: just asked
        return new WaitingPosts(days.Count, days.Count == 0 ? null : days[0]);
    }

    private static SiteIndex ReadIndex(BlogReader reader, BuildRequest request, PostMemory? memory, IProgress<BuildStep> progress)
    {
        const string stage = "Reading input";
        progress.Report(new BuildStep(stage, 0, 0));
        var index = SiteIndexReader.Read(reader, request.Settings, request.AsOf, request.Parallelism, null, request.WithUnfinished, memory);
        var count = index.Posts.Count + index.Pages.Count;
        progress.Report(new BuildStep(stage, count, count));
        return index;
    }

    private static void CopyMedia(BlogReader reader, StagingFolder staging)
    {
        foreach (var medium in reader.ListMedia())
        {
            staging.Write(medium.Path, File.ReadAllBytes(reader.Folder.InputFile(medium.Path)));
        }
    }

    /// <summary>The answers to submissions, all of them or none, as they lie there: a build makes none, so that a new build tells nothing.</summary>
    private static SubmissionOpening CopyReplies(BlogReader reader, BuildRequest request, StagingFolder staging)
    {
        if (request.Settings.Submissions is null)
        {
            return SubmissionOpening.None;
        }

        var replies = reader.ListReplies();
        foreach (var path in replies)
        {
            staging.Write(path, File.ReadAllBytes(reader.Folder.InputFile(path)));
        }

        return new SubmissionOpening(reader.ReadSubmissionKeys(), request.AsOf, replies.Count > 0);
    }

    private static IEnumerable<string> Warnings(BuildRequest request, SubmissionOpening opening)
    {
        var settings = request.Settings;
        if (settings.Comments == CommentWay.OldBlog && settings.OldBlog is null)
        {
            yield return "site.yml: comments are said to be written on the old blog, and its address is not given. Write it: oldBlog: https://...";
        }

        if (settings.Submissions is null)
        {
            yield break;
        }

        foreach (var warning in opening.Keys?.Warnings(request.AsOf) ?? [$"{SubmissionKeys.FileName}: there are no keys, so the page for submissions takes nothing and says so. Write them with \"keys publish\"."])
        {
            yield return warning;
        }
    }

    private static async Task<List<string>> WritePostsAsync(
        SiteIndex index, BlogReader reader, SitePages pages, AtomFeed feed, PageRenderer renderer, PageReuse reuse, BuildRequest request, StagingFolder staging, IProgress<BuildStep> progress, CancellationToken token)
    {
        var entries = index.Posts.Concat(index.Pages).ToList();
        var content = new PostRenderer(index, reader);
        var commentFeed = new CommentFeed(index.Settings);
        var warnings = new ConcurrentBag<string>();
        var done = 0;
        progress.Report(new BuildStep("Posts", 0, entries.Count));
        await Parallel.ForEachAsync(entries, Options(request, token), async (entry, cancellation) =>
        {
            if (feed.Wants(entry) || !reuse.TryCarry(entry, content.LeadsTo, out var said))
            {
                var post = content.Render(entry);
                feed.Add(post);
                reuse.Made(entry, post, await WritePostAsync(post, pages, commentFeed, renderer, staging, cancellation));
                said = [.. post.Findings.Select(finding => finding.ToString())];
            }

            foreach (var finding in said)
            {
                warnings.Add(finding);
            }

            progress.Report(new BuildStep("Posts", Interlocked.Increment(ref done), entries.Count));
        });
        return [.. warnings];
    }

    /// <summary>Writes the pages of a post and the feed of its comments; returns their paths.</summary>
    private static async Task<IReadOnlyList<string>> WritePostAsync(RenderedPost post, SitePages pages, CommentFeed commentFeed, PageRenderer renderer, StagingFolder staging, CancellationToken token)
    {
        var files = new List<string>();
        foreach (var page in pages.Of(post))
        {
            files.Add(await WritePageAsync(page, renderer, staging, token));
        }

        if (CommentFeed.Exists(post))
        {
            var file = commentFeed.Of(post);
            staging.Write(file.Path, file.Bytes.Span);
            files.Add(file.Path);
        }

        return files;
    }

    private static async Task<IReadOnlyCollection<string>> WriteListsAsync(SitePages pages, PageRenderer renderer, BuildRequest request, StagingFolder staging, IProgress<BuildStep> progress, CancellationToken token)
    {
        var lists = pages.Lists();
        var files = new ConcurrentBag<string>();
        var done = 0;
        progress.Report(new BuildStep("Lists", 0, lists.Count));
        await Parallel.ForEachAsync(lists, Options(request, token), async (list, cancellation) =>
        {
            foreach (var page in list.Pages())
            {
                files.Add(await WritePageAsync(page, renderer, staging, cancellation));
            }

            progress.Report(new BuildStep("Lists", Interlocked.Increment(ref done), lists.Count));
        });
        return files;
    }

    private static async Task<string> WritePageAsync(PageModel page, PageRenderer renderer, StagingFolder staging, CancellationToken token)
    {
        using var buffer = new PooledBytes();
        await renderer.RenderAsync(page, buffer, token);
        var path = SiteAddresses.ToFile(page.Frame.Address);
        staging.Write(path, buffer.Written);
        return path;
    }

    private static ParallelOptions Options(BuildRequest request, CancellationToken token) => new() { MaxDegreeOfParallelism = request.Parallelism, CancellationToken = token };

    private static string Explain(LeftOutPost post) => $"{post.File.Path}: not on the site, {(post is { Reason: LeftOutReason.Scheduled, Date: { } day } ? $"its date ({day}) is still to come." : Reason(post.Reason))}";

    private static string Reason(LeftOutReason reason) => reason switch
    {
        LeftOutReason.Draft => "it is a draft. Take \"draft: true\" out of its front matter to publish it.",
        LeftOutReason.Scheduled => "its date is still to come.",
        LeftOutReason.Expired => "the last day it may stand (until) is over.",
        LeftOutReason.ConsentEnded => "its writer's consent has ended.",
        LeftOutReason.NoConsent => "it is a guest post without its writer's consent.",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "No such reason."),
    };
}
