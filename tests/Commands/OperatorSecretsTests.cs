using Blog.Commands;
using Blog.Model;
using Blog.Vault;

namespace Blog.Tests.Commands;

/// <summary>Who runs the site must not be told by it.</summary>
public sealed class OperatorSecretsTests : IDisposable
{
    private const string Name = "Quillon Tarvemoor";

    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void A_name_of_few_is_a_secret_in_its_forms_and_one_of_many_is_none()
    {
        Assert.Contains(Name, Texts(new SiteSettings { Title = "An archive", Address = "https://archive.example" }, Name));
        Assert.Equal(["qtarvemoor7"], Texts(new SiteSettings { Title = "An archive", Address = "https://archive.example" }, "qtarvemoor7"));
        Assert.Empty(Texts(new SiteSettings { Title = "An archive", Address = "https://archive.example" }, "Margaret"));
        Assert.Empty(Texts(new SiteSettings { Title = "An archive", Address = "https://archive.example" }, "martin"));
        Assert.Empty(Texts(new SiteSettings { Title = "An archive", Address = "https://archive.example" }, "..."));
    }

    [Fact]
    public void What_the_settings_say_in_public_is_no_secret() =>
        Assert.DoesNotContain(Name, Texts(new SiteSettings { Title = "An archive", Address = "https://archive.example", Editor = "quillon  TARVEMOOR" }, Name));

    [Fact]
    public async Task A_build_that_tells_who_made_it_publishes_nothing_and_says_no_name()
    {
        var own = new Dictionary<string, string> { ["BLOG_VAULT"] = _temporary.File("vault"), ["GIT_AUTHOR_NAME"] = Name };
        Assert.Equal(0, (await ProgramRun.StartAsync(_temporary.Root, own, "init", "blog", "--title", "An archive", "--address", "https://archive.example", "--no-git")).ExitCode);
        Assert.Equal(0, (await ProgramRun.StartAsync(_temporary.Root, own, "build", "--blog", "blog")).ExitCode);
        var about = _temporary.File("blog", "input", "pages", "about.md");
        await File.WriteAllTextAsync(about, (await File.ReadAllTextAsync(about)).Replace("draft: true\n", string.Empty, StringComparison.Ordinal) + "\nMade by quillon-tarvemoor.\n");

        var run = await ProgramRun.StartAsync(_temporary.Root, own, "build", "--blog", "blog");
        Assert.True(run.ExitCode == 1, run.ToString());
        Assert.DoesNotContain("tarvemoor", run.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.False(File.Exists(_temporary.File("blog", "output", "about.html")));
        own.Remove("GIT_AUTHOR_NAME");
        Assert.Equal(0, (await ProgramRun.StartAsync(_temporary.Root, own, "build", "--blog", "blog")).ExitCode);
    }

    private static IEnumerable<string> Texts(SiteSettings settings, params string[] names) => OperatorSecrets.Of(names.Select(name => new OperatorName(name, "full name")), settings).Select(secret => secret.Text);
}
