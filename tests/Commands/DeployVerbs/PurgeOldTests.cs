using System.Globalization;
using Blog.Commands;
using Blog.Commands.DeployVerbs;

namespace Blog.Tests.Commands.DeployVerbs;

public sealed class PurgeOldTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);

    private readonly List<TimeSpan> _waits = [];
    private readonly StringWriter _output = new(CultureInfo.InvariantCulture);
    private NetlifyStandIn _host = null!; // set before any test runs

    public async Task InitializeAsync() => _host = await NetlifyStandIn.StartAsync(deploys: 230);

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _output.DisposeAsync();
    }

    [Fact]
    public async Task Without_yes_all_pages_are_listed_and_nothing_is_deleted()
    {
        Assert.Equal(ExitCode.Findings, await RunAsync(deletes: false));
        Assert.Equal(229, _output.ToString().Split('\n').Count(line => line.Contains("  2026-11-20  production  ready", StringComparison.Ordinal)));
        Assert.Contains("229 old deploys", _output.ToString(), StringComparison.Ordinal);
        Assert.Equal(230, _host.Deploys.Count);
        Assert.DoesNotContain(_host.Log, line => line.StartsWith("DELETE", StringComparison.Ordinal));
        Assert.Equal(3, _host.Log.Count(line => line.Contains("/deploys?", StringComparison.Ordinal)));
        Assert.DoesNotContain("commit message", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_yes_only_the_published_one_is_left()
    {
        var published = _host.Published!; // not null: there are more than three
        Assert.Equal(ExitCode.Done, await RunAsync(deletes: true));
        Assert.Equal([published], _host.Deploys);
        Assert.Contains("229 of 229 old deploys are deleted; 0 are listed", _output.ToString(), StringComparison.Ordinal);
        _host.Log.Clear();
        Assert.Equal(ExitCode.Done, await RunAsync(deletes: true));
        Assert.DoesNotContain(_host.Log, line => line.StartsWith("DELETE", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Too_many_requests_are_waited_out_until_the_time_the_host_names()
    {
        _host.Reset = Now.AddSeconds(40);
        _host.Trouble.Enqueue(429);
        Assert.Equal(ExitCode.Done, await RunAsync(deletes: true));
        Assert.Equal([TimeSpan.FromSeconds(41)], _waits);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(0)]
    public async Task A_fault_of_the_host_is_tried_again(int status)
    {
        _host.Trouble.Enqueue(status);
        _host.Trouble.Enqueue(status);
        Assert.Equal(ExitCode.Done, await RunAsync(deletes: true));
        Assert.Equal([TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)], _waits);
    }

    [Theory]
    [InlineData(429, "asked too much")]
    [InlineData(500, "answers 500")]
    [InlineData(0, "does not answer")]
    public async Task It_gives_up_in_the_end(int status, string what)
    {
        for (var i = 0; i < 5; i++)
        {
            _host.Trouble.Enqueue(status);
        }

        var e = await Assert.ThrowsAsync<NetlifyException>(() => RunAsync(deletes: true));
        Assert.Contains(what, e.Message, StringComparison.Ordinal);
        Assert.Equal(230, _host.Deploys.Count);
        Assert.Equal(4, _waits.Count);
    }

    [Fact]
    public async Task A_refused_token_is_in_no_message_and_is_not_tried_again()
    {
        var e = await Assert.ThrowsAsync<NetlifyException>(() => RunAsync(deletes: true, token: "nfp_other0secret"));
        Assert.DoesNotContain("nfp_", e.ToString() + _output, StringComparison.Ordinal);
        Assert.Contains("NETLIFY_AUTH_TOKEN", e.Message, StringComparison.Ordinal);
        Assert.Single(_host.Log);
    }

    [Theory]
    [InlineData("https://elsewhere.example/api/v1/sites/my-site/deploys?page=2&per_page=100")]
    [InlineData("//elsewhere.example/x")]
    [InlineData("/other?page=2&per_page=100")]
    public async Task The_token_goes_to_no_other_host(string next)
    {
        _host.NextLink = next;
        await Assert.ThrowsAsync<NetlifyException>(() => RunAsync(deletes: true));
        Assert.Equal(230, _host.Deploys.Count);
    }

    [Theory]
    [InlineData("{\"published_deploy\":null}")]
    [InlineData("{}")]
    public async Task Where_nothing_is_published_nothing_is_deleted(string body)
    {
        _host.Body = body;
        Assert.Equal(ExitCode.Findings, await RunAsync(deletes: true));
        Assert.Equal(230, _host.Deploys.Count);
    }

    [Fact]
    public async Task An_answer_in_another_form_stops_it()
    {
        _host.Body = "<html>";
        await Assert.ThrowsAsync<NetlifyException>(() => RunAsync(deletes: true));
        await Assert.ThrowsAsync<NetlifyException>(() => RunAsync(deletes: true, site: "../deploys"));
        Assert.Equal(230, _host.Deploys.Count);
    }

    private async Task<int> RunAsync(bool deletes, string token = NetlifyStandIn.Token, string site = "my-site")
    {
        using var client = new NetlifyClient(_host.Address, token, new FixedTime(Now), (wait, _) =>
        {
            _waits.Add(wait);
            return Task.CompletedTask;
        });
        return await PurgeOldVerb.RunAsync(client, site, deletes, _output, CancellationToken.None);
    }

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
