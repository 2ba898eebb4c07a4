using Blog.Gate;

namespace Blog.Tests.Gate;

public sealed class SiteGateTests : IDisposable
{
    private readonly TemporaryFolder _site = new();

    public void Dispose() => _site.Dispose();

    [Theory]
    [InlineData("""<a href="/x.html">x</a>""")]
    [InlineData("""<a href="x.html#c1">x</a>""")]
    [InlineData("""<a href="#here" id="here">x</a>""")]
    [InlineData("""<a href="/d/">x</a>""")]
    [InlineData("""<a href="https://blog.example/x.html">x</a>""")]
    [InlineData("""<a href="https://elsewhere.example/y?a=1&amp;b=2">x</a>""")]
    [InlineData("""<a href="mailto:help@blog.example">x</a>""")]
    [InlineData("""<img src="/p.png" alt="a &lt;b&gt;">""")]
    [InlineData("""<link rel="canonical" href="https://blog.example/x.html">""")]
    [InlineData("""<script type="application/ld+json">{"a":"\u003cb\u003e"}</script>""")]
    [InlineData("""<span class="redacted" data-kind="place">[town]</span>""")]
    [InlineData("""<span class="redacted" data-kind="person">[Officer A]</span>""")]
    [InlineData("""<span class="redacted" data-kind="other">[redacted]</span>""")]
    [InlineData("""<meta http-equiv="refresh" content="0; url=/x.html">""")]
    [InlineData("""<meta http-equiv="Content-Security-Policy" content="default-src 'none'">""")]
    [InlineData("""<input id="q" type="search"><textarea id="t"></textarea>""")]
    [InlineData("""<meta http-equiv="onion-location" content="http://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.onion/">""")]
    public void A_page_of_ours_passes(string markup) => Assert.Empty(Check(markup));

    [Theory]
    [InlineData("""<a href="/none.html">x</a>""", "not a page")]
    [InlineData("""<a href="/x.html#none">x</a>""", "not there")]
    [InlineData("""<a href="#none">x</a>""", "not on this page")]
    [InlineData("""<a href="../../up.html">x</a>""", "not a page")]
    [InlineData("""<a href="javascript:alert(1)">x</a>""", "scheme")]
    [InlineData("""<a href=" jAvascript:alert(1)">x</a>""", "scheme")]
    [InlineData("""<a href="&#106;avascript:alert(1)">x</a>""", "scheme")]
    [InlineData("""<img src="https://tracker.example/p.png">""", "another host")]
    [InlineData("""<img src="//tracker.example/p.png">""", "another host")]
    [InlineData("""<link rel="stylesheet" href="https://fonts.example/a.css">""", "another host")]
    [InlineData("""<link rel="stylesheet" href="/none.css">""", "not a file")]
    [InlineData("""<meta http-equiv="onion-location" content="http://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.onion/other.html">""", "onion")]
    [InlineData("""<meta http-equiv="onion-location" content="https://elsewhere.example/">""", "onion")]
    [InlineData("""<meta http-equiv="onion-location">""", "onion")]
    [InlineData("""<meta http-equiv="refresh" content="0; url=http://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.onion/">""", "another host")]
    [InlineData("""<script>alert(1)</script>""", "script")]
    [InlineData("""<script src="https://tracker.example/a.js"></script>""", "another host")]
    [InlineData("""<script type="application/ld+json">{"a":</script>""", "no JSON")]
    [InlineData("""<script type="application/ld+json">{"a":"</p>"}</script>""", "escape")]
    [InlineData("""<p onclick="x()">x</p>""", "handler")]
    [InlineData("""<p style="color:red">x</p>""", "style")]
    [InlineData("""<iframe src="/x.html"></iframe>""", "iframe")]
    [InlineData("""<style>p{}</style>""", "style")]
    [InlineData("""<p id="a"></p><p id="a"></p>""", "twice")]
    [InlineData("""<p title='x'>x</p>""", "double quotes")]
    [InlineData("""<p title=x>x</p>""", "double quotes")]
    [InlineData("""a < b""", "opens no tag")]
    [InlineData("""<!-- note -->""", "comment")]
    [InlineData("""<P>x</P>""", "lower case")]
    [InlineData("""<p title="x""", "not closed")]
    [InlineData("""<a href="x.html" """, "stray")]
    [InlineData("""<span class="redacted" data-kind="place">[Xxxxxxx]</span>""", "mark")]
    [InlineData("""<span class="redacted" data-kind="place">[redacted: town]</span>""", "mark")]
    [InlineData("""<span class="redacted" data-kind="person">[town]</span>""", "mark")]
    [InlineData("""<span class="redacted" data-kind="place">town</span>""", "mark")]
    [InlineData("""<span class="x redacted">[Li]</span>""", "mark")]
    [InlineData("""<span class="redacted">[to<b>wn]</b></span>""", "mark")]
    [InlineData("<script type=\"application/ld+json\">{\"a\":\"\u2028\"}</script>", "separator")]
    [InlineData("""<meta http-equiv="refresh" content="0; url=https://elsewhere.example/">""", "another host")]
    [InlineData("""<meta http-equiv="set-cookie" content="a=b">""", "http-equiv")]
    [InlineData("""<a href="/x.html" ping="https://elsewhere.example/">x</a>""", "by itself")]
    [InlineData("""<form name="submission" method="post" data-netlify="true" hidden><input type="hidden" name="blob"></form>""", "form")]
    [InlineData("""<textarea name="text"></textarea>""", "field with a name")]
    [InlineData("""<input type="text" name="title">""", "field with a name")]
    [InlineData("""<svg class="chart"><script>x</script></svg>""", "which no chart has")]
    [InlineData("""<svg class="chart"><a href="/x.html"><text>x</text></a></svg>""", "which no chart has")]
    [InlineData("""<svg class="chart"><foreignobject></foreignobject></svg>""", "which no chart has")]
    [InlineData("""<svg class="chart" onload="x()"></svg>""", "that no chart has")]
    [InlineData("""<svg class="x"></svg>""", "that no chart has")]
    [InlineData("""<svg class="chart"><rect fill="url(/x.svg)"></rect></svg>""", "that no chart has")]
    [InlineData("""<svg class="chart"><rect x="1"></rect>""", "without an end")]
    [InlineData("""<svg class="chart"></svg ><p>x</p><svg class="chart"></svg>""", "which no chart has")]
    public void What_no_page_may_hold_is_found(string markup, string what)
    {
        var findings = Check(markup);
        Assert.Contains(findings, finding => finding.ToString().Contains(what, StringComparison.Ordinal) && finding.File == "index.html" && finding.Line > 0);
    }

    [Theory]
    [InlineData("theme/a.css", "p{background:url(data:image/png;base64,AA)}", null)]
    [InlineData("theme/a.css", "p{background:url(\"/p.png\")}", null)]
    [InlineData("theme/a.css", "p{background:url(//elsewhere.example/p.png)}", "another host")]
    [InlineData("theme/a.css", "p{background:u\\72l(https://elsewhere.example/p.png)}", "another host")]
    [InlineData("theme/a.css", "@import 'b.css';", "another style sheet")]
    [InlineData("theme/a.css", "p{background:url(/none.png)}", "not on this site")]
    [InlineData("theme/a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><path fill=\"url(#a)\" d=\"M0 0\"/></svg>", null)]
    [InlineData("theme/a.svg", "<svg><script>x</script></svg>", "runs")]
    [InlineData("theme/a.svg", "<svg onload=\"x()\"/>", "handler")]
    [InlineData("theme/a.svg", "<svg><image href=\"https://elsewhere.example/x\"/></svg>", "another host")]
    [InlineData("f.atom", "<feed><entry><content type=\"html\">&lt;p&gt;x&lt;/p&gt;</content><content type=\"html\">&lt;img src=\"/p.png\" alt=\"\"&gt;</content></entry></feed>", null)]
    [InlineData("f.atom", "<feed><entry><content type=\"html\">&lt;p&gt;x&lt;/p&gt;</content><content type=\"html\">&lt;img src=\"https://elsewhere.example/p.png\" alt=\"\"&gt;</content></entry></feed>", "another host")]
    [InlineData("f.atom", "<feed><entry><content type=\"html\">&lt;script&gt;x&lt;/script&gt;</content></entry></feed>", "script")]
    [InlineData("f.atom", "<feed><entry></feed>", "well-formed")]
    [InlineData("sitemap.xml", "<!DOCTYPE x [<!ENTITY a 'b'>]><urlset>&a;</urlset>", "well-formed")]
    public void Style_drawings_and_feeds_load_and_run_nothing(string file, string text, string? what)
    {
        _site.Put(file, text);
        var findings = Check("x");

        if (what is null)
        {
            Assert.Empty(findings);
        }
        else
        {
            Assert.Contains(findings, finding => finding.File == file && finding.ToString().Contains(what, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("png", "", null)]
    [InlineData("png", "more", "behind its end")]
    [InlineData("png text", "", "not the picture")]
    [InlineData("png as gif", "", "no GIF")]
    [InlineData("gif", "", null)]
    [InlineData("gif comment", "", "comment")]
    [InlineData("gif", "more", "behind its end")]
    [InlineData("jpg", "", null)]
    [InlineData("jpg exif", "", "camera data")]
    [InlineData("jpg", "more", "behind its end")]
    [InlineData("jpg turned", "", null)]
    [InlineData("jpg turned and more", "", "camera data")]
    [InlineData("jpg turned otherwise", "", "camera data")]
    [InlineData("jpg turned with a word", "", "camera data")]
    [InlineData("webp", "", null)]
    [InlineData("webp turned", "", null)]
    [InlineData("webp exif", "", "camera data")]
    [InlineData("webp", "more", "behind its end")]
    public void A_picture_is_nothing_but_a_picture(string picture, string behind, string? what)
    {
        var (file, bytes) = SmallPictures.Of(picture);
        _site.Put(file, string.Empty);
        File.WriteAllBytes(_site.File(file), [.. bytes, .. System.Text.Encoding.ASCII.GetBytes(behind)]);
        var findings = Check("x");

        if (what is null)
        {
            Assert.Empty(findings);
        }
        else
        {
            Assert.Contains(findings, finding => finding.File == file && finding.What.Contains(what, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("""<form name="submission" method="post" data-netlify="true" hidden><input type="hidden" name="blob"></form>""", null)]
    [InlineData("""<form name="submission" method="post" data-netlify="true"><input type="hidden" name="blob"></form>""", "form")]
    [InlineData("""<form name="submission" method="post" data-netlify="true" hidden id="x"><input type="hidden" name="blob"></form>""", "form")]
    [InlineData("""<form name="submission" method="get" data-netlify="true" hidden><input type="hidden" name="blob"></form>""", "form")]
    [InlineData("""<form name="submission" method="post" data-netlify="true" hidden action="https://elsewhere.example/"><input type="hidden" name="blob"></form>""", "form")]
    [InlineData("""<form name="submission" method="post" data-netlify="true" hidden><textarea name="text"></textarea></form>""", "field with a name")]
    public void One_form_may_stand_on_one_page_and_takes_nothing(string markup, string? what)
    {
        _site.Put("submit/index.html", $"<!doctype html>\n<title>x</title>\n{markup}\n");
        var findings = Check("x");
        if (what is null)
        {
            Assert.Empty(findings);
        }
        else
        {
            Assert.Contains(findings, finding => finding.File == "submit/index.html" && finding.ToString().Contains(what, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData(16, 32768, false, null)]
    [InlineData(0, 0, false, null)]
    [InlineData(15, 32768, false, "always 16 or none")]
    [InlineData(16, 32767, false, "another size")]
    [InlineData(16, 32768, true, "not random")]
    public void Answers_to_writers_are_sixteen_of_one_size_and_look_like_chance(int count, int length, bool isText, string? what)
    {
        for (var number = 0; number < count; number++)
        {
            var bytes = System.Security.Cryptography.RandomNumberGenerator.GetBytes(length);
            if (isText && number == 3)
            {
                System.Text.Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("A text in base64, say. ", length)))[..length].CopyTo(bytes, 0);
            }

            File.WriteAllBytes(_site.Put(Blog.Source.ReplyFiles.PathOf(number), string.Empty), bytes);
        }

        var findings = Check("x");
        Assert.Equal(what is null ? [] : [what], findings.Select(finding => finding.What).Where(words => what is not null && words.Contains(what, StringComparison.Ordinal)).Select(_ => what!).Distinct());
        Assert.Equal(what is null, findings.Count == 0);
    }

    [Theory]
    [InlineData("replies/16.bin")]
    [InlineData("replies/0.bin")]
    [InlineData("other/00.bin")]
    public void Other_files_of_that_kind_are_found(string file)
    {
        _site.Put(file, "x");
        Assert.Contains(Check("x"), finding => finding.File == file && finding.ToString().Contains("no build writes", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_of_an_unknown_kind_is_found()
    {
        _site.Put("notes.docx", "x");
        Assert.Contains(Check("x"), finding => finding.File == "notes.docx");
    }

    [Fact]
    public void An_empty_file_and_a_link_are_found()
    {
        _site.Put("empty.html", string.Empty);
        File.CreateSymbolicLink(_site.File("link.html"), _site.File("empty.html"));
        var findings = Check("x");
        Assert.Contains(findings, finding => finding.File == "empty.html");
        Assert.Contains(findings, finding => finding.File == "link.html");
    }

    [Fact]
    public void A_site_under_a_path_is_checked_there()
    {
        Assert.Empty(Check("""<a href="/sub/x.html#c1">x</a><a href="/sub/">home</a><a href="https://blog.example/sub/d/">d</a>""", "https://blog.example/sub"));
        Assert.NotEmpty(Check("""<a href="/x.html">x</a>""", "https://blog.example/sub"));
    }

    [Fact]
    public void Findings_come_in_the_same_order_however_many_pages_are_read_at_once()
    {
        for (var i = 0; i < 50; i++)
        {
            _site.Put($"p{i}.html", "<!doctype html><a href=\"/none.html\">x</a>\n<a href=\"/none2.html\">x</a>");
        }

        var site = StagedSite.Open(_site.Root, "https://blog.example");
        Assert.Equal(SiteGate.Run(site, Input(1), CancellationToken.None).Findings, SiteGate.Run(site, Input(4), CancellationToken.None).Findings);
    }

    private IReadOnlyList<GateFinding> Check(string body, string address = "https://blog.example")
    {
        _site.Put("index.html", "<!doctype html><html lang=\"en\"><head><title>T</title></head><body>\n" + body + "</body></html>");
        _site.Put("x.html", "<!doctype html><p id=\"c1\">x</p>");
        _site.Put("d/index.html", "<!doctype html><p>d</p>");
        File.WriteAllBytes(_site.File("p.png"), SmallPictures.Of("png").Bytes);
        return SiteGate.Run(StagedSite.Open(_site.Root, address), Input(2), CancellationToken.None).Findings;
    }

    // Files put there by a test have the time of the test.
    private static GateInput Input(int parallelism) => new()
    {
        Secrets = SecretSet.None,
        Today = new DateOnly(2026, 11, 21),
        Parallelism = parallelism,
        Switches = GateSwitches.All with { Times = false },
    };
}
