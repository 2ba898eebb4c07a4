using System.Text;
using Blog.Import;
using Blog.Import.Readers;
using Blog.Model;

namespace Blog.Tests.Import.Readers;

/// <summary>Small invented sources of every kind, for what the real files do not show.</summary>
public sealed class SmallSourcesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Takeout_statuses_that_nobody_knows_stay_hidden()
    {
        var source = Put("feed.atom", SampleSources.Takeout(
            SampleSources.TakeoutEntry("1", "POST", "LIVE", "<blogger:filename>/2015/12/fog.html</blogger:filename><category scheme='tag:blogger.com,1999:blog-77' term='Fog&#10;Tides'/>"),
            SampleSources.TakeoutEntry("2", "POST", "FUTURE_WORD"),
            SampleSources.TakeoutEntry("3", "POST", "LIVE", "<blogger:trashed>2020-01-01T00:00:00Z</blogger:trashed>"),
            SampleSources.TakeoutEntry("4", "PAGE", "SOFT_TRASHED"),
            SampleSources.TakeoutEntry("5", "COMMENT", "LIVE", "<blogger:parent>tag:blogger.com,1999:blog-77.post-1</blogger:parent><blogger:inReplyTo>tag:blogger.com,1999:blog-77.post-6</blogger:inReplyTo>"),
            SampleSources.TakeoutEntry("6", "COMMENT", "GHOSTED_COMMENT", "<blogger:parent>tag:blogger.com,1999:blog-77.post-1</blogger:parent>"),
            SampleSources.TakeoutEntry("7", "COMMENT", "LIVE")));

        Assert.Equal(["Fog", "Tides"], source.Posts[0].Labels);
        Assert.Equal([Visibility.Public, Visibility.Private, Visibility.Trashed], source.Posts.Select(post => post.Visibility));
        Assert.Equal(Visibility.Trashed, Assert.Single(source.Pages).Visibility);
        Assert.Equal("6", source.Comments[0].ParentSourceId);
        Assert.Equal((CommentState.RemovedByAdmin, string.Empty), (source.Comments[1].State, source.Comments[1].Body.Markdown));
        Assert.Single(source.Lost); // it does not say to which post it belongs
        Assert.True(source.Ledger.Balances);
    }

    [Fact]
    public void Takeout_line_ends_break_lines_where_no_markup_does()
    {
        var source = Put("feed.atom", SampleSources.Takeout(
            SampleSources.TakeoutEntry("1", "POST", "LIVE"),
            SampleSources.TakeoutEntry("5", "COMMENT", "LIVE", "<blogger:parent>tag:blogger.com,1999:blog-77.post-1</blogger:parent>", "One\nTwo\n\nThree"),
            SampleSources.TakeoutEntry("6", "COMMENT", "LIVE", "<blogger:parent>tag:blogger.com,1999:blog-77.post-1</blogger:parent>", "One&lt;BR/&gt;Two\nstill two")));

        Assert.Equal("One\\\nTwo\n\nThree", source.Comments[0].Body.Markdown);
        Assert.Equal("One\\\nTwo still two", source.Comments[1].Body.Markdown);
    }

    [Fact]
    public void WordPress_hides_what_was_hidden_and_says_why()
    {
        var source = Put("blog.xml", SampleSources.WordPress(
            SampleSources.WordPressItem("1", "publish", comments: SampleSources.WordPressComment("11", "1") + SampleSources.WordPressComment("12", "0", parent: "11") + SampleSources.WordPressComment("13", "spam")
                + SampleSources.WordPressComment("14", "trash") + SampleSources.WordPressComment("15", "1", type: "pingback") + SampleSources.WordPressComment("16", "odd")),
            SampleSources.WordPressItem("2", "publish", inside: "<wp:post_password>harbour</wp:post_password>"),
            SampleSources.WordPressItem("3", "draft", inside: "<wp:post_date_gmt>0000-00-00 00:00:00</wp:post_date_gmt>"),
            SampleSources.WordPressItem("4", "private"),
            SampleSources.WordPressItem("5", "future"),
            SampleSources.WordPressItem("6", "trash"),
            SampleSources.WordPressItem("7", "pending"),
            SampleSources.WordPressItem("8", "publish", type: "recipe"),
            SampleSources.WordPressItem("9", "inherit", type: "attachment")));

        Assert.Equal([Visibility.Public, Visibility.Private, Visibility.Draft, Visibility.Private, Visibility.Scheduled, Visibility.Trashed, Visibility.Pending], source.Posts.Select(post => post.Visibility));
        Assert.Contains(EntryFlags.Password, source.Posts[1].Flags);
        Assert.Equal(Visibility.Private, Assert.Single(source.Pages).Visibility); // a plug-in's kind of entry
        Assert.Equal([Visibility.Public, Visibility.Pending, Visibility.Spam, Visibility.Trashed, Visibility.Private, Visibility.Private], source.Comments.Select(comment => comment.Visibility));
        Assert.Contains(EntryFlags.Pingback, source.Comments[4].Flags);
        Assert.Equal("11", source.Comments[1].ParentSourceId);
        Assert.Equal("attachment", Assert.Single(source.Skipped).Reason);
        Assert.Equal("quay.example/notes", source.Source.Key);
        Assert.True(source.Ledger.Balances);
        Assert.Equal(0, source.Ledger.ExitCode);
    }

    [Fact]
    public void WordPress_paragraphs_times_and_codes()
    {
        var source = Put("blog.xml", SampleSources.WordPress(SampleSources.WordPressItem(
            "1", "publish", content: "First line\nsecond line\n\n[caption id=\"a\" width=\"3\"]A gull[/caption]\n\n[gallery ids=\"1,2\"]\n<ul>\n<li>one</li>\n</ul>\n<pre>a\nb</pre>")));

        var post = Assert.Single(source.Posts);
        Assert.Equal("First line\\\nsecond line\n\nA gull\n\n- one\n\n```\na\nb\n```", post.Body.Markdown);
        Assert.Equal(new DateTimeOffset(2015, 7, 1, 13, 4, 0, TimeSpan.FromHours(2)), post.Published!.Value);
        Assert.Equal(TimeSpan.FromHours(2), post.Published.Value.Offset); // the difference of the two clocks
        Assert.Contains(post.Body.Changes, change => change.Reason.Contains("square brackets", StringComparison.Ordinal));
    }

    [Fact]
    public void WordPress_versions_read_alike()
    {
        string[] versions = ["1.0", "1.1", "1.2"];
        var dumps = versions.Select(version => Put($"blog-{version}.xml", SampleSources.WordPress(SampleSources.WordPressItem("1", "publish", comments: SampleSources.WordPressComment("11", "1")))
            .Replace("export/1.2/", $"export/{version}/", StringComparison.Ordinal)).Dump()).Distinct();
        Assert.Single(dumps);
    }

    [Fact]
    public void A_broken_item_costs_itself_and_its_comments_and_both_are_said()
    {
        var source = Put("blog.xml", SampleSources.WordPress(
            SampleSources.WordPressItem("1", "publish", inside: "<wp:a></wp:b>", comments: SampleSources.WordPressComment("11", "1") + SampleSources.WordPressComment("12", "1")),
            SampleSources.WordPressItem("2", "publish")));

        Assert.Equal("2", Assert.Single(source.Posts).SourceId);
        Assert.Equal(3, source.Lost.Count);
        Assert.True(source.Ledger.Balances);
        Assert.Equal(1, source.Ledger.ExitCode);
    }

    [Fact]
    public void Disqus_names_its_pages_and_hides_what_was_deleted_or_spam()
    {
        var source = Put("comments.xml", SampleSources.Disqus());

        var thread = Assert.Single(source.Threads);
        Assert.Equal(["http://quay.example/notes/2015/fog/", "fog-id"], thread.Addresses);
        Assert.Equal([Visibility.Public, Visibility.Trashed, Visibility.Spam, Visibility.Public], source.Comments.Select(comment => comment.Visibility));
        Assert.Equal("22", source.Comments[3].ParentSourceId);
        Assert.Equal("page without comments", Assert.Single(source.Skipped).Reason);
        Assert.Equal("quay-notes", source.Source.Key);
        Assert.Equal(0, source.Ledger.ExitCode);
    }

    [Fact]
    public void BlogML_reads_categories_replies_and_what_is_not_approved()
    {
        var source = Put("blog.xml", SampleSources.BlogML());

        var post = Assert.Single(source.Posts);
        Assert.Equal(["Tides"], post.Labels);
        Assert.Equal("/notes/fog.aspx", post.Permalink);
        Assert.Equal("The *fog* came.", post.Body.Markdown);
        Assert.Equal(TimeSpan.FromHours(1), post.Published!.Value.Offset); // summer, in the blog's zone
        Assert.Equal(3, source.Comments.Count);
        Assert.Equal((Visibility.Pending, "c1"), (source.Comments[1].Visibility, source.Comments[2].ParentSourceId));
        Assert.Equal("pingback or trackback", Assert.Single(source.Skipped).Reason);
        Assert.Equal((5, 0), (source.Ledger.In, source.Ledger.ExitCode));
    }

    [Fact]
    public void Movable_Type_reads_comments_pings_and_escaped_separators()
    {
        var source = Put("export.txt", SampleSources.MovableType);

        Assert.Equal([Visibility.Public, Visibility.Draft], source.Posts.Select(post => post.Visibility));
        Assert.Equal("One\\\ntwo\n\n\\-----\n\nMore.", source.Posts[0].Body.Markdown);
        Assert.Equal(["Tides", "fog"], source.Posts[0].Labels);
        Assert.Equal([Visibility.Public, Visibility.Public, Visibility.Private], source.Comments.Select(comment => comment.Visibility));
        Assert.Equal("Old Thole", source.Comments[0].Author?.Name);
        Assert.Contains(EntryFlags.Flat, source.Comments[0].Flags);
        Assert.Equal(3, source.Comments.Select(comment => comment.SourceId).Distinct().Count());
        Assert.Equal(0, source.Ledger.ExitCode);
    }

    [Fact]
    public void Movable_Type_that_breaks_off_says_so()
    {
        var source = Put("export.txt", SampleSources.MovableType[..^30]);
        Assert.True(source.Ledger.Balances);
        Assert.Equal(1, source.Ledger.ExitCode);
    }

    [Fact]
    public void Ghost_reads_tables_in_any_order()
    {
        var source = Put("blog.ghost.json", SampleSources.Ghost);

        Assert.Equal([Visibility.Public, Visibility.Private, Visibility.Draft], source.Posts.Select(post => post.Visibility));
        Assert.Equal(["Tides"], source.Posts[0].Labels);
        Assert.Equal("Old Thole", source.Posts[0].Author?.Name);
        Assert.Equal("/fog/", source.Posts[0].Permalink);
        Assert.Contains("http://quay.example/content/map.html", source.Posts[0].Body.Markdown, StringComparison.Ordinal);
        Assert.Single(source.Pages);
        Assert.Equal("id:c1", source.Comments[1].ParentSourceId);
        Assert.Equal(0, source.Ledger.ExitCode);
    }

    [Fact]
    public void Ghost_that_breaks_off_keeps_what_is_whole()
    {
        var whole = SampleSources.Ghost;
        var source = Put("blog.json", whole[..whole.IndexOf("\"p3\"", StringComparison.Ordinal)]);
        Assert.Equal(2, source.Posts.Count);
        Assert.True(source.Ledger.Balances);
        Assert.Equal(1, source.Ledger.ExitCode);
    }

    [Fact]
    public void Substack_shows_what_was_for_everyone()
    {
        _folder.Put("export/posts.csv", "post_id,post_date,is_published,email_sent_at,inbox_sent_at,type,audience,title,subtitle,podcast_url\n"
            + "101.fog,2021-03-01T09:00:00.000Z,true,,,newsletter,everyone,Fog,\"Low, and long\",\n102.tides,2021-03-02T09:00:00.000Z,true,,,newsletter,only_paid,Tides,,\n103,,false,,,newsletter,everyone,,,\n104.gone,2021-03-04T09:00:00.000Z,true,,,newsletter,everyone,Gone,,\n");
        _folder.Put("export/posts/101.fog.html", "<p>The fog came.</p>");
        _folder.Put("export/posts/102.tides.html", "<p>The tide went.</p>");
        _folder.Put("export/posts/999.stray.html", "<p>Nobody knows.</p>");
        _folder.Put("export/email_list.csv", "email,active,expiry,plan\nx,y,z,a\n");
        var sources = Importers.Open(_folder.Root, Sources.London);
        var source = Sources.Read(Assert.Single(sources.Jobs));

        Assert.Empty(sources.Refused);
        Assert.Equal([Visibility.Public, Visibility.Private, Visibility.Draft], source.Posts.Select(post => post.Visibility));
        Assert.Equal("## Low, and long\n\nThe fog came.", source.Posts[0].Body.Markdown);
        Assert.Equal("/p/fog", source.Posts[0].Permalink);
        Assert.Equal(2, source.Lost.Count); // a row without its text, and a text without its row
        Assert.True(source.Ledger.Balances);
    }

    [Fact]
    public void Medium_keeps_drafts_and_answers_to_others_back()
    {
        _folder.Put("posts/2021-03-01_Fog-0123456789ab.html", SampleSources.Medium("Fog", "<h3 class=\"graf graf--title\">Fog</h3><p>The fog came.</p>", "https://medium.com/@thole/fog-0123456789ab"));
        _folder.Put("posts/2021-03-02_I-agree-1123456789ab.html", SampleSources.Medium("I agree with every word", "<p>I agree with every word of this.</p>", "https://medium.com/@thole/i-agree-1123456789ab"));
        _folder.Put("posts/draft_Later-2123456789ab.html", SampleSources.Medium("Later", "<h3 class=\"graf graf--title\">Later</h3><p>Not yet.</p>", null));
        _folder.Put("profile/profile.html", "<!DOCTYPE html><html><head><title>Profile</title></head><body>Old Thole</body></html>");
        var sources = Importers.Open(_folder.Root, Sources.London);
        var source = Sources.Read(Assert.Single(sources.Jobs));

        Assert.Equal([Visibility.Public, Visibility.Private, Visibility.Draft], source.Posts.Select(post => post.Visibility));
        Assert.Equal(("0123456789ab", "The fog came.", "/@thole/fog-0123456789ab"), (source.Posts[0].SourceId, source.Posts[0].Body.Markdown, source.Posts[0].Permalink));
        Assert.Equal(0, source.Ledger.ExitCode);
        Assert.Single(sources.PassedOver);
    }

    [Fact]
    public void A_mirror_gives_each_post_and_comment_once_from_its_fullest_page()
    {
        _folder.Put("quay.blogspot.com/2015/12/fog.html", SampleSources.BloggerPage("1", "Fog", "The fog came, and stayed all day.", SampleSources.Threaded));
        _folder.Put("quay.blogspot.com/2015/12/index.html", SampleSources.BloggerPage("1", "Fog", "The fog came", string.Empty));
        _folder.Put("quay.blogspot.com/2015/12/fog.html?m=1.html", SampleSources.BloggerPage("1", "Fog", "The fog came, and stayed all day.", SampleSources.Threaded));
        _folder.Put("quay.blogspot.com/robots.txt", "User-agent: *\n");
        var jobs = Importers.Open(_folder.Root, Sources.London).Jobs;
        var source = Sources.Read(Assert.Single(jobs, job => job.Kind == SourceKind.BloggerPage));

        Assert.Equal("The fog came, and stayed all day.", Assert.Single(source.Posts).Body.Markdown);
        Assert.Equal(["100001", "100002", "100003"], source.Comments.Select(comment => comment.SourceId));
        Assert.Equal("100001", source.Comments[1].ParentSourceId);
        Assert.Equal(CommentState.RemovedByAuthor, source.Comments[2].State);
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1450173840000), source.Comments[0].Published!.Value);
        Assert.Equal("77", source.Source.Key);
        Assert.Equal(5, source.Skipped.Count);
        Assert.Equal(0, source.Ledger.ExitCode);
    }

    [Fact]
    public void Pages_of_two_blogs_are_two_sources()
    {
        _folder.Put("a.html", SampleSources.BloggerPage("1", "Fog", "The fog came.", string.Empty));
        _folder.Put("b.html", SampleSources.BloggerPage("1", "Fog", "The fog came.", string.Empty).Replace("/77/", "/78/", StringComparison.Ordinal));
        Assert.Equal(2, Importers.Open(_folder.Root, Sources.London).Jobs.Count);
    }

    [Fact]
    public void A_blog_folder_comes_back_as_it_is()
    {
        var input = Path.Combine(SharedMaterial.Project, "input");
        var source = Sources.Of(input);

        Assert.Equal(SourceKind.OwnBlog, source.Kind);
        Assert.NotEmpty(source.Posts);
        Assert.NotEmpty(source.Comments);
        Assert.Contains(source.Posts.Concat<ImportedEntry>(source.Comments), entry => entry is ImportedPost { Body.Markdown: var post } && post.Contains("[redacted", StringComparison.Ordinal)
            || entry is ImportedComment { Body.Markdown: var comment } && comment.Contains("[redacted", StringComparison.Ordinal));
        Assert.Equal(0, source.Ledger.ExitCode);
    }

    [Fact]
    public void A_Takeout_reads_alike_as_file_folder_and_zip()
    {
        var feed = SampleSources.Takeout(SampleSources.TakeoutEntry("1", "POST", "LIVE"));
        var alone = Put("feed.atom", feed);
        const string place = "Takeout/Blogger/Blogs/Quay/";
        var zip = _folder.File("takeout.zip");
        File.WriteAllBytes(zip, Zip.ZipSamples.Of((place + "feed.atom", feed), (place + "settings.csv", "blog_subdomain,blog_time_zone,blog_name,x\nquay,Europe/London,Quay,y\n"), ("Takeout/archive_browser.html", "<html><head></head></html>")));
        var sources = Importers.Open(zip, Sources.London);
        var zipped = Sources.Read(Assert.Single(sources.Jobs));

        Assert.Equal(alone.Posts.Select(post => (post.SourceId, post.Title, post.Published, post.Body.Markdown)), zipped.Posts.Select(post => (post.SourceId, post.Title, post.Published, post.Body.Markdown)));
        Assert.Equal("http://quay.blogspot.com/", zipped.Source.Address);
        Assert.Equal(0, zipped.Ledger.ExitCode);
        Assert.Single(sources.PassedOver);
        Assert.Empty(sources.Refused);
    }

    [Fact]
    public void A_damaged_zip_keeps_what_is_whole_and_says_so()
    {
        var entries = string.Concat(Enumerable.Range(1, 400).Select(id => SampleSources.TakeoutEntry($"{id}", "POST", "LIVE", content: Guid.NewGuid().ToString())));
        var bytes = Zip.ZipSamples.Of(("feed.atom", SampleSources.Takeout(entries)));
        bytes[bytes.Length * 3 / 4] ^= 0x55;
        var path = _folder.File("takeout.zip");
        File.WriteAllBytes(path, bytes);
        var source = Sources.Of(path);

        Assert.NotEmpty(source.Posts);
        Assert.NotEmpty(source.Lost);
        Assert.True(source.Ledger.Balances);
        Assert.Equal(1, source.Ledger.ExitCode);
    }

    [Theory]
    [InlineData("theme.xml", "<?xml version=\"1.0\"?><html b:version='2'><head>", "theme")]
    [InlineData("settings.csv", "blog_publishing_mode,blog_admin_permission,blog_name,blog_locale\na,b,c,d", "table")]
    [InlineData("login.html", "<!DOCTYPE html><html><head><title>Sign in</title></head></html>", "login")]
    public void A_wrong_file_is_named_with_what_to_give_instead(string name, string content, string word)
    {
        var error = Assert.Throws<ImportException>(() => Importers.Open(_folder.Put(name, content), Sources.London));
        Assert.Contains(word, error.Message, StringComparison.Ordinal);
        Assert.Contains(name == "login.html" ? "download again" : "feed.atom", error.Message, StringComparison.Ordinal);
    }

    private Sources Put(string name, string content)
    {
        var path = _folder.File(name);
        File.WriteAllBytes(path, Encoding.UTF8.GetBytes(content));
        return Sources.Of(path);
    }
}
