using System.Text;
using Blog.Model;
using Blog.Source;

namespace Blog.Tests.Source;

public sealed class SettingsReaderTests
{
    private const string Least = "title: T\naddress: https://example.org\n";

    [Theory]
    [InlineData("submissions: {endpoint: netlify}", SubmissionEndpoint.Netlify, null, 2 << 20)]
    [InlineData("submissions: {}", SubmissionEndpoint.Netlify, null, 2 << 20)]
    [InlineData("submissions: {endpoint: file}", SubmissionEndpoint.File, null, 8 << 20)]
    [InlineData("submissions: {endpoint: \"https://inbox.example.org/take\"}", SubmissionEndpoint.Url, "https://inbox.example.org/take", 8 << 20)]
    public void What_takes_submissions_is_read_and_written(string yaml, SubmissionEndpoint endpoint, string? url, int most)
    {
        var read = Read(Least + yaml + "\ncomments: old-blog\noldBlog: https://old.example.org\n");
        Assert.Equal((new SubmissionSettings(endpoint, url), most, CommentWay.OldBlog, "https://old.example.org"), (read.Submissions, read.Submissions!.MaxContent, read.Comments, read.OldBlog));
        var again = Read(Encoding.UTF8.GetString(SettingsWriter.Write(read)));
        Assert.Equal((read.Submissions, read.Comments, read.OldBlog), (again.Submissions, again.Comments, again.OldBlog));
    }

    [Theory]
    [InlineData("http://inbox.example.org/")]
    [InlineData("https://inbox.example.org/take; script-src *")]
    [InlineData("https://inbox.example.org/?to=1")]
    [InlineData("//inbox.example.org/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://*.example.org/")]
    public void An_endpoint_that_could_widen_a_pages_policy_is_refused(string endpoint) =>
        Assert.Throws<SourceException>(() => Read($"{Least}submissions: {{endpoint: \"{endpoint}\"}}\n"));

    [Fact]
    public void What_readers_in_fear_get_is_on_unless_it_is_switched_off()
    {
        var read = Read(Least);
        Assert.Equal((null, null, true, SiteSettings.DefaultLeave, false), (read.Mail, read.Onion, read.Discreet, read.Leave, read.Offline));
        var other = Read(Least + $"mail: editors@example.org\nonion: http://{new string('a', 56)}.onion\ndiscreet: false\nleave: off\noffline: true\n");
        Assert.Equal(("editors@example.org", $"http://{new string('a', 56)}.onion", false, null, true), (other.Mail, other.Onion, other.Discreet, other.Leave, other.Offline));
        var again = Read(Encoding.UTF8.GetString(SettingsWriter.Write(other)));
        Assert.Equal((other.Mail, other.Onion, other.Discreet, other.Leave, other.Offline), (again.Mail, again.Onion, again.Discreet, again.Leave, again.Offline));
        Assert.Equal("https://news.example/", Read(Least + "leave: https://news.example/\n").Leave);
    }

    [Theory]
    [InlineData("mail: editors")]
    [InlineData("mail: \"a@example.org?bcc=b@example.org\"")]
    [InlineData("onion: http://short.onion")]
    [InlineData("onion: https://example.org")]
    [InlineData("discreet: no")]
    [InlineData("leave: \"javascript:alert(1)\"")]
    [InlineData("leave: http://plain.example/")]
    [InlineData("offline: 1")]
    public void An_odd_value_of_theirs_is_refused(string line) => Assert.Throws<SourceException>(() => Read(Least + line + "\n"));

    [Fact]
    public void Every_key_is_read()
    {
        var read = Read("""
            title: "The Long View: notes from probation"
            address: https://example.org/blog
            description: >
              What the work is like,
              told by those who do it.
            language: en-GB
            timeZone: Europe/London
            editor: The editor
            pageSizes: {home: 5, list: 20, feed: 30, comments: 40}
            anonymity:
              commenters: pseudonym-per-site
              times: month
              oldIds: drop
              legacyMasks: keep
              citedTimes: keep
            names:
              keep: [Old Hand]
            publicNames:
              - Ministry of Example
            labels:
              Guest posts: Written by readers.
            series:
              Guest Blog: "By readers: in turn"
            glossary:
              NO: no organisation
            """);

        Assert.Equal("The Long View: notes from probation", read.Title);
        Assert.Equal("What the work is like, told by those who do it.", read.Description);
        Assert.Equal(new PageSizes(5, 20, 30, 40), read.PageSizes);
        Assert.Equal(
            new AnonymityPolicy
            {
                Commenters = CommenterPolicy.PseudonymPerSite,
                Times = DatePrecision.Month,
                OldIds = OldIdPolicy.Drop,
                LegacyMasks = LegacyMaskPolicy.Keep,
                CitedTimes = CitedTimePolicy.Keep,
            },
            read.Anonymity);
        Assert.Equal(["Old Hand"], read.KeptNames);
        Assert.Equal(["Ministry of Example"], read.PublicNames);
        Assert.Equal("Written by readers.", read.Labels["Guest posts"]);
        Assert.Equal("By readers: in turn", read.Series["Guest Blog"]);
        Assert.Equal("no organisation", read.Glossary["NO"].Means);
        Assert.Equal(Encoding.UTF8.GetString(SettingsWriter.Write(read)), Encoding.UTF8.GetString(SettingsWriter.Write(Read(Encoding.UTF8.GetString(SettingsWriter.Write(read))))));
    }

    [Fact]
    public void What_is_not_said_is_as_strict_as_can_be()
    {
        var read = Read(Least);

        Assert.Equal(new AnonymityPolicy(), read.Anonymity);
        Assert.Equal(CommenterPolicy.PseudonymPerThread, read.Anonymity.Commenters);
        Assert.Equal(DatePrecision.Day, read.Anonymity.Times);
        Assert.Equal("Europe/London", read.TimeZone);
        Assert.Empty(read.KeptNames);
    }

    [Theory]
    [InlineData("", 1, "'title' is missing")]
    [InlineData("title: T\n", 1, "'address' is missing")]
    [InlineData(Least + "anonimity: {times: minute}\n", 3, "'anonymity'")]
    [InlineData(Least + "anonymity: {time: minute}\n", 3, "'times'")]
    [InlineData(Least + "anonymity:\n  times: minutes\n", 4, "'minute'")]
    [InlineData(Least + "anonymity: none\n", 3, "map")]
    [InlineData(Least + "timeZone: Europe/Lodnon\n", 3, "'Europe/London'")]
    [InlineData(Least + "language: English (UK)\n", 3, "en-GB")]
    [InlineData(Least + "pageSizes: {home: 0}\n", 3, "1 to 200")]
    [InlineData(Least + "pageSizes: {feed: 501}\n", 3, "1 to 500")]
    [InlineData(Least + "pageSizes: {comments: 0}\n", 3, "1 to 500")]
    [InlineData(Least + "names: [Old Hand]\n", 3, "map")]
    [InlineData(Least + "title: U\n", 3, "twice")]
    [InlineData("title: T\naddress: https://example.org/\n", 2, "slash")]
    [InlineData("title: T\naddress: example.org\n", 2, "https://")]
    [InlineData("title: T\naddress: ftp://example.org\n", 2, "https://")]
    [InlineData("title: T\naddress: https://me:pw@example.org\n", 2, "https://")]
    [InlineData("title: T\naddress: https://example.org/?a\n", 2, "https://")]
    [InlineData("title: T\naddress: https://example.org/../x\n", 2, "https://")]
    [InlineData("title: T\naddress: javascript:alert(1)\n", 2, "https://")]
    public void A_mistake_is_named_with_its_line_and_a_remedy(string yaml, int line, string words)
    {
        var refused = Assert.Throws<SourceException>(() => Read(yaml));

        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
        Assert.Equal(line, refused.Problems[0].Line);
    }

    [SharedTheory]
    [InlineData("bidi.yaml", "direction")]
    [InlineData("bomb-alias.yaml", "Anchors")]
    [InlineData("bomb-merge.yaml", "Anchors")]
    [InlineData("deep-block.yaml", "1 MB")]
    [InlineData("deep-flow-100k.yaml", "24 deep")]
    [InlineData("deep-map.yaml", "24 deep")]
    [InlineData("dup-keys.yaml", "twice")]
    [InlineData("html.yaml", "'slug'")]
    [InlineData("long-key.yaml", "YAML")]
    [InlineData("multi-doc.yaml", "second YAML document")]
    [InlineData("norway.yaml", "'country'")]
    [InlineData("nul.yaml", "control character")]
    [InlineData("self-alias.yaml", "Anchors")]
    [InlineData("tabs.yaml", "YAML")]
    [InlineData("tag-types.yaml", "tags")]
    public void Hostile_yaml_is_refused_in_words(string file, string words)
    {
        var bytes = File.ReadAllBytes(SharedMaterial.File("data", "hostile", "yaml", file));

        var refused = Assert.Throws<SourceException>(() => SettingsReader.Read(bytes, "site.yml"));

        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
        Assert.True(refused.Message.Length < 2000, "A message stays short whatever the file holds.");
        Assert.Throws<SourceException>(() => FrontMatterReader.Read([.. "---\n"u8, .. bytes, .. "\n---\n"u8], "posts/x.md"));
    }

    private static SiteSettings Read(string yaml) => SettingsReader.Read(Encoding.UTF8.GetBytes(yaml), "site.yml");
}
