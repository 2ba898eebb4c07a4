using Blog.Gate;
using Blog.Site;
using Blog.Source;

namespace Blog.Bench.Leaks;

/// <summary>A site with a secret at every place, and what the safety check says of it.</summary>
internal sealed class LeakSite : IDisposable
{
    private static readonly DateOnly Day = new(2026, 11, 21);

    private readonly string _blog;
    private readonly StagingFolder _staging;
    private readonly IReadOnlyList<LeakCase> _cases;
    private readonly SecretSet _secrets;

    private LeakSite(string blog, StagingFolder staging, IReadOnlyList<LeakCase> cases)
    {
        _blog = blog;
        _staging = staging;
        _cases = cases;
        _secrets = SecretSet.Of(cases.Select(planted => new Secret(planted.Number, planted.Secret, planted.Scope switch
        {
            "everywhere" => SecretScope.Everywhere,
            "unit" => SecretScope.Of([LeakInput.UnitOf(planted)]),
            "elsewhere" => SecretScope.Of(["nobody-" + planted.Number]),
            _ => throw new ArgumentOutOfRangeException(nameof(cases), planted.Scope, "No such scope."),
        })));
    }

    /// <summary>Writes, builds and plants.</summary>
    public static async Task<LeakSite> MakeAsync(IReadOnlyList<LeakCase> cases)
    {
        var blog = Directory.CreateTempSubdirectory("subrosa-leaks-").FullName;
        LeakInput.Write(blog, cases);
        var folder = new BlogFolder(blog);
        var staging = StagingFolder.Begin(folder, Day);
        var request = new BuildRequest(folder, new BlogReader(folder).ReadSettings(), Day, Environment.ProcessorCount, Durable: false);
        await SiteBuilder.BuildAsync(request, staging, new Progress<BuildStep>(), CancellationToken.None);
        var writer = new LeakWriter(staging.Path);
        foreach (var planted in cases.Where(planted => !LeakInput.IsInput(planted.Sink)))
        {
            writer.Plant(planted);
        }

        return new LeakSite(blog, staging, cases);
    }

    /// <summary>Checks the site with some parts of the search on.</summary>
    public LeakOutcome Check(GateSwitches switches)
    {
        var result = SiteGate.Run(StagedSite.Open(_staging.Path, "https://example.org"), new GateInput
        {
            Secrets = _secrets,
            Today = Day,
            Parallelism = Environment.ProcessorCount,
            Switches = switches,
        }, CancellationToken.None);
        return new LeakOutcome(_cases, result);
    }

    public void Dispose()
    {
        _staging.Dispose();
        Directory.Delete(_blog, recursive: true);
    }
}
