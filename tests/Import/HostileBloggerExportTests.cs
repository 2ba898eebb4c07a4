using System.IO.Compression;
using System.Text;
using Blog.Import;
using Blog.Model;

namespace Blog.Tests.Import;

public class HostileBloggerExportTests
{
    // What each file of data/hostile/xml must come to: "refused" (an ImportException, nothing read), or posts+comments read and entries lost.
    [SharedTheory]
    [InlineData("billion-laughs.xml", "refused")]
    [InlineData("billion-laughs-attr.xml", "refused")]
    [InlineData("quadratic-blowup.xml", "refused")]
    [InlineData("param-entity-laughs.xml", "refused")]
    [InlineData("xxe-file.xml", "refused")]
    [InlineData("xxe-win.xml", "refused")]
    [InlineData("xxe-http.xml", "refused")]
    [InlineData("xxe-unc.xml", "refused")]
    [InlineData("xxe-ftp.xml", "refused")]
    [InlineData("xxe-data.xml", "refused")]
    [InlineData("xxe-jar.xml", "refused")]
    [InlineData("xxe-php.xml", "refused")]
    [InlineData("xxe-param-oob.xml", "refused")]
    [InlineData("xxe-doctype-system.xml", "refused")]
    [InlineData("xxe-doctype-public.xml", "refused")]
    [InlineData("xinclude.xml", "1 read, 0 lost")]
    [InlineData("xml-stylesheet-pi.xml", "0 read, 0 lost")]
    [InlineData("xsi-schemaLocation.xml", "0 read, 0 lost")]
    [InlineData("deep-nesting-100k.xml", "0 read, 0 lost")]
    [InlineData("deep-content-html-50k.xml", "1 read, 0 lost")]
    [InlineData("deep-blockquote-html-20k.xml", "1 read, 0 lost")]
    [InlineData("many-attributes-100k.xml", "0 read, 0 lost")]
    [InlineData("many-namespaces-20k.xml", "0 read, 0 lost")]
    [InlineData("long-name-5mb.xml", "0 read, 0 lost")]
    [InlineData("dup-ids.xml", "2 read, 0 lost")]
    [InlineData("reply-cycle.xml", "4 read, 0 lost")]
    [InlineData("reply-chain-5000.xml", "5000 read, 0 lost")]
    [InlineData("orphan-parent.xml", "1 read, 0 lost")]
    [InlineData("evil-dates.xml", "10 read, 0 lost")]
    [InlineData("control-chars.xml", "1 read, 0 lost")]
    [InlineData("raw-control-char.xml", "1 read, 0 lost")]
    [InlineData("lone-surrogate-ref.xml", "1 read, 0 lost")]
    [InlineData("utf16-le-bom.xml", "1 read, 0 lost")]
    [InlineData("declared-utf8-is-latin1.xml", "1 read, 0 lost")]
    [InlineData("utf7-decl.xml", "refused")]
    [InlineData("truncated.xml", "1 read, 1 lost")]
    [InlineData("cdata-close.xml", "refused")] // no id of Blogger's anywhere: not an export
    [InlineData("content-type-xhtml.xml", "refused")]
    [InlineData("content-src.xml", "refused")]
    public void A_hostile_file_is_refused_or_read_and_accounted_for(string file, string outcome)
    {
        var path = SharedMaterial.File("data", "hostile", "xml", file);
        Assert.Equal(outcome, Outcome(() => Reading.OfFile(path)));
    }

    [SharedFact]
    public void Evil_ids_are_read_and_never_repeated_in_what_is_said()
    {
        var reading = Reading.OfFile(SharedMaterial.File("data", "hostile", "xml", "evil-ids.xml"));

        Assert.NotEmpty(reading.Comments);
        Assert.All(reading.Comments, comment => Assert.True(comment.SourceId is null || CommentId.TryParse(comment.SourceId, out _)));
        Assert.DoesNotContain("passwd", Report(reading), StringComparison.Ordinal);
        Assert.DoesNotContain("script", Report(reading), StringComparison.Ordinal);
        Assert.True(reading.Ledger.Balances);
    }

    [SharedFact]
    public void A_comment_of_20_MB_is_read_whole()
    {
        using var packed = File.OpenRead(SharedMaterial.File("data", "hostile", "xml", "long-text-20mb.xml.gz"));
        using var unpacked = new GZipStream(packed, CompressionMode.Decompress);
        using var memory = new MemoryStream();
        unpacked.CopyTo(memory);

        var comment = Assert.Single(Reading.OfBytes(memory.ToArray()).Comments);

        Assert.Equal(20_000_000, comment.Body.Original.Markup.Length);
    }

    [SharedTheory]
    [InlineData("amp.xml", "bare & escaped")]
    [InlineData("bad92.xml", "bytes that are no UTF-8 read as Windows-1252")]
    [InlineData("bom2.xml", "byte order mark repeated")]
    [InlineData("cdata0b.xml", "vertical tab or form feed made a line end")]
    [InlineData("cdataend.xml", "]]> in text escaped")]
    [InlineData("fffe.xml", "noncharacter removed")]
    [InlineData("nbsp.xml", "HTML entity outside HTML resolved")]
    [InlineData("raw05.xml", "control character removed")]
    [InlineData("ref5.xml", "reference to a control character removed")]
    [InlineData("surrogate.xml", "character written as two halves joined")]
    [InlineData("trunc.xml", null)]
    [InlineData("ws.xml", "junk before the document dropped")]
    public void Each_defect_is_refused_by_itself_and_mended_and_counted_inside_an_export(string file, string? repair)
    {
        var bytes = File.ReadAllBytes(SharedMaterial.File("data", "exports", "defects", file));
        Assert.Throws<ImportException>(() => Reading.OfBytes(bytes)); // its root is no feed

        if (repair is null)
        {
            return;
        }

        // The same bytes with a post in place of the root's inside.
        var start = bytes.AsSpan().IndexOf("<r"u8);
        var export = bytes[..start].Concat(Encoding.UTF8.GetBytes(
            "<feed xmlns='http://www.w3.org/2005/Atom'><id>tag:blogger.com,1999:blog-77.archive</id><entry><id>tag:blogger.com,1999:blog-77.post-1</id>"
            + "<published>2015-12-15T10:04:00Z</published>" + Reading.Kind("post") + "<content type='html'>"));
        var end = bytes.AsSpan().IndexOf("</r>"u8);
        export = end < 0 ? export : export.Concat(bytes[(start + 3)..end]);
        var reading = Reading.OfBytes([.. export.Concat("</content></entry></feed>"u8.ToArray())]);

        Assert.Single(reading.Posts);
        Assert.Contains(reading.Ledger.Repairs, found => found.Reason == repair);
        Assert.Equal(0, reading.Ledger.ExitCode);
    }

    [Fact]
    public void A_report_never_repeats_text_of_the_source()
    {
        var reading = Reading.OfEntries(
            "<entry><id>SECRET</id><content>SECRET</content></entry>"
            + "<entry><id>tag:blogger.com,1999:blog-77.settings.SECRET name</id>" + Reading.Kind("settings") + "</entry>"
            + Reading.Post("1", "<category scheme='http://www.blogger.com/atom/ns#' term='SECRET'/><x:SECRET/></SECRET>")
            + Reading.Comment("2", "1", content: "SECRET &SECRET; <SECRET"));

        Assert.DoesNotContain("SECRET", Report(reading), StringComparison.OrdinalIgnoreCase);
        Assert.NotEmpty(reading.Lost);
    }

    // Random damage: bytes overwritten, removed and doubled anywhere in an invented export. Nothing may throw but ImportException, and the account must balance.
    [Fact]
    public void Any_damage_ends_in_a_refusal_or_a_balanced_account()
    {
        var whole = Encoding.UTF8.GetBytes(Reading.Feed(Reading.Post("1") + Reading.Comment("2", "1") + "<!-- c --><entry><![CDATA[x]]></entry>" + Reading.Comment("3", "1", content: "a&lt;br /&gt;b &#233;")));
        var random = new Random(47);
        ReadOnlySpan<string> pieces = ["<", ">", "&", "'", "\"", "<!--", "-->", "<![CDATA[", "]]>", "<?", "?>", "<entry>", "</entry>", "</feed>", "&#0;", "&#xD800;", "\0", "\u000B", "<!DOCTYPE feed [", "\uFFFF"];
        for (var i = 0; i < 500; i++)
        {
            var bytes = whole.ToList();
            for (var damage = random.Next(1, 4); damage > 0; damage--)
            {
                var at = random.Next(bytes.Count);
                switch (random.Next(4))
                {
                    case 0:
                        bytes[at] = (byte)random.Next(256);
                        break;
                    case 1:
                        bytes.RemoveRange(at, Math.Min(random.Next(1, 200), bytes.Count - at));
                        break;
                    case 2:
                        bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 200), bytes.Count - at)));
                        break;
                    default:
                        bytes.InsertRange(at, Encoding.UTF8.GetBytes(pieces[random.Next(pieces.Length)]));
                        break;
                }
            }

            try
            {
                var reading = Reading.OfBytes([.. bytes]);
                Assert.True(reading.Ledger.Balances, $"damage {i}");
            }
            catch (ImportException)
            {
                // Refused in plain words.
            }
        }
    }

    internal static string Report(Reading reading)
    {
        using var writer = new StringWriter();
        new LossLedgerReport(reading.Ledger).Write(writer);
        return writer.ToString() + string.Join('\n', reading.Skipped);
    }

    private static string Outcome(Func<Reading> read)
    {
        try
        {
            var reading = read();
            Assert.True(reading.Ledger.Balances);
            Assert.Equal(reading.Lost.Count > 0 || reading.Ledger.Findings.Count > 0 ? 1 : 0, reading.Ledger.ExitCode);
            return $"{reading.Posts.Count + reading.Pages.Count + reading.Comments.Count} read, {reading.Lost.Count} lost";
        }
        catch (ImportException)
        {
            return "refused";
        }
    }
}
