using System.Text;
using Blog.Import;

namespace Blog.Tests.Import;

/// <summary>Reads an export to its end through reader and ledger, as a run of the program does.</summary>
internal sealed class Reading
{
    private Reading(IReadOnlyList<ImportedEntry> entries, LossLedger ledger)
    {
        Entries = entries;
        Ledger = ledger;
    }

    public IReadOnlyList<ImportedEntry> Entries { get; }

    public LossLedger Ledger { get; }

    public ImportedSource Source => Assert.Single(Entries.OfType<ImportedSource>());

    public IReadOnlyList<ImportedPost> Posts => [.. Entries.OfType<ImportedPost>().Where(post => post.Kind == EntryKind.Post)];

    public IReadOnlyList<ImportedPost> Pages => [.. Entries.OfType<ImportedPost>().Where(post => post.Kind == EntryKind.Page)];

    public IReadOnlyList<ImportedComment> Comments => [.. Entries.OfType<ImportedComment>()];

    public IReadOnlyList<SkippedEntry> Skipped => [.. Entries.OfType<SkippedEntry>()];

    public IReadOnlyList<SkippedEntry> Lost => [.. Skipped.Where(entry => entry.Lost)];

    public static Reading OfFile(string path)
    {
        using var stream = File.OpenRead(path);
        return Of(stream, Path.GetFileName(path));
    }

    public static Reading OfCase(string name) => OfFile(Path.Combine(AppContext.BaseDirectory, "Import", "Cases", name));

    public static Reading OfText(string xml) => OfBytes(Encoding.UTF8.GetBytes(xml));

    public static Reading OfBytes(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return Of(stream, "export.xml");
    }

    /// <summary>An export with these entries in it.</summary>
    public static Reading OfEntries(string entries) => OfText(Feed(entries));

    public static string Feed(string entries) =>
        "<?xml version='1.0' encoding='UTF-8'?><feed xmlns='http://www.w3.org/2005/Atom' xmlns:gd='http://schemas.google.com/g/2005' "
        + "xmlns:thr='http://purl.org/syndication/thread/1.0'><id>tag:blogger.com,1999:blog-77.archive</id><updated>2020-06-01T12:00:00.000Z</updated>"
        + "<title type='text'>Ferry Notes</title><link rel='alternate' type='text/html' href='http://ferry-notes.example/'/>"
        + "<generator version='7.00' uri='https://www.blogger.com'>Blogger</generator>" + entries + "</feed>";

    public static string Post(string number, string inside = "") =>
        $"<entry><id>tag:blogger.com,1999:blog-77.post-{number}</id><published>2015-12-15T10:04:00.000Z</published>{Kind("post")}"
        + $"<title type='text'>Crossing {number}</title><content type='html'>The boat was late.</content>"
        + $"<link rel='alternate' type='text/html' href='http://ferry-notes.example/2015/12/crossing-{number}.html'/>{inside}</entry>";

    public static string Comment(string number, string post, string inside = "", string content = "Late again.") =>
        $"<entry><id>tag:blogger.com,1999:blog-77.post-{number}</id><published>2015-12-15T10:04:00.000Z</published>{Kind("comment")}"
        + $"<title type='text'>Late again.</title><content type='html'>{content}</content>"
        + $"<link rel='alternate' type='text/html' href='http://ferry-notes.example/2015/12/x.html?showComment=1#c{number}'/>"
        + $"<author><name>Quay Reader</name></author><thr:in-reply-to ref='tag:blogger.com,1999:blog-77.post-{post}'/>{inside}</entry>";

    public static string Kind(string kind) =>
        $"<category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#{kind}'/>";

    private static Reading Of(Stream stream, string name)
    {
        var job = new ImportJob(name, SourceKind.BloggerClassic, tally => new BloggerClassicReader().Read(stream, name, tally));
        var entries = job.Read().ToList();
        return new Reading(entries, job.Ledger);
    }
}
