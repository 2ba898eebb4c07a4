using Blog.Bench.Import;
using Blog.Commands.Pictures;
using Blog.Import.Fetching;
using Blog.Tests.Redact.Pictures;
using Microsoft.AspNetCore.Http;

namespace Blog.Tests.Import.Fetching;

/// <summary>What is fetched, what is not, and who is never asked, against hosts that stand in on this machine.</summary>
public sealed class WebFetcherTests
{
    private const string Quay = "quay.example";
    private const string Pier = "pier.example";

    private static readonly byte[] Picture = SamplePictures.Png();

    private readonly JumpingClock _clock = new();

    [Theory]
    [InlineData("http://quay.example/a.png", FetchOutcome.Fetched)]
    [InlineData("http://quay.example/moved", FetchOutcome.Fetched)] // two redirects, one to another host
    [InlineData("http://quay.example/none.png", FetchOutcome.Gone)]
    [InlineData("http://quay.example/secret/a.png", FetchOutcome.Disallowed)]
    [InlineData("http://quay.example/to-secret", FetchOutcome.Disallowed)]
    [InlineData("http://quay.example/page", FetchOutcome.NotWanted)]
    [InlineData("http://quay.example/empty", FetchOutcome.NotWanted)]
    [InlineData("http://quay.example/svg", FetchOutcome.NotWanted)]
    [InlineData("http://quay.example/loop", FetchOutcome.Failed)]
    [InlineData("http://quay.example/broken", FetchOutcome.Failed)]
    [InlineData("http://quay.example/cut", FetchOutcome.Failed)]
    [InlineData("http://quay.example/slow", FetchOutcome.Failed)]
    [InlineData("http://quay.example/drip", FetchOutcome.Failed)]
    [InlineData("http://quay.example/announced-large", FetchOutcome.TooLarge)]
    [InlineData("http://quay.example/endless", FetchOutcome.TooLarge)]
    [InlineData("http://quay.example/to-loopback", FetchOutcome.NotPublic)]
    [InlineData("http://quay.example/to-metadata", FetchOutcome.NotPublic)]
    [InlineData("http://quay.example/to-name-of-home", FetchOutcome.NotPublic)]
    [InlineData("http://quay.example/to-port", FetchOutcome.NotPublic)]
    [InlineData("http://quay.example/to-file", FetchOutcome.Gone)]
    [InlineData("http://quay.example/nowhere", FetchOutcome.Gone)]
    [InlineData("http://quay.example:8080/a.png", FetchOutcome.NotPublic)]
    [InlineData("http://127.0.0.1/a.png", FetchOutcome.NotPublic)]
    [InlineData("http://[::1]/a.png", FetchOutcome.NotPublic)]
    [InlineData("http://localhost/a.png", FetchOutcome.NotPublic)]
    [InlineData("ftp://quay.example/a.png", FetchOutcome.NotPublic)]
    [InlineData("file:///etc/passwd", FetchOutcome.NotPublic)]
    [InlineData("http://user:pass@quay.example/a.png", FetchOutcome.NotPublic)]
    public async Task What_comes_of_an_address(string address, FetchOutcome outcome)
    {
        await using var web = await StandInWeb.StartAsync(AnswerAsync, Quay, Pier);
        using var fetcher = Fetcher(web, Small);

        var result = await fetcher.FetchAsync(address, CancellationToken.None);

        Assert.Equal(outcome, result.Outcome);
        Assert.Equal(outcome == FetchOutcome.Fetched ? Picture : [], result.Bytes.ToArray());
        Assert.DoesNotContain(web.Asked, asked => asked.Contains("127.0.0.1", StringComparison.Ordinal) || asked.StartsWith("localhost", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_host_is_asked_for_its_robots_once_and_no_faster_than_it_wants()
    {
        await using var web = await StandInWeb.StartAsync(AnswerAsync, Quay, Pier);
        using var fetcher = Fetcher(web, Small);
        foreach (var address in (string[])["http://quay.example/a.png", "http://quay.example/b.png", "http://pier.example/a.png", "http://quay.example/c.png", "http://pier.example/b.png"])
        {
            Assert.Equal(FetchOutcome.Fetched, (await fetcher.FetchAsync(address, CancellationToken.None)).Outcome);
        }

        Assert.Equal(1, web.Asked.Count(asked => asked == "quay.example/robots.txt"));
        Assert.Equal([1, 1, 7, 7], _clock.Waits.Where(wait => wait > 0.5).Order()); // Pier wants seven seconds; Quay's third turn came while it was waited for
    }

    [Fact]
    public async Task A_host_in_trouble_or_that_asks_for_a_pause_is_left_alone()
    {
        await using var web = await StandInWeb.StartAsync(AnswerAsync, Quay, "busy.example", "down.example", "slow.example", "shy.example");
        using var fetcher = Fetcher(web, Small);
        Assert.Equal(FetchOutcome.Failed, await Of("http://busy.example/a.png"));
        Assert.Equal(FetchOutcome.HostLeftAlone, await Of("http://busy.example/b.png"));
        Assert.Equal(2, web.Asked.Count(asked => asked.StartsWith("busy.example", StringComparison.Ordinal)));
        Assert.Equal(FetchOutcome.Failed, await Of("http://down.example/a.png")); // no robots.txt to be had: nothing may be fetched
        Assert.Equal(FetchOutcome.Failed, await Of("http://down.example/b.png"));
        Assert.Equal(["down.example/robots.txt"], web.Asked.Where(asked => asked.StartsWith("down.example", StringComparison.Ordinal)));
        Assert.Equal(FetchOutcome.HostLeftAlone, await Of("http://shy.example/a.png")); // asks for more seconds than anybody waits
        for (var i = 0; i < Small.MaximumFailures; i++)
        {
            Assert.Equal(FetchOutcome.Failed, await Of("http://quay.example/broken"));
        }

        Assert.Equal(FetchOutcome.HostLeftAlone, await Of("http://quay.example/a.png"));

        async Task<FetchOutcome> Of(string address) => (await fetcher.FetchAsync(address, CancellationToken.None)).Outcome;
    }

    [Fact]
    public async Task A_file_and_a_run_may_be_as_large_as_the_limit_and_no_larger()
    {
        await using var web = await StandInWeb.StartAsync(AnswerAsync, Quay);
        async Task<FetchOutcome> Of(FetchLimits limits, int times)
        {
            using var fetcher = Fetcher(web, limits);
            for (var i = 1; i < times; i++)
            {
                await fetcher.FetchAsync("http://quay.example/a.png", CancellationToken.None);
            }

            return (await fetcher.FetchAsync("http://quay.example/a.png", CancellationToken.None)).Outcome;
        }

        Assert.Equal(FetchOutcome.Fetched, await Of(Small with { MaximumFileBytes = Picture.Length }, 1));
        Assert.Equal(FetchOutcome.TooLarge, await Of(Small with { MaximumFileBytes = Picture.Length - 1 }, 1));
        var robots = Robots.Length;
        Assert.Equal(FetchOutcome.Fetched, await Of(Small with { MaximumTotalBytes = robots + (2 * Picture.Length) }, 2));
        Assert.Equal(FetchOutcome.RunFull, await Of(Small with { MaximumTotalBytes = robots + (2 * Picture.Length) }, 3));
        Assert.Equal(FetchOutcome.RunFull, await Of(Small with { MaximumTotalBytes = robots + (2 * Picture.Length) - 1 }, 2));
    }

    [Fact]
    public async Task As_many_redirects_are_followed_as_the_limit_and_no_more()
    {
        await using var web = await StandInWeb.StartAsync(AnswerAsync, Quay);
        using var fetcher = Fetcher(web, Small);
        Assert.Equal(FetchOutcome.Fetched, (await fetcher.FetchAsync("http://quay.example/hop5", CancellationToken.None)).Outcome);
        Assert.Equal(FetchOutcome.Failed, (await fetcher.FetchAsync("http://quay.example/hop6", CancellationToken.None)).Outcome);
    }

    [Fact]
    public async Task Nothing_of_the_writer_goes_along()
    {
        var headers = new List<string>();
        await using var web = await StandInWeb.StartAsync(
            (asked, context) =>
            {
                headers.AddRange(context.Request.Headers.Select(header => header.Key));
                context.Response.Headers.SetCookie = "who=you";
                return AnswerAsync(asked, context);
            },
            Quay);
        using var fetcher = Fetcher(web, Small);
        await fetcher.FetchAsync("http://quay.example/a.png", CancellationToken.None);
        await fetcher.FetchAsync("http://quay.example/b.png", CancellationToken.None);

        Assert.Equal(["Accept", "Host", "User-Agent"], headers.Distinct().Order(StringComparer.Ordinal));
    }

    private const string Robots = "User-agent: *\nDisallow: /secret\n";

    private static FetchLimits Small => new() { MaximumFileBytes = 4_000, MaximumTotalBytes = 100_000, MaximumAnswerMilliseconds = 1_500, MaximumConnectMilliseconds = 1_500 };

    private WebFetcher Fetcher(StandInWeb web, FetchLimits limits) => new(limits, web.ConnectAsync, FetchPurpose.Pictures(PictureFetch.IsPicture), _clock);

    private static async Task AnswerAsync(string asked, HttpContext context)
    {
        var response = context.Response;
        switch (asked)
        {
            case "down.example/robots.txt":
                response.StatusCode = 500;
                return;
            case "busy.example/robots.txt":
                response.StatusCode = 404;
                return;
            case "pier.example/robots.txt":
                await response.WriteAsync("User-agent: subrosa\nCrawl-delay: 7\n");
                return;
            case "shy.example/robots.txt":
                await response.WriteAsync("User-agent: *\nCrawl-delay: 31\n");
                return;
            case "quay.example/robots.txt":
                await response.WriteAsync(Robots);
                return;
            case "busy.example/a.png":
                response.StatusCode = 429;
                return;
            case "quay.example/none.png":
                response.StatusCode = 404;
                return;
            case "quay.example/broken":
                response.StatusCode = 500;
                return;
            case "quay.example/page":
                response.ContentType = "image/png"; // what a server says counts for nothing
                await response.WriteAsync("<!DOCTYPE html><html><body>Sign in</body></html>");
                return;
            case "quay.example/svg":
                await response.WriteAsync("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>");
                return;
            case "quay.example/empty":
                return;
            case "quay.example/cut":
                response.ContentLength = Picture.Length;
                await response.Body.WriteAsync(Picture.AsMemory(0, 40));
                await response.Body.FlushAsync();
                context.Abort();
                return;
            case "quay.example/slow":
                await Task.Delay(TimeSpan.FromMinutes(1), context.RequestAborted);
                return;
            case "quay.example/drip":
                await response.Body.WriteAsync(Picture.AsMemory(0, 40), context.RequestAborted);
                for (var i = 0; i < 600; i++)
                {
                    await response.Body.WriteAsync(Picture.AsMemory(40, 1), context.RequestAborted);
                    await response.Body.FlushAsync(context.RequestAborted);
                    await Task.Delay(100, context.RequestAborted);
                }

                return;
            case "quay.example/announced-large":
                response.ContentLength = 4_001;
                await response.Body.FlushAsync();
                return;
            case "quay.example/endless":
                await response.Body.WriteAsync(Picture, context.RequestAborted);
                while (!context.RequestAborted.IsCancellationRequested)
                {
                    await response.Body.WriteAsync(new byte[4_096], context.RequestAborted);
                }

                return;
            default:
                var target = asked["quay.example".Length..] switch
                {
                    "/moved" => asked == "pier.example/moved" ? "/a.png" : "http://pier.example/moved",
                    "/loop" => "/loop",
                    "/to-secret" => "/secret/a.png",
                    "/to-loopback" => "http://127.0.0.1/a.png",
                    "/to-metadata" => "http://169.254.169.254/latest/meta-data/",
                    "/to-name-of-home" => "http://localhost/a.png",
                    "/to-port" => "http://quay.example:22/",
                    "/to-file" => "file:///etc/passwd",
                    "/nowhere" => string.Empty,
                    ['/', 'h', 'o', 'p', var hop] => hop == '1' ? "/a.png" : $"/hop{(char)(hop - 1)}",
                    _ => null,
                };
                if (target is null)
                {
                    await response.Body.WriteAsync(Picture);
                    return;
                }

                response.StatusCode = 302;
                response.Headers.Location = target;
                return;
        }
    }
}
