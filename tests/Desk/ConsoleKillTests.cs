using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Blog.Tests.Vault;
using Blog.Vault;

namespace Blog.Tests.Desk;

/// <summary>The console killed in the middle of decisions: what was answered is there.</summary>
public sealed partial class ConsoleKillTests : IDisposable
{
    private readonly TemporaryFolder _root = new();

    public void Dispose() => _root.Dispose();

    [Theory]
    [InlineData(3)]
    [InlineData(60)]
    [InlineData(141)]
    public async Task Every_answered_decision_is_there_after_a_kill(int killAfter)
    {
        _root.Put("blog/input/site.yml", "title: The Kettle Yard\naddress: https://kettle.example\n");
        var location = VaultLocation.Resolve(_root.File("blog"), _root.File("vault"), _ => null);
        List<VaultHandle> units;
        using (var store = VaultStore.Create(location, Blog.Commands.VaultAccess.Random, TimeProvider.System))
        {
            new VaultImporter(store).TakeIn(ConsoleHost.Thread(200), null, CancellationToken.None);
            units = [.. store.Comments(store.Posts().First().Row).Select(comment => comment.Handle)];
        }

        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var argument in new[] { "exec", Path.Combine(AppContext.BaseDirectory, "Blog.dll"), "moderate", "--blog", _root.File("blog"), "--vault", _root.File("vault") })
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!; // not null: a new process is started
        process.StandardInput.Close();
        var said = await process.StandardOutput.ReadLineAsync() ?? string.Empty;
        var link = new Uri(Link().Match(said).Value);
        var answered = new List<VaultHandle>();
        using (var client = new HttpClient())
        {
            await client.GetAsync(link);
            var page = await client.GetStringAsync(new Uri(link, "/keys"));
            var proof = page.Split("data-proof=\"")[1].Split('"')[0];
            var kill = Task.CompletedTask;
            foreach (var unit in units)
            {
                if (answered.Count == killAfter)
                {
                    kill = Task.Run(process.Kill); // somewhere within the next decisions
                }

                try
                {
                    using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(link, "/accept")) { Content = new FormUrlEncodedContent([new("proof", proof), new("unit", unit.Hex)]) };
                    request.Headers.Add("Origin", link.GetLeftPart(UriPartial.Authority));
                    request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
                    using var answer = await client.SendAsync(request);
                    answer.EnsureSuccessStatusCode();
                    answered.Add(unit);
                }
                catch (HttpRequestException)
                {
                    break; // it is dead
                }
            }

            await kill;
        }

        await process.WaitForExitAsync();
        Assert.InRange(answered.Count, killAfter, units.Count - 1);
        using var after = VaultStore.Open(location, Blog.Commands.VaultAccess.Random, TimeProvider.System);
        var decisions = after.Decisions.List();
        Assert.Equal(answered, decisions.Take(answered.Count).Select(decision => decision.Unit!.Value)); // each is about a text
        Assert.InRange(decisions.Count, answered.Count, answered.Count + 1); // one may have been kept and not answered any more
        Assert.Null(after.Audit.FirstFault());
        Assert.Equal(decisions.Count, after.Audit.List().Count(entry => entry.Verb == AuditVerb.Decision));
    }

    [GeneratedRegex("http://[^ ]+")]
    private static partial Regex Link();
}
