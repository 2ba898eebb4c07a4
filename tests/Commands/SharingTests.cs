using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Blog.Tests.Desk;
using Blog.Vault;

namespace Blog.Tests.Commands;

/// <summary>An editor and a moderator, each with the program on a machine of their own: keys, packet, console, decisions, merge.</summary>
public sealed partial class SharingTests : IDisposable
{
    private const string Passphrase = "correct horse battery staple";

    private readonly TemporaryFolder _root = new();

    public void Dispose() => _root.Dispose();

    [Fact]
    public async Task Work_is_shared_and_comes_back()
    {
        _root.Put("blog/input/site.yml", "title: The Kettle Yard\naddress: https://kettle.example\n");
        using (var store = VaultStore.Create(Home, Blog.Commands.VaultAccess.Random, TimeProvider.System))
        {
            new VaultImporter(store).TakeIn(ConsoleHost.Thread(), null, CancellationToken.None);
        }

        Directory.CreateDirectory(_root.File("there"));
        await ExchangeKeysAsync();
        var thread = Thread();
        var exported = await EditorAsync("moderate", "export", "--threads", thread, "--to", "Quiet Harbour", "--out", _root.File("packet.jwe"));
        Assert.True(exported.ExitCode == 0, exported.ToString());
        Assert.Contains("1 threads, 7 texts", exported.Output, StringComparison.Ordinal);
        Assert.Contains("packet", (await EditorAsync("takedown", "copies")).Output, StringComparison.Ordinal);
        Assert.DoesNotContain(ConsoleHost.Name, File.ReadAllText(_root.File("packet.jwe")), StringComparison.Ordinal);
        File.Move(_root.File("packet.jwe"), _root.File("there", "packet.jwe"));

        await DecideAsync();
        RequireOwnersAlone(_root.File("there", "packet.jwe.open"));
        var returned = await ModeratorAsync("moderate", "return", "packet.jwe", "--out", "decisions.jwe", "--delete");
        Assert.True(returned.ExitCode == 0, returned.ToString());
        Assert.Contains("1 decisions", returned.Output, StringComparison.Ordinal);
        Assert.Equal(["decisions.jwe"], Directory.EnumerateFileSystemEntries(_root.File("there"), "*.*").Select(Path.GetFileName).Where(name => name!.Contains(".jwe", StringComparison.Ordinal)));

        await MergeAsync(_root.File("there", "decisions.jwe"));
    }

    [Fact]
    public async Task An_erasure_that_needs_two_people_is_done_after_the_second_has_signed_on_their_own_machine()
    {
        _root.Put("blog/input/site.yml", "title: The Kettle Yard\naddress: https://kettle.example\n");
        string unit;
        using (var store = VaultStore.Create(Home, Blog.Commands.VaultAccess.Random, TimeProvider.System))
        {
            new VaultImporter(store).TakeIn(ConsoleHost.Thread(), null, CancellationToken.None);
            unit = store.Comments(store.Posts().First().Row)[1].Handle.Hex;
        }

        _root.Put("home/settings.yml", "twoPersons: [erasure]\n");
        Directory.CreateDirectory(_root.File("there"));
        await ExchangeKeysAsync();
        var asked = await EditorAsync("takedown", "erase", unit, "--yes");
        Assert.True(asked.ExitCode == 2, asked.ToString());
        Assert.Contains("needs two people", asked.Error, StringComparison.Ordinal);
        var waiting = WholeHandle().Match((await EditorAsync("vault", "confirm")).Output).Value;
        Assert.Equal(2, (await EditorAsync("vault", "confirm", waiting)).ExitCode); // one's own
        var signed = await ModeratorAsync("keys", "confirm", waiting, "--out", "confirmed.txt");
        Assert.True(signed.ExitCode == 0, signed.ToString());

        var text = File.ReadAllText(_root.File("there", "confirmed.txt"));
        var changed = _root.Put("changed.txt", text.Replace('.', '_'));
        Assert.Equal(2, (await EditorAsync("vault", "confirm", "--signed", changed)).ExitCode);
        Assert.Equal(2, (await EditorAsync("takedown", "erase", unit, "--yes")).ExitCode);
        var confirmed = await EditorAsync("vault", "confirm", "--signed", _root.File("there", "confirmed.txt"));
        Assert.Contains("Confirmed by Quiet Harbour", confirmed.Output, StringComparison.Ordinal);
        var erased = await EditorAsync("takedown", "erase", unit, "--yes");
        Assert.True(erased.ExitCode == 0, erased.ToString());
        Assert.Contains("Erased.", erased.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_for_us_not_whole_or_not_from_somebody_we_know_is_refused_with_one_plain_line()
    {
        _root.Put("blog/input/site.yml", "title: The Kettle Yard\naddress: https://kettle.example\n");
        VaultStore.Create(Home, Blog.Commands.VaultAccess.Random, TimeProvider.System).Dispose();
        Directory.CreateDirectory(_root.File("there"));
        var refused = await EditorAsync("moderate", "export", "--threads", "abcdef", "--to", "Nobody", "--out", _root.File("p.jwe"));
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("keys accept", refused.Error, StringComparison.Ordinal);
        await ExchangeKeysAsync();
        _root.Put("there/forged.jwe", "{}");
        var forged = await ModeratorAsync("moderate", "open", "forged.jwe");
        Assert.Equal(2, forged.ExitCode);
        Assert.False(Directory.Exists(_root.File("there", "forged.jwe.open")));
        Assert.Equal(2, (await EditorAsync("moderate", "merge", _root.File("there", "forged.jwe"))).ExitCode);
        var heard = await EditorAsync("keys", "accept", _root.File("moderator.json"), "--fingerprint", "aaaa-bbbb-cccc-dddd-eeee");
        Assert.Equal(2, heard.ExitCode);
        Assert.DoesNotMatch(Fingerprint(), heard.Output + heard.Error);
    }

    private static void RequireOwnersAlone(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return; // a user's own folders are closed to others there
        }

        foreach (var entry in Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories).Append(folder))
        {
            var file = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            Assert.Equal(Directory.Exists(entry) ? file | UnixFileMode.UserExecute : file, File.GetUnixFileMode(entry));
        }
    }

    private VaultLocation Home => VaultLocation.Resolve(_root.File("blog"), _root.File("home"), _ => null);

    private Task<ProgramRun> EditorAsync(params string[] arguments) => RunAsync(_root.Root, [.. arguments, "--blog", _root.File("blog"), "--vault", _root.File("home")]);

    private Task<ProgramRun> ModeratorAsync(params string[] arguments) => RunAsync(_root.File("there"), [.. arguments, "--vault", _root.File("own")]);

    private static Task<ProgramRun> RunAsync(string folder, string[] arguments) => ProgramRun.StartAsync(folder, new Dictionary<string, string> { ["BLOG_VAULT_PASSPHRASE"] = Passphrase }, arguments);

    private async Task ExchangeKeysAsync()
    {
        var editor = await EditorAsync("keys", "new", "Patient Lathe");
        Assert.True(editor.ExitCode == 0, editor.ToString());
        var moderator = await ModeratorAsync("keys", "new", "Quiet Harbour");
        Assert.True(moderator.ExitCode == 0, moderator.ToString());
        Assert.Equal(0, (await EditorAsync("keys", "export", "--out", _root.File("editor.json"))).ExitCode);
        Assert.Equal(0, (await ModeratorAsync("keys", "export", "--out", _root.File("moderator.json"))).ExitCode);
        var accepted = await EditorAsync("keys", "accept", _root.File("moderator.json"), "--fingerprint", Fingerprint().Match(moderator.Output).Value);
        Assert.True(accepted.ExitCode == 0, accepted.ToString());
        Assert.Equal(0, (await ModeratorAsync("keys", "accept", _root.File("editor.json"), "--fingerprint", Fingerprint().Match(editor.Output).Value.ToUpperInvariant())).ExitCode);
        Assert.Contains("Quiet Harbour", (await EditorAsync("keys", "list")).Output, StringComparison.Ordinal);
    }

    private string Thread()
    {
        using var store = VaultStore.Open(Home, Blog.Commands.VaultAccess.Random, TimeProvider.System);
        return store.Posts().First().Handle.Hex[..8];
    }

    /// <summary>The moderator's evening: opens the packet in the console, tries what a packet cannot do, decides once, ends it.</summary>
    private async Task DecideAsync()
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, WorkingDirectory = _root.File("there") };
        foreach (var argument in new[] { "exec", Path.Combine(AppContext.BaseDirectory, "Blog.dll"), "moderate", "open", "packet.jwe", "--vault", _root.File("own") })
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["BLOG_VAULT_PASSPHRASE"] = Passphrase;
        using var process = Process.Start(start)!; // not null: a new process is started
        process.StandardInput.Close();
        var said = string.Empty;
        while (!Link().IsMatch(said) && await process.StandardOutput.ReadLineAsync() is { } line)
        {
            said = line;
        }

        Assert.True(Link().IsMatch(said), said + await (process.HasExited ? process.StandardError.ReadToEndAsync() : Task.FromResult(string.Empty)));
        var link = new Uri(Link().Match(said).Value);
        using (var client = new HttpClient())
        {
            await client.GetAsync(link);
            var first = await client.GetStringAsync(new Uri(link, "/"));
            Assert.Contains("A packet to review", first, StringComparison.Ordinal);
            Assert.DoesNotContain("/publish", first, StringComparison.Ordinal);
            var proof = first.Split("data-proof=\"")[1].Split('"')[0];
            foreach (var path in (string[])["/import", "/preview", "/publish", "/upload"])
            {
                Assert.Equal(System.Net.HttpStatusCode.Conflict, await PostAsync(client, link, path, proof, ("path", "/x")));
            }

            var threads = await client.GetStringAsync(new Uri(link, "/threads?list=all"));
            var unit = Handle().Match(threads).Groups[1].Value;
            Assert.Equal(System.Net.HttpStatusCode.OK, await PostAsync(client, link, "/words", proof, ("unit", unit), ("words", "kiln"), ("kind", "place")));
        }

        process.Kill();
        await process.WaitForExitAsync();
    }

    private static async Task<System.Net.HttpStatusCode> PostAsync(HttpClient client, Uri link, string path, string proof, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(link, path)) { Content = new FormUrlEncodedContent(fields.Append(("proof", proof)).Select(field => new KeyValuePair<string, string>(field.Item1, field.Item2))) };
        request.Headers.Add("Origin", link.GetLeftPart(UriPartial.Authority));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }

    private async Task MergeAsync(string file)
    {
        var tried = await EditorAsync("moderate", "merge", file, "--dry-run");
        Assert.Contains("1 would be taken in, 0 left", tried.Output, StringComparison.Ordinal);
        var merged = await EditorAsync("moderate", "merge", file);
        Assert.True(merged.ExitCode == 0, merged.ToString());
        Assert.Contains("1 decisions by Quiet Harbour: 1 taken in, 0 left", merged.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("kiln", merged.Output + merged.Error, StringComparison.Ordinal);
        Assert.Contains("1: taken in before", (await EditorAsync("moderate", "merge", file)).Output, StringComparison.Ordinal);
        var undo = Undo().Match(merged.Output).Groups[1].Value;
        Assert.Contains("1 of 1", (await EditorAsync("moderate", "merge", "--undo", undo)).Output, StringComparison.Ordinal);
        Assert.Contains("taken back", (await EditorAsync("moderate", "packets")).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await EditorAsync("vault", "verify")).ExitCode);
    }

    [GeneratedRegex("http://[^ ]+")]
    private static partial Regex Link();

    [GeneratedRegex("[a-z2-9]{4}(-[a-z2-9]{4}){4}")]
    private static partial Regex Fingerprint();

    [GeneratedRegex("/thread/([0-9a-f]{32})")]
    private static partial Regex Handle();

    [GeneratedRegex("[0-9a-f]{32}")]
    private static partial Regex WholeHandle();

    [GeneratedRegex("--undo ([0-9a-f]{8})")]
    private static partial Regex Undo();
}
