using Blog.Commands.DeployVerbs;
using Blog.Model;
using YamlDotNet.RepresentationModel;

namespace Blog.Tests.Commands.DeployVerbs;

public sealed class HostFilesTests
{
    private static readonly SiteSettings Settings = new() { Title = "T", Address = "https://blog.example" };

    public static TheoryData<string, bool> Workflows()
    {
        var data = new TheoryData<string, bool>();
        foreach (var host in HostFiles.Hosts.Where(host => host != "netlify"))
        {
            data.Add(host, true);
            data.Add(host, false);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void A_workflow_builds_publishes_and_looks(string host, bool holdsProgram)
    {
        var (path, text) = HostFiles.Of(host, Settings, holdsProgram);
        Assert.StartsWith(".github/workflows/", path, StringComparison.Ordinal);
        var yaml = new YamlStream();
        yaml.Load(new StringReader(text));
        var root = (YamlMappingNode)yaml.Documents[0].RootNode;
        Assert.Equal("read", ((YamlScalarNode)root["permissions"]["contents"]).Value);
        var steps = (YamlSequenceNode)root["jobs"]["publish"]["steps"];
        var runs = steps.OfType<YamlMappingNode>().Where(step => step.Children.ContainsKey("run")).Select(step => ((YamlScalarNode)step["run"]).Value!).ToList();
        var program = holdsProgram ? "dotnet run -c Release --" : "dotnet run -c Release --project .subrosa/Blog.csproj --";
        Assert.Equal($"{program} build", runs[0]);
        Assert.StartsWith($"{program} deploy check https://blog.example --all", runs[^1], StringComparison.Ordinal);
        Assert.Equal(host == "github-pages", runs[^1].EndsWith(" --no-headers", StringComparison.Ordinal));
        Assert.Equal(host == "netlify-actions", runs.Contains($"{program} deploy purge-old --yes"));
        Assert.Equal(holdsProgram ? 1 : 2, steps.OfType<YamlMappingNode>().Count(step => step.Children.TryGetValue("uses", out var action) && ((YamlScalarNode)action).Value == "actions/checkout@v4"));
        Assert.All(runs, run => Assert.DoesNotContain("secrets.", run, StringComparison.Ordinal)); // a secret stands in the environment of one step, never in a command
    }

    [Fact]
    public void A_worker_serves_files_at_their_own_addresses_and_no_earlier_version()
    {
        var (_, text) = HostFiles.Of("cloudflare-workers", Settings, holdsProgram: false);
        foreach (var part in new[] { "\"html_handling\": \"none\"", "\"not_found_handling\": \"404-page\"", "\"preview_urls\": false", "\"workers_dev\": false", "\"pattern\": \"blog.example\"", "'/*/ /:splat/index.html 200'" })
        {
            Assert.Contains(part, text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Netlify_installs_the_sdk_and_takes_the_files_as_they_are(bool holdsProgram)
    {
        var (path, text) = HostFiles.Of("netlify", Settings, holdsProgram);
        Assert.Equal("netlify.toml", path);
        Assert.Contains("skip_processing = true", text, StringComparison.Ordinal);
        Assert.Contains("dotnet-install.sh", text, StringComparison.Ordinal);
        Assert.Equal(!holdsProgram, text.Contains("$SUBROSA_REPOSITORY", StringComparison.Ordinal));
        Assert.Contains("publish = \"output\"", text, StringComparison.Ordinal);
    }
}
