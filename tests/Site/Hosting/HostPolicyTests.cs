using Blog.Model;
using Blog.Pages;
using Blog.Site.Hosting;
using Blog.Source;

namespace Blog.Tests.Site.Hosting;

/// <summary>All forms of what a host sends say the same, and no page asks for more than its host allows.</summary>
public sealed class HostPolicyTests
{
    private static readonly SiteSettings Plain = new() { Title = "T", Address = "https://example.org" };

    private static readonly SubmissionFormView Form = new()
    {
        Endpoint = "url",
        Target = "https://drop.example/in",
        IsElsewhere = true,
        MaxContent = 1,
        Keys = [],
        Script = new PinnedScript("/theme/submit.js", "sha256-", "00"),
        Replies = 16,
        RepliesHref = "/replies/",
        PageHref = "/submit/",
    };

    public static TheoryData<string> Settings() => ["plain", "offline", "elsewhere"];

    [Theory]
    [MemberData(nameof(Settings))]
    public void No_page_allows_itself_more_than_its_host(string name)
    {
        var settings = Of(name);
        var host = Directives(ContentPolicy.OfHost(settings).ToHeader());
        List<ContentPolicy> pages = [ContentPolicy.OfPage(settings)];
        if (settings.Submissions is not null)
        {
            pages.AddRange([ContentPolicy.OfForm(Form, fetchesReplies: true), ContentPolicy.OfForm(Form, fetchesReplies: false)]);
        }

        foreach (var (directive, sources) in pages.SelectMany(page => Directives(page.ToMeta())))
        {
            Assert.True(sources is ["'none'"] || sources.All(host[directive].Contains), directive);
        }

        Assert.Equal("'none'", Assert.Single(host["default-src"]));
        Assert.Equal("'none'", Assert.Single(host["frame-ancestors"]));
        Assert.All(host.Values.SelectMany(sources => sources), source => Assert.True(source is "'none'" or "'self'" || source == settings.Submissions?.Url, source));
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void Every_form_says_the_same(string name)
    {
        var settings = Of(name);
        var headers = HostPolicy.Of(settings).Headers;
        var file = SampleSite.Text(HeadersFile.Of(settings)).Split('\n');
        var toml = NetlifyConfig.Headers(settings).Split('\n');
        foreach (var header in headers)
        {
            Assert.Single(file, line => line == $"  {header.Name}: {header.Value}"); // Cloudflare joins what stands in two rules
            Assert.Single(toml, line => line == $"    {header.Name} = \"{header.Value}\"");
            Assert.DoesNotContain(header.Value, c => c is '"' or '\\' or < ' ' or > '~');
        }

        Assert.All(file, line => Assert.True(line.Length < HeadersFile.LongestLine));
        Assert.Contains($"  Cache-Control: {HostPolicy.Immutable}", file);
        Assert.Equal(headers.Count + 1 + 3, file.Length); // two paths, and the end of the last line
    }

    [Theory]
    [InlineData("theme/site.0123456789.css", true)]
    [InlineData("index.html", false)]
    [InlineData("search/0123456789ab/0.bin", false)]
    [InlineData("search/root.json", false)]
    [InlineData("media/0123.png", false)]
    [InlineData("feed.atom", false)]
    [InlineData("my-theme/x.html", false)]
    public void Only_the_theme_is_kept_without_asking(string path, bool isKept) => Assert.Equal(isKept ? HostPolicy.Immutable : HostPolicy.Revalidate, HostPolicy.CacheControl(path));

    [Fact]
    public void The_promise_of_https_is_made_for_https_alone()
    {
        Assert.Contains(HostPolicy.Of(Plain).Headers, header => header.Name == "Strict-Transport-Security");
        Assert.DoesNotContain(HostPolicy.Of(Plain with { Address = "http://example.org" }).Headers, header => header.Name == "Strict-Transport-Security");
        Assert.DoesNotContain(HostPolicy.Of(Plain).PreviewHeaders, header => header.Name == "Strict-Transport-Security");
    }

    [Fact]
    public void The_projects_own_netlify_toml_is_what_the_program_writes()
    {
        var settings = SettingsReader.Read(File.ReadAllBytes(Path.Combine(SharedMaterial.Project, "input", "site.yml")), "site.yml");
        Assert.Equal(NetlifyConfig.Of(settings, holdsProgram: true), File.ReadAllText(Path.Combine(SharedMaterial.Project, "netlify.toml")));
    }

    [Fact]
    public void Rules_begin_with_the_sites_path()
    {
        var settings = Plain with { Address = "https://example.org/sub" };
        Assert.StartsWith("/sub/*\n", SampleSite.Text(HeadersFile.Of(settings)), StringComparison.Ordinal);
        Assert.Contains("for = \"/sub/theme/*\"", NetlifyConfig.Headers(settings), StringComparison.Ordinal);
    }

    [Fact]
    public void Security_txt_names_somebody_for_less_than_a_year()
    {
        var file = SecurityTxt.Of(Plain with { Mail = "editors@example.org" }, new DateOnly(2026, 11, 23));
        Assert.Equal("Contact: mailto:editors@example.org\nExpires: 2027-10-01T00:00:00Z\nPreferred-Languages: en\nCanonical: https://example.org/.well-known/security.txt\n", SampleSite.Text(file!));
        Assert.Contains("Contact: https://example.org/submit/\n", SampleSite.Text(SecurityTxt.Of(Plain with { Submissions = new SubmissionSettings(SubmissionEndpoint.File, null) }, new DateOnly(2026, 11, 23))!), StringComparison.Ordinal);
        Assert.Null(SecurityTxt.Of(Plain, new DateOnly(2026, 11, 23)));
        Assert.Null(SecurityTxt.Of(Plain with { Mail = "editors@example.org", Address = "https://example.org/sub" }, new DateOnly(2026, 11, 23)));
    }

    private static SiteSettings Of(string name) => name switch
    {
        "plain" => Plain,
        "offline" => Plain with { Offline = true },
        "elsewhere" => Plain with { Submissions = new SubmissionSettings(SubmissionEndpoint.Url, Form.Target) },
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such settings."),
    };

    private static Dictionary<string, string[]> Directives(string policy) =>
        policy.Split("; ").Select(directive => directive.Split(' ')).ToDictionary(words => words[0], words => words[1..], StringComparer.Ordinal);
}
