using System.Text;
using Blog.Bench.Documents;
using Blog.Import.Documents;

namespace Blog.Tests.Import.Documents;

public sealed class DocumentReaderTests
{
    private const string PackedText =
        "## The quiet shift\n\n## Morning\n\nWe kept **good** notes, see [the guide](https://example.org/guide).\n\nplantedInsertion\n\nSeen.";

    [Theory]
    [InlineData("letter.docx", DocumentKind.Word)]
    [InlineData("letter.odt", DocumentKind.OpenDocument)]
    public void A_packed_document_gives_its_text_with_headings_links_lists_quotations_and_tables(string name, DocumentKind kind)
    {
        var document = ReadSample(name);

        Assert.Equal(kind, document.Kind);
        Assert.Equal("The quiet shift", document.Title);
        Assert.StartsWith(PackedText, document.Markdown, StringComparison.Ordinal);
        Assert.Contains("1. one\n", document.Markdown, StringComparison.Ordinal);
        Assert.Contains("   - inner", document.Markdown, StringComparison.Ordinal);
        Assert.Contains("\n> A quotation.\n", document.Markdown, StringComparison.Ordinal);
        Assert.Contains("left", document.Markdown, StringComparison.Ordinal);
        Assert.EndsWith("The end.", document.Markdown, StringComparison.Ordinal);
        Assert.Null(document.Sender);
    }

    [Theory]
    [InlineData("letter.docx")]
    [InlineData("letter.odt")]
    public void Metadata_of_a_packed_document_is_left_behind_and_nowhere_else(string name)
    {
        var document = ReadSample(name);

        foreach (var planted in DocumentSamples.PackedMetadata)
        {
            Assert.True(document.LeftBehind.Any(item => item.Value.Contains(planted, StringComparison.Ordinal)), planted);
            Assert.DoesNotContain(planted, document.Markdown, StringComparison.Ordinal);
            Assert.DoesNotContain(planted, document.Title ?? string.Empty, StringComparison.Ordinal);
        }

        Assert.Contains(document.LeftBehind, item => item.Kind == LeftBehindKind.PicturePlace && item.Value.Contains("51", StringComparison.Ordinal));
        Assert.Contains(document.LeftBehind, item => item.Kind == LeftBehindKind.Thumbnail);
        Assert.Contains(document.Attachments, piece => piece is { Kind: DocumentKind.Picture, Document: null, WhyNot: not null });
        Assert.True(document.PictureCount > 0);
    }

    [Theory]
    [InlineData("letter.docx")]
    [InlineData("letter.odt")]
    public void Hidden_pieces_of_a_packed_document_are_listed_and_not_in_the_text(string name)
    {
        var document = ReadSample(name);

        foreach (var planted in DocumentSamples.PackedHidden)
        {
            var piece = Assert.Single(document.Hidden, piece => piece.Text.Contains(planted, StringComparison.Ordinal));
            Assert.False(piece.IsInText);
            Assert.DoesNotContain(planted, document.Markdown, StringComparison.Ordinal);
        }

        var insertion = Assert.Single(document.Hidden, piece => piece.Kind == HiddenPieceKind.TrackedInsertion);
        Assert.Equal(("plantedInsertion", "PlantedAuthor", true), (insertion.Text, insertion.By, insertion.IsInText));
        Assert.Equal("PlantedSaver", Assert.Single(document.Hidden, piece => piece.Kind == HiddenPieceKind.TrackedDeletion).By);
        Assert.Equal("PlantedSaver", Assert.Single(document.Hidden, piece => piece.Kind == HiddenPieceKind.Comment).By);
    }

    [Fact]
    public void A_style_that_hides_and_a_field_that_holds_a_condition_are_seen()
    {
        Assert.Contains(ReadSample("letter.docx").Hidden, piece => piece is { Kind: HiddenPieceKind.HiddenText } && piece.Text.Contains("plantedStyle", StringComparison.Ordinal));
        Assert.Contains(ReadSample("letter.odt").Hidden, piece => piece is { Kind: HiddenPieceKind.HiddenText, Text: "plantedCondition" });
    }

    [Fact]
    public void A_mail_gives_the_writers_own_words_and_its_sender_apart()
    {
        var mail = ReadSample("letter.eml");

        Assert.Equal("The café was shut, and we waited.\n\nMy answer.", mail.Markdown);
        Assert.Equal("The quiet shift", mail.Title);
        Assert.Equal(new DocumentSender("Quiet Wörd", "quiet.writer@example.org"), mail.Sender);
        Assert.Contains(mail.Hidden, piece => piece.Kind == HiddenPieceKind.QuotedReply && piece.Text.Contains("plantedQuote", StringComparison.Ordinal) && piece.Text.Contains("wrote:", StringComparison.Ordinal));
        Assert.Contains(mail.Hidden, piece => piece.Kind == HiddenPieceKind.Signature && piece.Text.Contains("PlantedSignature", StringComparison.Ordinal));
        Assert.Contains(mail.Hidden, piece => piece.Text == "plantedHtmlHidden");
        foreach (var planted in new[] { "192.0.2.77", "198.51.100.9", "PlantedId", "PlantedMailer", "editor@example.org" })
        {
            Assert.True(mail.LeftBehind.Any(item => item.Value.Contains(planted, StringComparison.Ordinal)), planted);
        }

        Assert.Contains(mail.LeftBehind, item => item is { Kind: LeftBehindKind.Path, Value: "192.0.2.77" });
    }

    [Theory]
    [InlineData("from [192.0.2.77] by mx; Sun, 22 Nov 2026 08:14:22 +0000", "192.0.2.77")]
    [InlineData("from h ([IPv6:2001:db8::17]) by mx (8.14.22/8.14.22) with ESMTP id 08AbCd", "2001:db8::17")]
    [InlineData("192.0.2.77:25, fe80::1.", "192.0.2.77 fe80::1")]
    [InlineData("1 12 08:14:22 1.2 1.2.3 999.1.1.1 16.0.4266.1001 :: aa:bb:cc 2026-11-22T08:14:22Z", "")]
    [InlineData("00:1b:44:11:3a:b7 is an address of another kind, and so is a1.b2@c3.example", "")]
    public void Addresses_of_machines_in_a_header_are_told_from_times_and_numbers(string header, string addresses)
    {
        var mail = Read(Encoding.UTF8.GetBytes($"From: a@example.org\nReceived: {header}\n\nWords.\n"), "x.eml");
        Assert.Equal(addresses, string.Join(' ', mail.LeftBehind.Where(item => item.Where == "header Received, IP address").Select(item => item.Value)));
    }

    [Theory]
    [InlineData("genuine.odt")]
    [InlineData("genuine.docx")]
    [InlineData("genuine.html")]
    public void What_LibreOffice_itself_wrote_gives_its_words_and_nothing_that_was_planted_beside_them(string name)
    {
        // One text of ours, saved by LibreOffice 7.4: its table is called T1, and so is the style of the hidden words.
        var read = DocumentReader.Read(new MemoryStream(File.ReadAllBytes(Path.Combine(SharedMaterial.Project, "tests", "Import", "Documents", "Cases", name))), name, DocumentLimits.Default);

        Assert.Equal("A watch in winter", read.Title);
        Assert.Contains("We were told to put the lamp out early. **Nobody** liked it, and *some* said so.", read.Markdown, StringComparison.Ordinal);
        Assert.Contains("- first point\n- second point\n\n| Hour | Light |\n| --- | --- |\n| two | out |\n\nSee [the notice](https://example.org/lamp) and the file", read.Markdown, StringComparison.Ordinal);
        var asWords = name.EndsWith("html", StringComparison.Ordinal) ? new[] { "PLANTDELETED", "PLANTBOX" } : []; // a saved page has them as plain words: nothing tells them apart
        Assert.DoesNotContain("PLANT", asWords.Aggregate(read.Markdown, (text, word) => text.Replace(word, string.Empty, StringComparison.Ordinal)), StringComparison.Ordinal);
        foreach (var planted in new[] { "PLANTAUTHOR", "PLANTEDITOR", "PLANTCOMPANY", "PLANTMANAGER", "PLANTPATH", "PLANTKEYWORD", "PLANTSUBJECT", "PLANTTITLE" })
        {
            Assert.True(read.LeftBehind.Any(item => item.Value.Contains(planted, StringComparison.Ordinal)), planted);
        }

        foreach (var planted in new[] { "PLANTHIDDEN", "PLANTWHITE", "PLANTTINY", "PLANTCOMMENT", "PLANTFOOTNOTE", "PLANTHEADER", "PLANTFOOTER" })
        {
            Assert.Single(read.Hidden, piece => piece.Text.Contains(planted, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Attachments_of_a_mail_are_read_each_by_itself_or_say_why_not()
    {
        var mail = ReadSample("letter.eml");

        Assert.Equal(
            [DocumentKind.Html, DocumentKind.Word, DocumentKind.Picture, DocumentKind.Mail, DocumentKind.Other], mail.Attachments.Select(piece => piece.Kind));
        var word = mail.Attachments[1];
        Assert.Equal("PlantedName letter.docx", word.FileName);
        Assert.StartsWith(PackedText, word.Document!.Markdown, StringComparison.Ordinal);
        Assert.Contains(mail.LeftBehind, item => item.Value == "PlantedCompany" && item.Where.StartsWith("attachment 2: ", StringComparison.Ordinal));
        Assert.Equal("Words of the inner mail.", mail.Attachments[3].Document!.Markdown);
        Assert.Contains("PDF", mail.Attachments[4].WhyNot, StringComparison.Ordinal);
        Assert.All(mail.Attachments, piece => Assert.True(piece.Document is null != piece.WhyNot is null));
    }

    [Fact]
    public void Flowed_lines_are_joined_and_a_signature_is_set_apart()
    {
        var mail = ReadSample("flowed.eml");

        Assert.Equal("A paragraph that goes on and on, and ends.\n\nThe last.", mail.Markdown);
        Assert.Contains(mail.Hidden, piece => piece.Kind == HiddenPieceKind.QuotedReply && piece.Text == "> quoted words that go on");
        Assert.Contains(mail.Hidden, piece => piece.Kind == HiddenPieceKind.Signature);
    }

    [Fact]
    public void What_a_page_hides_is_listed_and_not_in_its_text()
    {
        var page = ReadSample("page.html");

        Assert.Equal(
            "## The *quiet* shift\n\nWe kept **good** notes, see [the guide](https://example.org/guide).\n\nSeen.\n\n- one\n- two\n\n> A quotation.\n\nWe waited.\n\nzerowidth", page.Markdown);
        Assert.Equal("The quiet shift", page.Title);
        foreach (var planted in new[] { "plantedMarkupComment", "plantedVanish", "plantedSheet", "plantedWhite", "plantedFont", "plantedTiny", "plantedAlt", "plantedDeletion", "plantedComment" })
        {
            Assert.True(page.Hidden.Any(piece => piece.Text.Contains(planted, StringComparison.Ordinal)), planted);
        }

        Assert.Contains(page.Hidden, piece => piece is { Kind: HiddenPieceKind.TrackedInsertion, Text: "waited", By: "PlantedReviser", IsInText: true });
        Assert.Contains(page.Hidden, piece => piece is { Kind: HiddenPieceKind.InvisibleCharacters, Text: "U+200B (1)" });
        Assert.Contains(page.LeftBehind, item => item is { Kind: LeftBehindKind.Person, Value: "PlantedAuthor" });
        Assert.Contains(page.LeftBehind, item => item.Value.Contains("PlantedPath", StringComparison.Ordinal));
    }

    [Fact]
    public void Markdown_stays_as_it_is_but_for_what_is_hidden_in_it()
    {
        var text = ReadSample("text.md");

        Assert.Equal("# Low water\n\nSome *words* and [a link](https://example.org/a).\n\n\n\nA forged \\[redacted] mark and zerowidth.", text.Markdown);
        Assert.Equal("Low water", text.Title);
        Assert.Contains(text.LeftBehind, item => item is { Kind: LeftBehindKind.Person, Value: "PlantedAuthor" });
        Assert.Contains(text.Hidden, piece => piece is { Kind: HiddenPieceKind.MarkupComment, Text: "plantedMarkupComment" });
        Assert.Contains(text.Hidden, piece => piece is { Kind: HiddenPieceKind.AlternativeText, Text: "plantedAlt" });
    }

    [Fact]
    public void Lines_that_a_program_broke_are_joined_and_lines_a_writer_broke_are_not()
    {
        const string Wrapped =
            "It was a long evening and nobody had told us when the boat would come back to\nthe quay, so we waited.\n\nShort lines\nstay short\nhere.";

        var text = Read(Encoding.UTF8.GetBytes(Wrapped), "a.txt");

        Assert.Equal(
            "It was a long evening and nobody had told us when the boat would come back to the quay, so we waited.\n\nShort lines\\\nstay short\\\nhere.", text.Markdown);
    }

    [Theory]
    [InlineData("<html><body><p>Hello there</p></body></html>", DocumentKind.Html)]
    [InlineData("From: a@example.org\nSubject: x\nDate: y\n\nHello there\n", DocumentKind.Mail)]
    [InlineData("# Heading\n\nHello there", DocumentKind.Markdown)]
    [InlineData("Hello there.\nSubject: this is no mail.", DocumentKind.PlainText)]
    public void Standard_input_has_no_name_and_is_told_by_its_bytes(string text, DocumentKind kind) =>
        Assert.Equal(kind, Read(Encoding.UTF8.GetBytes(text), null).Kind);

    [Fact]
    public void A_wrong_ending_is_noted_and_the_bytes_count()
    {
        var document = Read(DocumentSamples.Word(), "letter.txt");

        Assert.Equal(DocumentKind.Word, document.Kind);
        Assert.Contains(document.Notes, note => note.Contains("its bytes are a Word document", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_of_a_document_stands_in_what_its_records_say_of_themselves()
    {
        var mail = ReadSample("letter.eml");
        var said = string.Join(' ', [mail.ToString(), mail.Sender!.ToString(), .. mail.Attachments, .. mail.LeftBehind, .. mail.Hidden, .. mail.Notes]);

        foreach (var secret in new[] { "café", "quiet.writer", "Quiet W", "lanted", "192.0.2" })
        {
            Assert.DoesNotContain(secret, said, StringComparison.OrdinalIgnoreCase);
        }
    }

    private static ReadDocument ReadSample(string name) => Read(DocumentSamples.All().Single(sample => sample.Name == name).Bytes, name);

    private static ReadDocument Read(byte[] bytes, string? name)
    {
        using var stream = new MemoryStream(bytes);
        return DocumentReader.Read(stream, name, DocumentLimits.Default);
    }
}
