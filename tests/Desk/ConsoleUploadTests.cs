using System.Globalization;
using System.Text;
using Blog.Desk;

namespace Blog.Tests.Desk;

/// <summary>An archive sent by the browser goes through the import and leaves no copy.</summary>
public sealed class ConsoleUploadTests
{
    [Fact]
    public async Task An_uploaded_export_is_brought_in_and_its_copy_is_gone()
    {
        await using var host = await ConsoleHost.StartAsync([]);
        var export = await File.ReadAllTextAsync(Path.Combine(SharedMaterial.Project, "tests", "Commands", "Cases", "small-export.xml"));
        var body = $"--b\r\nContent-Disposition: form-data; name=\"proof\"\r\n\r\n{host.Proof}\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../../my export.xml\"\r\nContent-Type: text/xml\r\n\r\n{export}\r\n--b--\r\n";
        var answer = await host.SendAsync(string.Create(CultureInfo.InvariantCulture,
            $"POST /upload HTTP/1.1\r\nHost: {host.Own}\r\nCookie: {host.Cookie}\r\nOrigin: http://{host.Own}\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}"));
        Assert.StartsWith("HTTP/1.1 303", answer, StringComparison.Ordinal);
        Assert.Contains("Location: /work", answer, StringComparison.Ordinal);
        var work = await DoneAsync(host);

        Assert.Contains("Done.", work, StringComparison.Ordinal);
        Assert.Contains("nothing of it is published", work, StringComparison.Ordinal);
        Assert.NotEqual(0, await host.ReadAsync(store => store.Stats().PublicPosts));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(host.Location.Folder, UploadedArchive.FolderName)));
    }

    [Fact]
    public async Task What_is_no_archive_is_refused_in_plain_words()
    {
        await using var host = await ConsoleHost.StartAsync([]);
        Assert.StartsWith("HTTP/1.1 303", await host.PostAsync("/import", "path=%2Fnone%2Fsuch"), StringComparison.Ordinal);
        var work = await DoneAsync(host);

        Assert.Contains("Not done.", work, StringComparison.Ordinal);
        Assert.Contains("there is no such file or folder", work, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_published_before_it_was_written_and_checked_and_not_after_another_decision()
    {
        await using var host = await ConsoleHost.StartAsync();
        await host.PostAsync("/publish", string.Empty);
        Assert.False(Directory.Exists(host.Blog.Output));
        await host.PostAsync("/preview", string.Empty);
        Assert.Contains("Nothing is published yet", await DoneAsync(host), StringComparison.Ordinal);
        Assert.False(Directory.Exists(host.Blog.Output));
        await host.PostAsync("/accept", "unit=" + host.Post);
        await host.PostAsync("/publish", string.Empty);
        Assert.False(Directory.Exists(host.Blog.Output));
        Assert.Contains("older than your last decision", await host.GetAsync("/"), StringComparison.Ordinal);
        await host.PostAsync("/preview", string.Empty);
        await DoneAsync(host);
        await host.PostAsync("/publish", string.Empty);
        await DoneAsync(host);

        Assert.True(File.Exists(Path.Combine(host.Blog.Output, "index.html")));
        Assert.DoesNotContain(ConsoleHost.Phone, string.Concat(Directory.EnumerateFiles(host.Blog.Output, "*.html", SearchOption.AllDirectories).Select(File.ReadAllText)), StringComparison.Ordinal);
    }

    private static async Task<string> DoneAsync(ConsoleHost host)
    {
        for (var i = 0; i < 600; i++)
        {
            var page = await host.GetAsync("/work");
            if (page.Contains("data-working=\"no\"", StringComparison.Ordinal))
            {
                return page;
            }

            await Task.Delay(100);
        }

        throw new TimeoutException("The work does not end.");
    }
}
