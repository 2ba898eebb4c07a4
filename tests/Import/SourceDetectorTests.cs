using System.Text;
using Blog.Import;
using NodaTime;

namespace Blog.Tests.Import;

public class SourceDetectorTests
{
    [Theory]
    [InlineData("", SourceKind.Empty)]
    [InlineData("\uFEFF \n\n", SourceKind.Empty)]
    [InlineData("<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'><id>tag:blogger.com,1999:blog-77.archive</id><entry>", SourceKind.BloggerClassic)]
    [InlineData("\n\uFEFF`<feed><id>tag:blogger.com,1999:blog-77.archive</id>", SourceKind.BloggerClassic)]
    [InlineData("<!-- a > b --><?p q?><atom:feed xmlns:atom='x'><entry><id>tag:blogger.com,1999:blog-77.post-1</id>", SourceKind.BloggerClassic)]
    [InlineData("<feed xmlns='http://www.w3.org/2005/Atom' xmlns:blogger='http://schemas.google.com/blogger/2018'><id>tag:blogger.com,1999:blog-1</id>", SourceKind.BloggerTakeout)]
    [InlineData("<feed xmlns='http://www.w3.org/2005/Atom'><id>urn:x</id><entry><id>urn:y</id></entry></feed>", SourceKind.OtherFeed)]
    [InlineData("<?xml version='1.0'?><!-- This is a WordPress file --><rss version='2.0' xmlns:wp='http://wordpress.org/export/1.2/'><channel>", SourceKind.WordPress)]
    [InlineData("<rss version='2.0'><channel>", SourceKind.Rss)]
    [InlineData("`<?xml version='1.0'?><disqus xmlns='http://disqus.com'>", SourceKind.Disqus)]
    [InlineData("<!DOCTYPE html><html lang=en><head><title>Sign in</title>", SourceKind.Html)]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE html><html b:css='false' b:version='2'><head>", SourceKind.BloggerTheme)]
    [InlineData("<r/>", SourceKind.OtherXml)]
    [InlineData("<?xml vers", SourceKind.OtherXml)]
    [InlineData("blog_publishing_mode,blog_admin_permission,blog_name,blog_locale\na,b,c,d", SourceKind.Table)]
    [InlineData("AUTHOR: someone\nTITLE: Fog\n-----\nBODY:\nx\n-----\n--------\n", SourceKind.MovableType)]
    [InlineData("{\"db\": []}", SourceKind.Json)]
    [InlineData("{\"db\": [{\"meta\":{}}]}", SourceKind.Ghost)]
    [InlineData("<?xml version='1.0'?><blog root-url='/' xmlns='http://www.blogml.com/2006/09/BlogML'>", SourceKind.BlogML)]
    [InlineData("<html><head><meta content='blogger' name='generator'/></head>", SourceKind.BloggerPage)]
    [InlineData("post_id,post_date,is_published,type,audience,title\n1.fog,2021-01-01,true,newsletter,everyone,Fog", SourceKind.Substack)]
    [InlineData("# settings\ntitle: Quay Notes\naddress: https://quay.example\n", SourceKind.OwnBlog)]
    [InlineData("PK\u0003\u0004rest", SourceKind.Zip)]
    [InlineData("%PDF-1.7", SourceKind.Binary)]
    [InlineData("a\0b\0c\0", SourceKind.Binary)]
    [InlineData("Ferry Notes, a page about ferries, boats, tides, and fog", SourceKind.UnknownText)]
    public void A_file_is_told_by_its_first_bytes(string text, SourceKind kind) => Assert.Equal(kind, SourceDetector.Look(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Gzip_is_told_by_its_first_bytes() => Assert.Equal(SourceKind.OtherArchive, SourceDetector.Look([0x1F, 0x8B, 8, 0]));

    [Fact]
    public void Every_kind_has_a_message_that_names_the_file()
    {
        foreach (var kind in Enum.GetValues<SourceKind>())
        {
            Assert.StartsWith("x.xml: ", SourceDetector.Explain(kind, "x.xml"), StringComparison.Ordinal);
        }
    }

    [SharedTheory]
    [InlineData(SourceKind.TakeoutComments, "blogger-takeout", "Takeout", "Blogger", "Comments", "Heisencoder", "feed.atom")]
    [InlineData(SourceKind.Table, "blogger-takeout", "Takeout", "Blogger", "Blogs", "Heisencoder", "settings.csv")]
    public void A_real_file_of_another_kind_is_named_and_refused(SourceKind kind, params string[] parts)
    {
        var path = SharedMaterial.File(["data", "exports", .. parts]);

        var error = Assert.Throws<ImportException>(() => Importers.Open(path, DateTimeZone.Utc));

        Assert.Equal(SourceDetector.Explain(kind, path), error.Message);
        Assert.Throws<ImportException>(() => Reading.OfFile(path));
    }

    [SharedFact]
    public void A_folder_gives_a_job_a_source_and_says_what_it_leaves_out()
    {
        var sources = Importers.Open(SharedMaterial.File("data", "exports", "blogger-classic"), DateTimeZone.Utc);

        Assert.Equal(7, sources.Jobs.Count);
        Assert.Empty(sources.Refused);
        Assert.Equal(sources.Jobs.Select(job => job.Name).Order(StringComparer.Ordinal), sources.Jobs.Select(job => job.Name));
        Assert.All(sources.Jobs, job => Assert.Equal(SourceKind.BloggerClassic, job.Kind));
    }

    [Fact]
    public void A_path_without_anything_to_import_is_refused()
    {
        var folder = Directory.CreateTempSubdirectory("blog-import-");
        try
        {
            Assert.Throws<ImportException>(() => Importers.Open(folder.FullName, DateTimeZone.Utc));
            Assert.Throws<ImportException>(() => Importers.Open(Path.Combine(folder.FullName, "missing.xml"), DateTimeZone.Utc));
            File.WriteAllText(Path.Combine(folder.FullName, "a.csv"), "blog_name,blog_locale,x,y");
            Assert.Contains("a.csv", Assert.Throws<ImportException>(() => Importers.Open(folder.FullName, DateTimeZone.Utc)).Message, StringComparison.Ordinal);
            Directory.CreateDirectory(Path.Combine(folder.FullName, "in"));
            File.WriteAllText(Path.Combine(folder.FullName, "in", "blog.xml"), Reading.Feed(Reading.Post("1")));
            var sources = Importers.Open(folder.FullName, DateTimeZone.Utc);
            Assert.Single(Assert.Single(sources.Jobs).Read().OfType<ImportedPost>());
            Assert.Contains("a.csv", Assert.Single(sources.Refused), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
