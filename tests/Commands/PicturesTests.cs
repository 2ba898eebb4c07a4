using System.Text;
using Blog.Tests.Import.Readers;
using Blog.Tests.Import.Zip;
using Blog.Tests.Redact.Pictures;

namespace Blog.Tests.Commands;

/// <summary>The way of a picture as its moderator walks it: taken in, looked at, decided, released, built, taken back.</summary>
public sealed class PicturesTests : IDisposable
{
    private const string Host = "https://1.bp.blogspot.com/-Zz9/s320/";

    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task A_picture_is_shown_only_after_somebody_said_so_and_goes_when_it_is_taken_back()
    {
        await ImportAsync($"<p>Words.</p><p><img src='{Host}Garden%2Bgate.jpg' alt='A gate in a garden'/></p><p><img src='{Host}Desk.png' alt='Desk.png'/></p><p><img src='{Host}Lost.png'/></p>");
        Directory.CreateDirectory(_temporary.File("album", "deep"));
        await File.WriteAllBytesAsync(_temporary.File("album", "deep", "Garden gate.jpg"), SamplePictures.LadenJpeg());
        await File.WriteAllBytesAsync(_temporary.File("album", "Desk.png"), SamplePictures.LadenPng());
        await File.WriteAllBytesAsync(_temporary.File("album", "Other.png"), SamplePictures.Png());
        await File.WriteAllTextAsync(_temporary.File("album", "letter.pdf"), "%PDF-1.4");

        var added = await RunAsync("vault", "media", "add", "album", "--blog", "blog");
        Assert.Contains("2 pictures taken in, 0 known already, 2 that no text shows, 0 left", added.Output, StringComparison.Ordinal);
        await ReleaseAsync();
        Assert.Contains("\\[picture not shown: A gate in a garden\\]", Post(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(_temporary.File("blog", "input", "media")) && Media().Count > 0);

        var sheet = await SheetAsync("2  wait for you");
        var (garden, desk) = (Name(sheet, "JPEG"), Name(sheet, "PNG"));
        Assert.DoesNotContain(SamplePictures.Planted, sheet, StringComparison.Ordinal);
        await RunAsync("redact", "picture", garden, "--publish", "--blog", "blog");
        var covered = await RunAsync("redact", "picture", desk, "--cover", "2,2,4,4", "--blog", "blog");
        await ReleaseAsync();
        Assert.Matches(@"!\[A gate in a garden\]\(/media/[0-9a-f]{64}\.jpg\)", Post());
        Assert.Matches(@"!\[\]\(/media/[0-9a-f]{64}\.png\)", Post()); // a file's name is no description
        Assert.Contains("\\[picture not shown\\]", Post(), StringComparison.Ordinal); // the one whose file nobody has
        Assert.Equal(2, Media().Count);
        foreach (var file in Media())
        {
            Assert.DoesNotContain("Testwright", Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file)), StringComparison.Ordinal);
        }

        var build = await RunAsync("build", "--blog", "blog", "--as-of", "2026-11-21");
        Assert.True(build.ExitCode == 0, build.ToString());
        var page = await File.ReadAllTextAsync(_temporary.File("blog", "output", "2015", "12", "a-post.html"));
        Assert.Contains("<img src=\"/media/", page, StringComparison.Ordinal);
        Assert.Contains("width=\"24\" height=\"40\"", page, StringComparison.Ordinal); // turned, as it is shown

        await RunAsync("redact", "undo", covered.Output["Decision ".Length..][..8], "--blog", "blog");
        await RunAsync("redact", "picture", garden, "--leave-out", "--blog", "blog");
        var again = await ReleaseAsync();
        Assert.True(again.Output.Contains("2 removed", StringComparison.Ordinal), again.ToString());
        Assert.Empty(Media());
        Assert.DoesNotContain("/media/", Post(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_that_stands_in_a_text_itself_is_taken_out_and_waits_like_any_other()
    {
        var data = "data:image/png;base64," + Convert.ToBase64String(SamplePictures.LadenPng());
        var import = await ImportAsync($"<p>Words.</p><p><img src='{data}' alt='A desk by a window'/></p><p><img src='data:image/png;base64,AAAA' alt='A broken one'/><img src='data:image/svg+xml;base64,AAAA' alt='A drawing'/></p>");
        Assert.Contains("1 pictures that stood in the texts themselves were taken out of them, 0 were known already, 1 could not be read", import.Output, StringComparison.Ordinal);
        await ReleaseAsync();
        Assert.Contains("\\[picture not shown: A desk by a window\\]", Post(), StringComparison.Ordinal);
        Assert.Contains("\\[picture not shown: A broken one\\]", Post(), StringComparison.Ordinal);
        Assert.DoesNotContain("invalid", Post(), StringComparison.Ordinal);

        var sheet = await SheetAsync("1  wait for you");
        Assert.DoesNotContain(SamplePictures.Planted, sheet, StringComparison.Ordinal);
        await RunAsync("redact", "picture", Name(sheet, "PNG"), "--publish", "--blog", "blog");
        await ReleaseAsync();
        Assert.Matches(@"!\[A desk by a window\]\(/media/[0-9a-f]{64}\.png\)", Post());
        Assert.DoesNotContain("Testwright", Encoding.Latin1.GetString(await File.ReadAllBytesAsync(Assert.Single(Media()))), StringComparison.Ordinal);

        var again = await RunAsync("import", "export.xml", "--blog", "blog");
        Assert.Contains("0 pictures that stood in the texts themselves were taken out of them, 1 were known already", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Albums_are_found_within_the_zip_of_a_Takeout()
    {
        Assert.Equal(0, (await RunAsync("init", "blog", "--title", "An archive", "--address", "https://archive.example", "--no-git")).ExitCode);
        var feed = SampleSources.Takeout(SampleSources.TakeoutEntry("1", "POST", "LIVE", "<blogger:filename>/2015/12/a-post.html</blogger:filename>", System.Security.SecurityElement.Escape($"<p><img src='{Host}Desk.png'/></p>")));
        await File.WriteAllBytesAsync(_temporary.File("takeout.zip"), ZipSamples.OfBytes(("Takeout/Blogger/Blogs/Quay/feed.atom", Encoding.UTF8.GetBytes(feed)), ("Takeout/Blogger/Albums/Quay/Desk.png", SamplePictures.LadenPng()), ("Takeout/Blogger/Albums/Quay/Desk.png.json", "{}"u8.ToArray())));

        var import = await RunAsync("import", "takeout.zip", "--blog", "blog");
        Assert.True(import.ExitCode == 0, import.ToString());
        Assert.Contains("1 pictures taken in, 0 known already, 0 that no text shows, 0 left", import.Output, StringComparison.Ordinal);
        await SheetAsync("1  wait for you");
    }

    [Fact]
    public async Task A_picture_deleted_or_changed_by_hand_is_not_put_back()
    {
        await ImportAsync($"<p>Words.</p><p><img src='{Host}Desk.png'/></p>");
        await File.WriteAllBytesAsync(_temporary.File("Desk.png"), SamplePictures.Png());
        await RunAsync("vault", "media", "add", "Desk.png", "--blog", "blog");
        var name = Name(await SheetAsync("1  wait for you"), "PNG");
        await RunAsync("redact", "picture", name, "--publish", "--blog", "blog");
        await ReleaseAsync();

        var file = Media().Single();
        await File.WriteAllBytesAsync(file, SamplePictures.Png(5, 5));
        var changed = await RunAsync("release", "--blog", "blog", "--as-it-was", "--yes");
        Assert.Equal(1, changed.ExitCode);
        Assert.Contains("changed by hand", changed.Error, StringComparison.Ordinal);
        Assert.Equal(SamplePictures.Png(5, 5), await File.ReadAllBytesAsync(file));

        File.Delete(file);
        var deleted = await RunAsync("release", "--blog", "blog");
        Assert.Equal(1, deleted.ExitCode);
        Assert.Contains("deleted by hand", deleted.Error, StringComparison.Ordinal);
        Assert.Contains("\\[picture not shown\\]", Post(), StringComparison.Ordinal);
        Assert.Empty(Media());
        await RunAsync("release", "--restore", "--blog", "blog");
        Assert.Single(Media());
    }

    [Fact]
    public async Task Names_that_mean_two_pictures_and_files_that_are_none_are_left_to_a_person()
    {
        await ImportAsync($"<p><img src='{Host}image.png'/><img src='https://2.bp.blogspot.com/-Yy8/s1600/image.png'/><img src='{Host}bad.png'/><img src='{Host}twice.png'/></p>");
        await File.WriteAllBytesAsync(_temporary.File("image.png"), SamplePictures.Png());
        Directory.CreateDirectory(_temporary.File("a"));
        Directory.CreateDirectory(_temporary.File("b"));
        await File.WriteAllBytesAsync(_temporary.File("a", "twice.png"), SamplePictures.Png(3, 3));
        await File.WriteAllBytesAsync(_temporary.File("b", "twice.png"), SamplePictures.Png(4, 4));
        await File.WriteAllTextAsync(_temporary.File("bad.png"), "%PDF-1.4 a letter");

        var run = await RunAsync("vault", "media", "add", "image.png", "bad.png", "a", "b", "--blog", "blog");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("image.png: several pictures", run.Error, StringComparison.Ordinal);
        Assert.Contains("twice.png: another file", run.Error, StringComparison.Ordinal);
        Assert.Contains("bad.png: The file is a PDF document", run.Error, StringComparison.Ordinal);
        Assert.Contains("0 pictures taken in", run.Output, StringComparison.Ordinal);

        var said = await RunAsync("vault", "media", "add", "image.png", "--for", "https://2.bp.blogspot.com/-Yy8/s1600/image.png", "--blog", "blog");
        Assert.True(said.ExitCode == 0, said.ToString());
        Assert.Equal(2, (await RunAsync("vault", "media", "add", "image.png", "--for", "https://blog.example/none.png", "--blog", "blog")).ExitCode);
    }

    [Fact]
    public async Task A_link_to_a_picture_nobody_has_looked_at_goes_and_a_document_is_not_republished()
    {
        await ImportAsync($"<p>See <a href='{Host}full.jpg'>the large one</a> and <a href='https://papers.example/report.pdf'>the report</a>.</p>");
        await ReleaseAsync();
        Assert.Contains("See the large one and [the report](https://papers.example/report.pdf)", Post(), StringComparison.Ordinal);
        Assert.DoesNotContain("blogspot", Post(), StringComparison.Ordinal);
    }

    private async Task<string> SheetAsync(string counted)
    {
        var pictures = await RunAsync("redact", "pictures", "--blog", "blog");
        Assert.Contains(counted, pictures.Output, StringComparison.Ordinal);
        var path = _temporary.File("vault", "contact-sheet-1.html");
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        }

        var sheet = await File.ReadAllTextAsync(path);
        Assert.DoesNotContain("src=\"http", sheet, StringComparison.Ordinal);
        return sheet;
    }

    /// <summary>Name of the picture of a kind on a contact sheet.</summary>
    private static string Name(string sheet, string kind)
    {
        var end = sheet.IndexOf($"<p>{kind}, ", StringComparison.Ordinal);
        var start = sheet.LastIndexOf("<li id=\"", end, StringComparison.Ordinal) + "<li id=\"".Length;
        return sheet[start..(start + 8)];
    }

    private async Task<ProgramRun> ImportAsync(string content)
    {
        Assert.Equal(0, (await RunAsync("init", "blog", "--title", "An archive", "--address", "https://archive.example", "--no-git")).ExitCode);
        var escaped = content.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
        _temporary.Put("export.xml", $"""
            <?xml version='1.0' encoding='UTF-8'?>
            <feed xmlns='http://www.w3.org/2005/Atom'><id>tag:blogger.com,1999:blog-4242.archive</id><updated>2016-01-02T00:00:00.000Z</updated><title type='text'>A small blog</title>
            <link rel='alternate' type='text/html' href='http://small-blog.blogspot.com/'/><generator version='7.00' uri='http://www.blogger.com'>Blogger</generator>
            <entry><id>tag:blogger.com,1999:blog-4242.post-1001</id><published>2015-12-15T09:00:00.000Z</published><updated>2015-12-15T09:00:00.000Z</updated>
            <category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#post'/>
            <title type='text'>A post</title><content type='html'>{escaped}</content>
            <link rel='alternate' type='text/html' href='http://small-blog.blogspot.com/2015/12/a-post.html' title='A post'/><author><name>The Editor</name></author></entry></feed>
            """);
        var import = await RunAsync("import", "export.xml", "--blog", "blog");
        Assert.True(import.ExitCode == 0, import.ToString());
        return import;
    }

    private async Task<ProgramRun> ReleaseAsync()
    {
        var release = await RunAsync("release", "--blog", "blog", "--as-it-was", "--yes");
        Assert.True(release.ExitCode == 0, release.ToString());
        return release;
    }

    private string Post() => File.ReadAllText(Directory.EnumerateFiles(_temporary.File("blog", "input", "posts", "2015"), "*.md", SearchOption.AllDirectories).Single());

    private List<string> Media() => [.. Directory.EnumerateFiles(_temporary.File("blog", "input", "media")).Where(file => !Path.GetFileName(file).StartsWith('.'))];

    private Task<ProgramRun> RunAsync(params string[] arguments) =>
        ProgramRun.StartAsync(_temporary.Root, new Dictionary<string, string> { ["BLOG_VAULT"] = _temporary.File("vault") }, arguments);
}
