using System.Globalization;
using System.Security.Cryptography;
using Blog.Bench.Reliability;
using Blog.Bench.Threads;
using Blog.Commands;
using Blog.Commands.Pictures;
using Blog.Import;
using Blog.Import.Fetching;
using Blog.Redact.Pictures;
using Blog.Site;
using Blog.Source;
using Blog.Vault;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Blog.Bench.Import;

/// <summary>
/// Kills an import that fetches pictures at random instants, again and again until it comes to its end: every picture is in the store then, none that was in it before a kill was asked for after it, and the store is whole.
/// The child is this program itself, since the one that people use has no way to fetch from this machine.
/// </summary>
internal static class FetchKillsCommand
{
    private const string Child = "--child";
    private const string Host = "pictures.example";
    private const int Pictures = 60;

    /// <summary>Arguments: [kills, default 100] [seed, default 1].</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        if (args is [Child, var port, var folder])
        {
            return await ChildAsync(int.Parse(port, CultureInfo.InvariantCulture), folder);
        }

        var wanted = args.Count > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 100;
        var random = new StableRandom(args.Count > 1 ? ulong.Parse(args[1], CultureInfo.InvariantCulture) : 1);
        var work = Directory.CreateTempSubdirectory("subrosa-fetch-").FullName;
        try
        {
            var (kills, rounds, wrong) = (0, 0, 0);
            while (kills < wanted)
            {
                var (k, w) = await RoundAsync(work, random);
                (kills, rounds, wrong) = (kills + k, rounds + 1, wrong + w);
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kills} kills in {rounds} archives of {Pictures} pictures, {wrong} things wrong"));
            return wrong == 0 ? 0 : 1;
        }
        finally
        {
            TrialFolder.Clear(work);
        }
    }

    /// <summary>One archive, killed until it is through.</summary>
    private static async Task<(int Kills, int Wrong)> RoundAsync(string work, StableRandom random)
    {
        var trial = Path.Combine(work, "trial");
        TrialFolder.Clear(trial);
        Directory.CreateDirectory(trial);
        string[] program = ["dotnet", "exec", Path.Combine(AppContext.BaseDirectory, "Blog.dll")];
        ChildRun.Of(trial, [.. program, "init", "blog", "--title", "Pictures", "--address", "https://quay.example", "--no-git"]);
        await File.WriteAllTextAsync(Path.Combine(trial, "export.xml"), Export());
        await using var web = await StandInWeb.StartAsync(AnswerAsync, Host);
        string[] child = ["dotnet", "exec", Path.Combine(AppContext.BaseDirectory, "Blog.Bench.dll"), "fetch-kills", Child, web.Port.ToString(CultureInfo.InvariantCulture), trial];
        var (kills, wrong) = (0, 0);
        for (var run = 0; run < 200; run++)
        {
            var known = Known(trial, out var fault);
            wrong += Say(fault);
            var before = web.Asked.Count;
            var ended = ChildRun.Of(trial, child, TimeSpan.FromMilliseconds(random.Between(900, 3_500)));
            var again = web.Asked.Skip(before).Count(asked => known.Contains("http://" + asked));
            wrong += again > 0 ? Say(string.Create(CultureInfo.InvariantCulture, $"{again} pictures that were here were asked for again")) : 0;
            if (ended.ExitCode != 137)
            {
                wrong += ended.ExitCode == 0 && Known(trial, out _).Count == Pictures ? 0 : Say($"it ends with {ended.ExitCode}: {ended.Error}");
                return (kills, wrong);
            }

            kills++;
        }

        return (kills, wrong + Say("it never came to its end"));

        static async Task AnswerAsync(string asked, HttpContext context)
        {
            if (asked.EndsWith("/robots.txt", StringComparison.Ordinal))
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return;
            }

            var number = int.Parse(Path.GetFileNameWithoutExtension(asked), CultureInfo.InvariantCulture);
            await Task.Delay(20, context.RequestAborted);
            await context.Response.Body.WriteAsync(Png(number), context.RequestAborted);
        }
    }

    private static int Say(string? fault)
    {
        if (fault is not null)
        {
            Console.WriteLine(fault);
        }

        return fault is null ? 0 : 1;
    }

    /// <summary>The addresses of pictures that are in the store.</summary>
    private static HashSet<string> Known(string trial, out string? fault)
    {
        fault = null;
        var location = VaultLocation.Resolve(Path.Combine(trial, "blog"), Path.Combine(trial, "vault"), _ => null);
        if (!VaultStore.Exists(location))
        {
            return [];
        }

        try
        {
            using var random = RandomNumberGenerator.Create();
            using var store = VaultStore.Open(location, random, TimeProvider.System);
            var rows = VaultRows.Read(store);
            fault = rows.Faults.Count == 0 ? null : string.Join("; ", rows.Faults);
            return [.. store.Pictures.List().SelectMany(picture => picture.Addresses)];
        }
        catch (VaultException e) when (e.Fault == Blog.Vault.VaultFault.Missing)
        {
            return []; // begun, and nothing in it yet
        }
    }

    private static async Task<int> ChildAsync(int port, string trial)
    {
        var blog = CommonOptions.Folder(Path.Combine(trial, "blog"));
        using var store = VaultAccess.OpenOrCreate(blog, Path.Combine(trial, "vault"));
        var limits = new FetchLimits { HostDelaySeconds = 0 };
        return await ImportCommand.RunAsync(
            blog,
            store,
            Importers.Open(Path.Combine(trial, "export.xml"), DateTimeZone.Utc),
            new BlogReader(blog).ReadSettings(),
            new VerbStages(stage => stage(new Progress<BuildStep>()), Console.Out, Console.Error),
            new ImportAsked(null, IsNewer: false, [], () => new WebFetcher(limits, (host, to, token) => host == Host ? StandInWeb.LoopbackAsync(port, token) : PublicConnection.ConnectAsync(host, to, token), FetchPurpose.Pictures(PictureFetch.IsPicture), TimeProvider.System)),
            CancellationToken.None);
    }

    private static string Export() =>
        "<?xml version='1.0' encoding='UTF-8'?><feed xmlns='http://www.w3.org/2005/Atom'><id>tag:blogger.com,1999:blog-77.archive</id><title type='text'>Pictures</title><link rel='alternate' type='text/html' href='http://quay.example/'/>"
        + "<entry><id>tag:blogger.com,1999:blog-77.post-1</id><published>2015-12-15T10:04:00.000Z</published><category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#post'/><title type='text'>Pictures</title><content type='html'>"
        + string.Concat(Enumerable.Range(1, Pictures).Select(number => $"&lt;p&gt;&lt;img src=&quot;http://{Host}/{number}.png&quot;/&gt;&lt;/p&gt;")) + "</content></entry></feed>";

    /// <summary>A picture of its own for each number: so many pixels wide.</summary>
    private static byte[] Png(int number) => PngEncoder.Encode(new PixelImage(number, 4, []));
}
