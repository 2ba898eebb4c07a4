using System.IO.Compression;
using System.Text;
using Blog.Gate;
using Blog.Gate.Bytes;
using Blog.Site;
using Blog.Text;

namespace Blog.Tests.Gate;

public sealed class SecretCheckTests : IDisposable
{
    private const string Page = """
        <!doctype html><html lang="en"><head><title data-unit="p1">T</title><link rel="canonical" href="https://blog.example/x.html">
        <script type="application/ld+json">{"@type":"Post","identifier":"p1","text":"JSON-P1","comment":[{"identifier":"c1","author":{"name":"JSON-C1"}}]}</script></head>
        <body><p>CHROME</p><article data-unit="p1"><p>POST</p><ol><li id="c1"><article data-unit="c1"><p>COMMENT</p></article></li></ol></article></body></html>
        """;

    private readonly TemporaryFolder _site = new();

    public void Dispose() => _site.Dispose();

    [Theory]
    [InlineData("POST", "p1", true)]
    [InlineData("POST", "c1", false)]
    [InlineData("COMMENT", "c1", true)]
    [InlineData("COMMENT", "p1", false)]
    [InlineData("CHROME", "p1", true)]
    [InlineData("CHROME", "c1", true)]
    [InlineData("CHROME", "other", false)]
    [InlineData("JSON-P1", "p1", true)]
    [InlineData("JSON-P1", "c1", false)]
    [InlineData("JSON-C1", "c1", true)]
    [InlineData("JSON-C1", "p1", false)]
    public void A_secret_is_forbidden_only_where_it_was_redacted(string place, string unit, bool isFound)
    {
        var result = Check(new Secret("7", "Linnet Quay", SecretScope.Of([unit])), ("x.html", Page.Replace(place, "by Linnet Quay", StringComparison.Ordinal)));

        Assert.Equal(isFound, result.Findings.Count > 0);
        Assert.All(result.Findings, finding => Assert.Equal("7", finding.Case));
    }

    [Fact]
    public void An_id_of_digits_is_no_base64()
    {
        Assert.Empty(Check(new Secret("7", "Owl", SecretScope.Everywhere), ("x.html", Page.Replace("POST", "3595624070950931585", StringComparison.Ordinal))).Findings);
        Assert.Empty(Check(new Secret("7", "Owl", SecretScope.Everywhere), ("x.html", Page.Replace("POST", "#c3595624070950931585", StringComparison.Ordinal))).Findings);
        Assert.NotEmpty(Check(new Secret("7", "Owl", SecretScope.Everywhere), ("x.html", Page.Replace("POST", "YnkgT3dsIG9r", StringComparison.Ordinal))).Findings);
    }

    [Theory]
    [InlineData("\"commentCount\":11,", false)]
    [InlineData("\"text\":\"the Count of it\",", true)]
    [InlineData("\"commentCount\":\"by Count\",", true)]
    [InlineData("\"theCount\":11,", true)]
    [InlineData("\"text\":\"commentCount\",", true)]
    [InlineData("\"text\":\"so \\\"commentCount\\\":11 it is\",", true)]
    [InlineData("\"comment\\u0043ount\":11,", true)]
    [InlineData("\"headline\":\"Joan\\u0027s\",\"commentCount\":1,", false)] // the keys beside an escape are decoded with it
    [InlineData("\"@type\":\"Count\",", true)]
    public void A_key_of_structured_data_is_the_programs_own_word(string json, bool isFound)
    {
        var page = Page.Replace("\"text\":\"JSON-P1\",", json, StringComparison.Ordinal);

        Assert.Equal(isFound, Check(new Secret("7", "Count", SecretScope.Of(["p1"])) { Letters = LetterCase.Capitalised }, ("x.html", page)).Findings.Count > 0);
    }

    [Theory]
    [InlineData("comment", "<article class=\"u-comment h-cite\" data-unit=\"c1\"><p>x</p></article>", false)]
    [InlineData("comment", "<article class=\"u-comment by-owl\" data-unit=\"c1\"><p>x</p></article>", true)] // a class that the theme does not write
    [InlineData("comment", "<article class=\"u-comment h-cite\" data-unit=\"c1\"><p>a comment</p></article>", true)]
    [InlineData("comment", "<article class=\"u-comment h-cite\" title=\"comment\" data-unit=\"c1\"><p>x</p></article>", true)]
    [InlineData("needed", "<footer class=\"site\">No cookies, no trackers, no scripts needed. Dates are given to the day. <span class=\"redacted\">[place]</span></footer>", false)]
    [InlineData("needed", "<footer class=\"site\">No cookies, no trackers, no scripts needed. She needed it.</footer>", true)]
    [InlineData("needed", "<footer class=\"site\">No scripts needed.</footer>", true)]
    [InlineData("needed", "<article class=\"u-comment h-cite\" data-unit=\"c1\"><p>No cookies, no trackers, no scripts needed.</p></article>", true)] // somebody quotes the foot of the page
    [InlineData("Discussions", "<nav><a href=\"/discussions/\">Discussions</a></nav>", true)] // an address is made of what people wrote
    [InlineData("Discussions", "<nav><a href=\"/d/\">Discussions</a></nav>", false)]
    [InlineData("Discussions", "<h1>Discussions of Owl</h1>", true)]
    [InlineData("article", "<article data-unit=\"c1\"><p>x</p></article>", false)]
    [InlineData("owl", "<owl data-unit=\"c1\">x</owl>", true)]
    [InlineData("lang", "<p lang=en data-unit=\"c1\">x</p>", false)]
    [InlineData("en", "<p lang=en data-unit=\"c1\">x</p>", true)] // our writers quote every value
    public void What_the_theme_writes_on_every_page_is_no_leak_and_the_same_word_of_a_person_is(string word, string markup, bool isFound)
    {
        var page = Page.Replace("<p>COMMENT</p>", "<p>x</p>", StringComparison.Ordinal).Replace("<p>CHROME</p>", markup, StringComparison.Ordinal);

        var result = Check(new Secret("7", word, SecretScope.Of(["c1"])), ("x.html", page));

        Assert.Equal(isFound, result.Findings.Any(finding => finding.Case == "7")); // the other checks refuse dead links and values without quotes
    }

    [Theory]
    [InlineData("entry", false)]
    [InlineData("content", false)]
    [InlineData("Kettle", true)]
    public void Names_of_a_feeds_elements_are_no_leaks(string word, bool isFound)
    {
        const string feed = "<feed><entry><id>tag:blog.example,2026:comment/c1</id><content type=\"html\">&lt;p&gt;the Kettle&lt;/p&gt;</content></entry></feed>";

        Assert.Equal(isFound, Check(new Secret("7", word, SecretScope.Of(["c1"])), ("x.atom", feed)).Findings.Count > 0);
    }

    [Fact]
    public void A_secret_with_a_remedy_of_its_own_says_it()
    {
        var secret = new Secret("mask-4f2a91c0", "Linnet Quay", SecretScope.Of(["p1"])) { Remedy = "Look at text 4f2a91c0." };

        Assert.All(Check(secret, ("x.html", Page.Replace("POST", "by Linnet Quay", StringComparison.Ordinal))).Findings, finding => Assert.Equal("Look at text 4f2a91c0.", finding.Remedy));
    }

    [Fact]
    public void A_marker_of_a_picture_ends_a_word()
    {
        var search = new SecretSearch(SecretSet.Of([new Secret("7", "Linnet Quaysmith", SecretScope.Everywhere)]), GateSwitches.All);

        Assert.NotEmpty(search.Find((byte[])[0xFF, 0xFE, 0, 0x21, .. "L.i.n.n.e.t.Q.u.a.y.s.m.i.t.h"u8, 0xFF, 0xDA, 0, 8, 1, 1], FileForm.Binary));
    }

    [Theory]
    [InlineData("3339430879732764342", false)] // a comment's id, whose pairs of digits read "39C", a control character, "ys'd4" when they are taken for hex
    [InlineData("333943087973276434", false)]
    [InlineData("204379732043797320", true)]
    [InlineData("2000430079007300200020002000", true)] // UTF-16
    public void An_id_of_digits_is_no_hex_but_by_chance(string digits, bool isFound)
    {
        var result = Check(new Secret("7", "Cys", SecretScope.Everywhere), ("x.html", Page.Replace("POST", digits, StringComparison.Ordinal)));

        Assert.Equal(isFound, result.Findings.Count > 0);
    }

    [Fact]
    public void Without_a_scope_it_is_forbidden_everywhere_and_an_empty_scope_is_none()
    {
        Assert.NotEmpty(Check(new Secret("7", "Linnet Quay", SecretScope.Everywhere), ("theme/a.css", "/* Linnet Quay */ p{}")).Findings);
        Assert.NotEmpty(Check(new Secret("7", "Linnet Quay", SecretScope.Of([])), ("theme/a.css", "/* Linnet Quay */ p{}")).Findings);
        Assert.Empty(Check(new Secret("7", "Linnet Quay", SecretScope.Of(["p1"])), ("theme/a.css", "/* Linnet Quay */ p{}")).Findings);
    }

    [Theory]
    [InlineData("c9", true)]
    [InlineData("c8", false)]
    [InlineData("p1", false)]
    public void An_entry_of_a_feed_is_one_unit(string unit, bool isFound)
    {
        const string feed = """
            <?xml version="1.0" encoding="utf-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom"><title>Comments</title><id>tag:blog.example,2026:comments/p1</id>
            <entry><title>8</title><id>tag:blog.example,2026:comment/c8</id><content type="html">&lt;p&gt;x&lt;/p&gt;</content></entry>
            <entry><title>9</title><id>tag:blog.example,2026:comment/c9</id><content type="html">&lt;p&gt;Lin&lt;b&gt;net&lt;/b&gt; Quay&lt;/p&gt;</content></entry>
            </feed>
            """;

        Assert.Equal(isFound, Check(new Secret("7", "Linnet Quay", SecretScope.Of([unit])), ("x.atom", feed)).Findings.Count > 0);
    }

    [Theory]
    [InlineData("sitemap.xml", "<urlset>\n<url><loc>https://blog.example/linnet-quay.html</loc></url>\n<url><loc>https://blog.example/index.html</loc></url>\n</urlset>")]
    [InlineData("_redirects", "/old/linnet-quay /linnet-quay.html 301!\n/else /index.html 301!\n")]
    public void A_line_that_names_a_page_belongs_to_the_units_on_it(string file, string text)
    {
        var page = ("linnet-quay.html", "<!doctype html><article data-unit=\"p1\">x</article>");
        var forbidden = Check(new Secret("7", "Linnet Quay", SecretScope.Of(["p1"])), page, (file, text));
        var allowed = Check(new Secret("7", "Linnet Quay", SecretScope.Of(["p2"])), page, (file, text));

        Assert.Equal(2, forbidden.Findings.Count); // the line and the page's own name
        Assert.Empty(allowed.Findings);
    }

    [Fact]
    public void No_message_holds_a_secret_that_stands_in_a_name_or_an_address()
    {
        var result = Check(new Secret("7", "Linnet Quay", SecretScope.Everywhere),
            ("posts/linnet-quay.html", "<!doctype html><p>x</p>"), ("x.html", "<!doctype html><a href=\"/none/linnet-quay\">x</a>"));

        Assert.Contains(result.Findings, finding => finding.Case == "7" && finding.File.StartsWith("(file ", StringComparison.Ordinal));
        Assert.Contains(result.Findings, finding => finding.Case is null);
        Assert.All(result.Findings, finding => Assert.DoesNotContain("linnet", finding.ToString(), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void A_permission_holds_for_one_case_at_one_place_until_its_day()
    {
        var secret = new Secret("7", "Linnet Quay", SecretScope.Everywhere);
        var page = ("x.html", Page.Replace("COMMENT", "Linnet Quay", StringComparison.Ordinal));
        GateResult With(GateWaiver waiver) => Check([secret], [waiver], page);

        var allowed = With(new GateWaiver("7", "x.html#c1", "she asked for it", new DateOnly(2026, 11, 21)));
        Assert.Empty(allowed.Findings);
        Assert.Equal(1, allowed.Waived);
        Assert.Single(With(new GateWaiver("8", "x.html#c1", "another case", new DateOnly(2027, 1, 1))).Findings);
        Assert.Single(With(new GateWaiver("7", "x.html#p1", "another place", new DateOnly(2027, 1, 1))).Findings);
        Assert.Equal(2, With(new GateWaiver("7", "x.html#c1", "ended", new DateOnly(2026, 11, 20))).Findings.Count);
        Assert.Equal(2, With(new GateWaiver("7", "x.html#c1", " ", new DateOnly(2027, 1, 1))).Findings.Count);
    }

    [Fact]
    public void A_case_that_cannot_be_looked_for_is_a_finding() =>
        Assert.Contains(Check(new Secret("9", "?!", SecretScope.Everywhere), ("x.html", Page)).Findings, finding => finding.Case == "9");

    [Fact]
    public void What_may_be_a_secret_is_told_and_stops_nothing()
    {
        var result = Check(new Secret("7", "Linnet Quay", SecretScope.Everywhere), ("x.html", Page.Replace("POST", "by L1nnet Qu4y", StringComparison.Ordinal)));

        Assert.Empty(result.Findings);
        Assert.Equal("x.html#p1", Assert.Single(result.Doubts).Place);
    }

    [Fact]
    public void Compressed_files_are_unpacked_and_damaged_ones_refused()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes("{\"text\":\"by Linnet Quay\"}"));
        }

        var secret = new Secret("7", "Linnet Quay", SecretScope.Everywhere);
        File.WriteAllBytes(_site.File("a.gz"), packed.ToArray());
        Assert.Contains(Check(secret).Findings, finding => finding is { Case: "7", File: "a.gz" });

        var damaged = packed.ToArray();
        damaged[15] ^= 0xFF;
        damaged[16] ^= 0xFF;
        File.WriteAllBytes(_site.File("a.gz"), damaged);
        Assert.Contains(Check(secret).Findings, finding => finding.File == "a.gz" && (finding.Case == "7" || finding.What.Contains("could not be searched", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_files_time_must_be_made_of_its_content()
    {
        _site.Put("robots.txt", "User-agent: *\n");
        var path = Path.Combine(_site.Root, "robots.txt");
        var sha = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path)));
        var input = new GateInput { Secrets = SecretSet.None, Today = new DateOnly(2026, 11, 21), Parallelism = 1 };

        File.SetLastWriteTimeUtc(path, FileTime.Of(new DateOnly(2026, 11, 21), sha));
        Assert.Empty(SiteGate.Run(StagedSite.Open(_site.Root, "https://blog.example"), input, CancellationToken.None).Findings);
        File.SetLastWriteTimeUtc(path, FileTime.Of(new DateOnly(2026, 11, 21), sha).AddSeconds(1));
        Assert.Contains(SiteGate.Run(StagedSite.Open(_site.Root, "https://blog.example"), input, CancellationToken.None).Findings, finding => finding.Check == "times");
    }

    private GateResult Check(Secret secret, params (string File, string Text)[] files) => Check([secret], [], files);

    private GateResult Check(Secret[] secrets, GateWaiver[] waivers, params (string File, string Text)[] files)
    {
        _site.Put("index.html", "<!doctype html><p>x</p>");
        foreach (var (file, text) in files)
        {
            _site.Put(file, text);
        }

        var input = new GateInput
        {
            Secrets = SecretSet.Of(secrets),
            Waivers = waivers,
            Today = new DateOnly(2026, 11, 21),
            Parallelism = 2,
            Switches = GateSwitches.All with { Times = false },
        };
        var result = SiteGate.Run(StagedSite.Open(_site.Root, "https://blog.example"), input, CancellationToken.None);
        return result with { Findings = [.. result.Findings.Where(finding => finding.Check != "files")] };
    }
}
