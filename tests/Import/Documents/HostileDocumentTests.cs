using System.Text;
using Blog.Bench.Documents;
using Blog.Import.Documents;

namespace Blog.Tests.Import.Documents;

public sealed class HostileDocumentTests
{
    private const string Planted = "plantedSecret";

    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static TheoryData<string, byte[], DocumentFault> Files() => new()
    {
        { "a.txt", [], DocumentFault.Empty },
        { "a.txt", "\uFEFF \r\n\t\n"u8.ToArray(), DocumentFault.Empty },
        { "a.txt", new byte[500], DocumentFault.WrongKind },
        { "a.docx", [.. Ole, .. Encoding.Unicode.GetBytes("EncryptedPackage")], DocumentFault.Encrypted },
        { "a.doc", [.. Ole, .. new byte[600]], DocumentFault.WrongKind },
        { "a.pdf", "%PDF-1.7 plantedSecret"u8.ToArray(), DocumentFault.WrongKind },
        { "a.txt", @"{\rtf1 plantedSecret}"u8.ToArray(), DocumentFault.WrongKind },
        { "a.docx", DocumentSamples.Photograph(), DocumentFault.WrongKind },
        { "a.docx", DocumentSamples.Pack([("xl/workbook.xml", "<a/>")], []), DocumentFault.WrongKind },
        { "a.docx", DocumentSamples.Pack([("readme.txt", Planted)], []), DocumentFault.WrongKind },
        { "a.odt", DocumentSamples.OpenDocument("<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"), DocumentFault.Encrypted },
        { "a.docx", WithDocument("<!DOCTYPE a [<!ENTITY b 'plantedSecret'>]><a>&b;</a>"), DocumentFault.Damaged },
        { "a.docx", WithDocument("<w:document"), DocumentFault.Damaged },
        { "a.docx", WithDocument("<a>plantedSecret</a>"), DocumentFault.Damaged },
        { "a.docx", WithDocument(string.Concat(Enumerable.Repeat("<a>", 5_000))), DocumentFault.TooComplex },
        { "a.docx", WithDocument("<a " + string.Concat(Enumerable.Range(0, 5_000).Select(i => $"b{i}='' ")) + "/>"), DocumentFault.TooComplex },
        { "a.docx", WithDocument("<a>" + string.Concat(Enumerable.Repeat("<b/>", 500_000)) + "</a>"), DocumentFault.TooComplex },
        { "a.docx", WithDocument(new string(' ', 100_000_000)), DocumentFault.TooLarge },
        { "a.docx", DocumentSamples.Word()[..^200], DocumentFault.Damaged },
        { "a.docx", Changed(DocumentSamples.Word(), "PK\x01\x02"u8, 8, 1), DocumentFault.Encrypted },
        { "a.docx", Changed(DocumentSamples.Word(), "PK\x01\x02"u8, 24, 1), DocumentFault.Damaged },
        { "a.docx", Changed(DocumentSamples.Word(), "PK\x01\x02"u8, 16, 1), DocumentFault.Damaged },
        { "a.docx", Changed(DocumentSamples.Word(), "PK\x01\x02"u8, 10, 12), DocumentFault.Damaged },
        { "a.docx", DocumentSamples.Pack([("word/document.xml", "<a/>"), ("WORD/document.xml", "<a/>")], []), DocumentFault.Damaged },
        { "a.docx", DocumentSamples.Pack(Enumerable.Range(0, 3_000).Select(i => ($"word/document{i}.xml", "<a/>")), []), DocumentFault.TooComplex },
        { "a.html", Encoding.UTF8.GetBytes("<html>" + string.Concat(Enumerable.Repeat("<div>", 20_000))), DocumentFault.TooComplex },
        { "a.eml", NestedMails(1_000), DocumentFault.TooComplex },
        { "a.eml", NestedParts(1_000), DocumentFault.TooComplex },
        { "a.eml", ManyParts(5_000), DocumentFault.TooComplex },
        { "a.eml", "From: a@example.org\nMIME-Version: 1.0\nContent-Type: multipart/encrypted; boundary=x\n\n--x\n\nplantedSecret\n--x--\n"u8.ToArray(), DocumentFault.Encrypted },
        { "a.eml", "From: a@example.org\nMIME-Version: 1.0\n\n-----BEGIN PGP MESSAGE-----\nplantedSecret\n"u8.ToArray(), DocumentFault.Encrypted },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_that_cannot_be_read_is_refused_in_one_clear_message(string name, byte[] bytes, DocumentFault fault)
    {
        using var stream = new MemoryStream(bytes);

        var refused = Assert.Throws<DocumentException>(() => DocumentReader.Read(stream, "plantedSecret-" + name, DocumentLimits.Default));

        Assert.Equal(fault, refused.Fault);
        Assert.DoesNotContain(Planted, refused.Message, StringComparison.Ordinal);
        Assert.Contains("Nothing was kept.", refused.Message, StringComparison.Ordinal);
        Assert.Contains(", ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stream_of_200_megabytes_is_refused_before_it_fills_the_memory()
    {
        using var endless = new EndlessStream(200L * 1024 * 1024);

        var refused = Assert.Throws<DocumentException>(() => DocumentReader.Read(endless, "a.txt", DocumentLimits.Default));

        Assert.Equal(DocumentFault.TooLarge, refused.Fault);
        Assert.True(endless.Given <= DocumentLimits.Default.MaximumBytes + (128 * 1024), "read on after the limit");
    }

    [Fact]
    public void A_mail_that_breaks_every_rule_is_read_as_far_as_it_goes()
    {
        const string Mail =
            "From: a@example.org\r\nSubject: =?utf-8?B?!!!?= =?nowhere?Q?a=ZZ?=\r\nContent-Type: multipart/mixed; boundary=\"x\r\nMIME-Version: 1.0\r\n: nothing\r\nno colon here\r\n\r\n--x\r\nContent-Type: text/plain; charset=\"no-such\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nWords =ZZ and = more=\r\n";

        using var stream = new MemoryStream(Encoding.ASCII.GetBytes(Mail));
        var read = DocumentReader.Read(stream, "a.eml", DocumentLimits.Default);

        Assert.Contains("Words", read.Markdown, StringComparison.Ordinal);
        Assert.NotEmpty(read.Notes);
    }

    [Fact]
    public void Characters_that_xml_forbids_do_not_end_a_document()
    {
        using var stream = new MemoryStream(DocumentSamples.Word("<w:p><w:r><w:t>be\u0001fore &#1; aft\uFFFFer</w:t></w:r></w:p>"));

        Assert.Contains("before", DocumentReader.Read(stream, "a.docx", DocumentLimits.Default).Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void An_attachment_that_cannot_be_read_says_so_and_the_mail_is_read()
    {
        var mail = "From: a@example.org\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nMy words.\n--x\nContent-Type: application/octet-stream; name=a.docx\nContent-Transfer-Encoding: base64\n\n"
            + Convert.ToBase64String(WithDocument("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")) + "\n--x--\n";

        using var stream = new MemoryStream(Encoding.ASCII.GetBytes(mail));
        var read = DocumentReader.Read(stream, null, DocumentLimits.Default);

        Assert.Equal("My words.", read.Markdown);
        Assert.Contains("document type", Assert.Single(read.Attachments).WhyNot, StringComparison.Ordinal);
    }

    [Fact]
    public void Changed_documents_give_a_text_or_a_refusal_and_nothing_else()
    {
        var outcome = DocumentMutations.Run(600, seed: 20);

        Assert.Empty(outcome.Crashes);
        Assert.Equal(600, outcome.Texts + outcome.Refusals);
        Assert.True(outcome is { Texts: > 50, Refusals: > 20 });
    }

    [SharedTheory]
    [MemberData(nameof(HostileFiles))]
    public void Hostile_files_are_refused_or_read_within_bounds(string folder, string name)
    {
        using var stream = File.OpenRead(SharedMaterial.File("data", "hostile", folder, name));
        try
        {
            DocumentReader.Read(stream, null, DocumentLimits.Default);
        }
        catch (DocumentException refused)
        {
            Assert.Contains("Nothing was kept.", refused.Message, StringComparison.Ordinal);
        }
    }

    public static TheoryData<string, string> HostileFiles()
    {
        var files = new TheoryData<string, string>();
        foreach (var folder in new[] { "zip", "xml", "encoding" })
        {
            if (SharedMaterial.Root is not null)
            {
                foreach (var file in Directory.EnumerateFiles(SharedMaterial.File("data", "hostile", folder)).Order(StringComparer.Ordinal))
                {
                    files.Add(folder, Path.GetFileName(file));
                }
            }
        }

        return files;
    }

    private static byte[] WithDocument(string xml) => DocumentSamples.Pack([("word/document.xml", xml)], []);

    private static byte[] Changed(byte[] zip, ReadOnlySpan<byte> signature, int offset, byte value)
    {
        var changed = zip.ToArray();
        changed[changed.AsSpan().IndexOf(signature) + offset] += value;
        return changed;
    }

    private static byte[] NestedMails(int depth)
    {
        var mail = new StringBuilder();
        for (var i = 0; i < depth; i++)
        {
            mail.Append("From: a@example.org\nMIME-Version: 1.0\nContent-Type: message/rfc822\n\n");
        }

        return Encoding.ASCII.GetBytes(mail.Append("From: a@example.org\n\nplantedSecret\n").ToString());
    }

    private static byte[] NestedParts(int depth)
    {
        var mail = new StringBuilder("From: a@example.org\nMIME-Version: 1.0\n");
        for (var i = 0; i < depth; i++)
        {
            mail.Append("Content-Type: multipart/mixed; boundary=b").Append(i).Append("\n\n--b").Append(i).Append('\n');
        }

        return Encoding.ASCII.GetBytes(mail.Append("\nplantedSecret\n").ToString());
    }

    private static byte[] ManyParts(int count) => Encoding.ASCII.GetBytes(
        "From: a@example.org\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n" + string.Concat(Enumerable.Repeat("--x\n\na\n", count)) + "--x--\n");

    private sealed class EndlessStream(long length) : Stream
    {
        public long Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var given = (int)Math.Min(count, length - Given);
            buffer.AsSpan(offset, given).Fill((byte)'a');
            Given += given;
            return given;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
