using System.Diagnostics;
using System.Globalization;
using Blog.Bench.Search;

namespace Blog.Bench.Hostile;

/// <summary>Takes the script payloads the whole way to a site and looks at every page of it.</summary>
internal static class HostilePagesCommand
{
    /// <summary>Arguments: PAYLOADS.jsonl [part] [parts] [every] [DOMPurify's script, - for none] [kinds of sources, between commas; the classic export].</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        if (args.Count == 0 || HeadlessBrowser.Find() is not { } browser)
        {
            await Console.Error.WriteLineAsync("Usage: hostile-pages PAYLOADS.jsonl [part] [parts] [every] [purify.min.js] [kinds]; a Chromium is needed (BLOG_BROWSER).");
            return 2;
        }

        var payloads = HostilePayload.Read(args[0], args.Count > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 0, args.Count > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 1);
        var work = Directory.CreateTempSubdirectory("blog-hostile-");
        try
        {
            var watch = Stopwatch.StartNew();
            string[] program = ["dotnet", "exec", Path.Combine(AppContext.BaseDirectory, "Blog.dll")];
            var every = args.Count > 3 ? int.Parse(args[3], CultureInfo.InvariantCulture) : 5;
            var site = args.Count > 5 ? OfSources(work.FullName, program, payloads, every, args[5].Split(',')) : HostileBlog.Build(work.FullName, program, HostileArchive.Write(payloads, every));
            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"site built after {watch.Elapsed.TotalSeconds:0} s"));
            var outcome = await HostilePages.LookAsync(browser, site, Path.Combine(work.FullName, "raw"), payloads, args.Count > 4 && args[4] != "-" ? await File.ReadAllTextAsync(args[4]) : null, Console.Error.WriteLine);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{payloads.Count} payloads, {outcome.Pages} pages and feeds opened with and without a policy: {outcome.Seen.Count} things seen; raw payloads made {outcome.RawRuns} calls and {outcome.RawScripts} scripts ({watch.Elapsed.TotalSeconds:0} s)"));
            foreach (var line in outcome.Seen.Take(60))
            {
                Console.WriteLine(line);
            }

            return outcome.Seen.Count == 0 && outcome.RawRuns > 0 ? 0 : 1;
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    private static string OfSources(string work, string[] program, IReadOnlyList<HostilePayload> payloads, int every, IEnumerable<string> kinds)
    {
        var exports = Path.Combine(work, "exports");
        foreach (var kind in kinds)
        {
            HostileSources.Write(kind, payloads, every, Path.Combine(exports, kind));
        }

        return HostileBlog.BuildOf(work, program, exports);
    }
}
