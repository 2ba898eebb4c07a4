using System.Net;
using System.Text.RegularExpressions;
using Blog.Import;
using Blog.Tests.Browser;
using Blog.Tests.Vault;
using Blog.Vault;

namespace Blog.Tests.Desk;

/// <summary>Joining all comments that are alike at once: counted and shown first, refused where the list has changed, taken back in one step.</summary>
public sealed partial class TwiceScreenTests
{
    private const string Words = "The kettle in the yard was never once inspected in all the winters";

    [Fact]
    public async Task All_that_are_alike_are_joined_after_a_rehearsal_and_taken_back_in_one_step()
    {
        await using var host = await ConsoleHost.StartAsync(Entries());
        await ConsoleKeysTests.SettleAsync(host);
        Assert.Contains("show how many first", await host.GetAsync("/twice"), StringComparison.Ordinal);
        var rehearsal = await host.GetAsync("/twice?all=yes");
        Assert.Contains("Join all 3", rehearsal, StringComparison.Ordinal);
        Assert.Empty(await host.DecisionsAsync());

        Assert.Contains("has changed", await host.PostAsync("/same-all", "count=2&back=twice"), StringComparison.Ordinal);
        Assert.Empty(await host.DecisionsAsync());
        Assert.StartsWith("HTTP/1.1 403", await host.PostAsync("/same-all", "count=3&back=twice", proof: "wrong"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 200", await host.PostAsync("/same-all", "count=3&back=twice"), StringComparison.Ordinal);
        Assert.Equal(3, (await host.DecisionsAsync()).Count(decision => decision.Action == DecisionAction.SameAs));

        await ConsoleKeysTests.SettleAsync(host);
        var after = WebUtility.HtmlDecode(await host.GetAsync("/twice"));
        Assert.Contains("3 comments were joined at once", after, StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 200", await host.PostAsync("/undo", $"decision={Decision().Match(after).Groups[1].Value}&together=yes&back=twice"), StringComparison.Ordinal);
        await ConsoleKeysTests.SettleAsync(host);
        Assert.Contains("Join all 3", await host.GetAsync("/twice?all=yes"), StringComparison.Ordinal);
        Assert.DoesNotContain("joined at once", await host.GetAsync("/twice"), StringComparison.Ordinal);
    }

    private static IEnumerable<ImportedEntry> Entries()
    {
        yield return VaultFixture.Archive();
        foreach (var post in new[] { "p1", "p2" })
        {
            yield return VaultFixture.Post(post, post == "p1" ? 0 : 100, "A yard.");
            for (var i = 0; i < (post == "p1" ? 3 : 2); i++)
            {
                yield return VaultFixture.Comment(post + "c" + i, post, (post == "p1" ? 1 : 101) + i, text: Words + new string('.', i));
            }
        }
    }

    [GeneratedRegex("name=\"decision\" value=\"([0-9a-f]{32})\"")]
    private static partial Regex Decision();
}
