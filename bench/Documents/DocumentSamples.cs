using System.IO.Compression;
using System.Text;

namespace Blog.Bench.Documents;

/// <summary>Invented documents of every kind that is read, with a word planted wherever something private can stand: what tests and the campaign of mutations begin from.</summary>
public static class DocumentSamples
{
    private const string W = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships' xmlns:wp='http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing' xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main' xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'";

    private const string O = "xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0' xmlns:fo='urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0' xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:meta='urn:oasis:names:tc:opendocument:xmlns:meta:1.0' xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0' xmlns:svg='urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0' xmlns:xlink='http://www.w3.org/1999/xlink' xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0' xmlns:config='urn:oasis:names:tc:opendocument:xmlns:config:1.0'";

    /// <summary>Words planted as metadata in the packed documents: they must be left behind and stand nowhere else.</summary>
    public static readonly IReadOnlyList<string> PackedMetadata =
        ["PlantedAuthor", "PlantedSaver", "PlantedCompany", "PlantedManager", "PlantedTemplate", "PlantedTitle", "PlantedCustom", "PlantedPath", "PlantedCamera", "00AB12CD", "2019-03-04"];

    /// <summary>Words planted beside the text of the packed documents: they must be listed as hidden and not stand in the text.</summary>
    public static readonly IReadOnlyList<string> PackedHidden =
        ["plantedDeletion", "plantedComment", "plantedVanish", "plantedWhite", "plantedTiny", "plantedHeader", "plantedFooter", "plantedFootnote", "plantedBox", "plantedAlt"];

    /// <summary>All samples by name, in a fixed order.</summary>
    public static IReadOnlyList<(string Name, byte[] Bytes)> All() =>
    [
        ("letter.docx", Word()),
        ("letter.odt", OpenDocument()),
        ("letter.eml", Mail()),
        ("flowed.eml", FlowedMail()),
        ("page.html", Encoding.UTF8.GetBytes(HtmlPage)),
        ("text.md", Encoding.UTF8.GetBytes(MarkdownText)),
        ("text.txt", Encoding.UTF8.GetBytes("The tide was low.\r\n\r\n• first\r\n• second\r\n")),
    ];

    /// <summary>A web page.</summary>
    public const string HtmlPage =
        "<!DOCTYPE html><html><head><title>Harbour notes</title><meta name='author' content='PlantedAuthor'><meta name=generator content='PlantedTemplate'>"
        + "<style>.unseen, p.gone { display: none }</style></head><body><h1>The <em>quiet</em> shift</h1><!-- plantedMarkupComment --><p>We kept <b>good</b> notes, see "
        + "<a href='https://example.org/guide'>the guide</a>.</p><p style='display:none'>plantedVanish</p><p class='unseen'>plantedSheet</p>"
        + "<p>Seen.<span style='color:#ffffff'>plantedWhite</span><font color=white>plantedFont</font><span style='font-size:0'>plantedTiny</span></p>"
        + "<ul><li>one</li><li>two</li></ul><blockquote><p>A quotation.</p></blockquote><img src='file:///C:/Users/PlantedPath/x.png' alt='plantedAlt'>"
        + "<p>We <span class=msoDel><del cite='mailto:PlantedReviser' datetime='2019-03-04T10:00'>plantedDeletion</del></span><span class=msoIns><ins cite='mailto:PlantedReviser' datetime='2019-03-04T10:01'>waited</ins></span>.</p>"
        + "<p>zero\u200Bwidth</p><div style='mso-element:comment-list'><div style='mso-element:comment'><p class=MsoCommentText>plantedComment</p></div></div></body></html>";

    /// <summary>A Markdown text.</summary>
    public const string MarkdownText =
        "---\ntitle: PlantedTitle\nauthor: PlantedAuthor\n---\n# Low water\n\nSome *words* and [a link](https://example.org/a).<!-- plantedMarkupComment -->\n\n![plantedAlt](C:/PlantedPath/p.png)\n\nA forged [redacted] mark and zero\u200Bwidth.\n";

    /// <summary>A Word document.</summary>
    public static byte[] Word(string? body = null)
    {
        var text = body ??
            "<w:p><w:pPr><w:pStyle w:val='Title'/></w:pPr><w:r><w:t>The quiet shift</w:t></w:r></w:p>"
            + "<w:p><w:pPr><w:pStyle w:val='Heading1'/></w:pPr><w:r w:rsidR='00AB12CD'><w:t>Morning</w:t></w:r></w:p>"
            + "<w:p w:rsidR='00AB12CD'><w:r><w:t xml:space='preserve'>We kept </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>good</w:t></w:r><w:r><w:t xml:space='preserve'> notes, see </w:t></w:r>"
            + "<w:hyperlink r:id='rLink'><w:r><w:t>the guide</w:t></w:r></w:hyperlink><w:r><w:t>.</w:t></w:r><w:r><w:commentReference w:id='0'/></w:r></w:p>"
            + "<w:p><w:ins w:id='1' w:author='PlantedAuthor' w:date='2019-03-04T10:00:00Z'><w:r><w:t>plantedInsertion</w:t></w:r></w:ins>"
            + "<w:del w:id='2' w:author='PlantedSaver' w:date='2019-03-04T11:00:00Z'><w:r><w:delText>plantedDeletion</w:delText></w:r></w:del></w:p>"
            + "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>plantedVanish</w:t></w:r><w:r><w:rPr><w:color w:val='FFFFFF'/></w:rPr><w:t>plantedWhite</w:t></w:r>"
            + "<w:r><w:rPr><w:sz w:val='2'/></w:rPr><w:t>plantedTiny</w:t></w:r><w:r><w:rPr><w:rStyle w:val='Ghost'/></w:rPr><w:t>plantedStyle</w:t></w:r><w:r><w:t>Seen.</w:t></w:r></w:p>"
            + "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:t>one</w:t></w:r></w:p>"
            + "<w:p><w:pPr><w:numPr><w:ilvl w:val='1'/><w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:t>inner</w:t></w:r></w:p>"
            + "<w:p><w:pPr><w:pStyle w:val='Quote'/></w:pPr><w:r><w:t>A quotation.</w:t></w:r></w:p>"
            + "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>left</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>right</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
            + "<w:p><w:r><w:drawing><wp:inline><wp:docPr id='1' name='C:\\PlantedPath\\p.jpg' descr='plantedAlt'/><a:graphic><wps:txbx><w:txbxContent><w:p><w:r><w:t>plantedBox</w:t></w:r></w:p></w:txbxContent></wps:txbx></a:graphic></wp:inline></w:drawing></w:r>"
            + "<w:r><w:footnoteReference w:id='2'/></w:r><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>INCLUDETEXT C:\\PlantedPath\\other.doc</w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>The end.</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>";
        return Pack(
        [
            ("[Content_Types].xml", "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>"),
            ("_rels/.rels", "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='r1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' Target='word/document.xml'/></Relationships>"),
            ("word/document.xml", $"<?xml version='1.0' encoding='UTF-8'?><w:document {W}><w:body>{text}<w:sectPr/></w:body></w:document>"),
            ("word/_rels/document.xml.rels", "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='rLink' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink' Target='https://example.org/guide' TargetMode='External'/></Relationships>"),
            ("word/_rels/settings.xml.rels", "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='rT' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate' Target='file:///C:/PlantedPath/PlantedTemplate.dotm' TargetMode='External'/></Relationships>"),
            ("word/styles.xml", $"<w:styles {W}><w:style w:styleId='Title'><w:name w:val='Title'/></w:style><w:style w:styleId='Heading1'><w:name w:val='heading 1'/></w:style><w:style w:styleId='Quote'><w:name w:val='Quote'/></w:style><w:style w:styleId='Base'><w:name w:val='Base'/><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId='Ghost'><w:name w:val='Ghost'/><w:basedOn w:val='Base'/></w:style></w:styles>"),
            ("word/numbering.xml", $"<w:numbering {W}><w:abstractNum w:abstractNumId='7'><w:lvl w:ilvl='0'><w:numFmt w:val='decimal'/></w:lvl><w:lvl w:ilvl='1'><w:numFmt w:val='bullet'/></w:lvl></w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='7'/></w:num></w:numbering>"),
            ("word/settings.xml", $"<w:settings {W}><w:rsids><w:rsid w:val='00AB12CD'/></w:rsids><w:docVars><w:docVar w:name='v' w:val='PlantedCustom'/></w:docVars></w:settings>"),
            ("word/comments.xml", $"<w:comments {W}><w:comment w:id='0' w:author='PlantedSaver' w:initials='PS' w:date='2019-03-04T12:00:00Z'><w:p><w:r><w:t>plantedComment</w:t></w:r></w:p></w:comment></w:comments>"),
            ("word/header1.xml", $"<w:hdr {W}><w:p><w:r><w:t>plantedHeader</w:t></w:r></w:p></w:hdr>"),
            ("word/footer1.xml", $"<w:ftr {W}><w:p><w:r><w:t>plantedFooter</w:t></w:r></w:p></w:ftr>"),
            ("word/footnotes.xml", $"<w:footnotes {W}><w:footnote w:id='2'><w:p><w:r><w:t>plantedFootnote</w:t></w:r></w:p></w:footnote></w:footnotes>"),
            ("docProps/core.xml", "<cp:coreProperties xmlns:cp='http://schemas.openxmlformats.org/package/2006/metadata/core-properties' xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:dcterms='http://purl.org/dc/terms/'><dc:title>PlantedTitle</dc:title><dc:creator>PlantedAuthor</dc:creator><cp:lastModifiedBy>PlantedSaver</cp:lastModifiedBy><cp:lastPrinted>2019-03-04T09:00:00Z</cp:lastPrinted><dcterms:created>2019-03-04T08:00:00Z</dcterms:created></cp:coreProperties>"),
            ("docProps/app.xml", "<Properties xmlns='http://schemas.openxmlformats.org/officeDocument/2006/extended-properties'><Template>PlantedTemplate.dotm</Template><Manager>PlantedManager</Manager><Company>PlantedCompany</Company><TotalTime>42</TotalTime></Properties>"),
            ("docProps/custom.xml", "<Properties xmlns='http://schemas.openxmlformats.org/officeDocument/2006/custom-properties' xmlns:vt='http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes'><property fmtid='{0}' pid='2' name='Client'><vt:lpwstr>PlantedCustom</vt:lpwstr></property></Properties>"),
        ],
        [("word/media/image1.jpg", Photograph()), ("docProps/thumbnail.jpeg", Photograph())]);
    }

    /// <summary>An OpenDocument text.</summary>
    public static byte[] OpenDocument(string manifest = "")
    {
        const string Text =
            "<text:tracked-changes><text:changed-region text:id='c1'><text:insertion><office:change-info><dc:creator>PlantedAuthor</dc:creator><dc:date>2019-03-04T10:00:00</dc:date></office:change-info></text:insertion></text:changed-region>"
            + "<text:changed-region text:id='c2'><text:deletion><office:change-info><dc:creator>PlantedSaver</dc:creator><dc:date>2019-03-04T10:00:00</dc:date></office:change-info><text:p>plantedDeletion</text:p></text:deletion></text:changed-region></text:tracked-changes>"
            + "<text:p text:style-name='Title'>The quiet shift</text:p><text:h text:outline-level='1'>Morning</text:h>"
            + "<text:p>We kept <text:span text:style-name='T1'>good</text:span> notes, see <text:a xlink:href='https://example.org/guide'>the guide</text:a>.<office:annotation><dc:creator>PlantedSaver</dc:creator><dc:date>2019-03-04</dc:date><text:p>plantedComment</text:p></office:annotation></text:p>"
            + "<text:p><text:change-start text:change-id='c1'/>plantedInsertion<text:change-end text:change-id='c1'/><text:change text:change-id='c2'/></text:p>"
            + "<text:p><text:span text:style-name='T2'>plantedVanish</text:span><text:span text:style-name='T3'>plantedWhite</text:span><text:span text:style-name='T4'>plantedTiny</text:span>Seen.<text:hidden-text text:condition='ooow:1' text:string-value='plantedCondition'/></text:p>"
            + "<text:list text:style-name='L1'><text:list-item><text:p>one</text:p><text:list><text:list-item><text:p>inner</text:p></text:list-item></text:list></text:list-item></text:list>"
            + "<text:p text:style-name='Quotations'>A quotation.</text:p><table:table><table:table-row><table:table-cell><text:p>left</text:p></table:table-cell><table:table-cell><text:p>right</text:p></table:table-cell></table:table-row></table:table>"
            + "<text:p><draw:frame draw:name='PlantedPath'><draw:text-box><text:p>plantedBox</text:p></draw:text-box><svg:desc>plantedAlt</svg:desc></draw:frame>The end.<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>plantedFootnote</text:p></text:note-body></text:note></text:p>";
        return Pack(
        [
            ("mimetype", "application/vnd.oasis.opendocument.text"),
            ("META-INF/manifest.xml", $"<manifest:manifest xmlns:manifest='urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'>{manifest}</manifest:manifest>"),
            ("content.xml", $"<office:document-content {O}><office:automatic-styles><style:style style:name='T1' style:family='text'><style:text-properties fo:font-weight='bold'/></style:style><style:style style:name='T2' style:family='text'><style:text-properties text:display='none'/></style:style><style:style style:name='T3' style:family='text'><style:text-properties fo:color='#ffffff'/></style:style><style:style style:name='T4' style:family='text'><style:text-properties fo:font-size='1pt'/></style:style><text:list-style style:name='L1'><text:list-level-style-number text:level='1'/><text:list-level-style-bullet text:level='2'/></text:list-style></office:automatic-styles><office:body><office:text>{Text}</office:text></office:body></office:document-content>"),
            ("styles.xml", $"<office:document-styles {O}><office:master-styles><style:master-page style:name='Standard'><style:header><text:p>plantedHeader</text:p></style:header><style:footer><text:p>plantedFooter</text:p></style:footer></style:master-page></office:master-styles></office:document-styles>"),
            ("meta.xml", $"<office:document-meta {O}><office:meta><dc:title>PlantedTitle</dc:title><meta:initial-creator>PlantedAuthor</meta:initial-creator><dc:creator>PlantedSaver</dc:creator><meta:printed-by>PlantedManager</meta:printed-by><meta:creation-date>2019-03-04T08:00:00</meta:creation-date><meta:template xlink:href='../PlantedPath/PlantedTemplate.ott' xlink:title='PlantedTemplate'/><meta:user-defined meta:name='Client'>PlantedCustom</meta:user-defined><meta:user-defined meta:name='Firm'>PlantedCompany</meta:user-defined></office:meta></office:document-meta>"),
            ("settings.xml", $"<office:document-settings {O}><office:settings><config:config-item config:name='PrinterName' config:type='string'>PlantedPrinter</config:config-item><config:config-item config:name='Rsid' config:type='int'>00AB12CD</config:config-item></office:settings></office:document-settings>"),
        ],
        [("Pictures/1.jpg", Photograph()), ("Thumbnails/thumbnail.png", Photograph())]);
    }

    /// <summary>A mail with two forms of its text, a quoted mail, a signature and four attachments.</summary>
    public static byte[] Mail()
    {
        const string Inner = "From: Third Person <third@example.org>\r\nSubject: inner\r\nDate: Mon, 4 Mar 2019 10:00:00 +0000\r\n\r\nWords of the inner mail.\r\n";
        var mail = new StringBuilder();
        mail.Append("Return-Path: <quiet.writer@example.org>\r\nReceived: from plantedhost (plantedhost [192.0.2.77]) by mx.example.org; Mon, 4 Mar 2019 10:00:00 +0000\r\n")
            .Append("From: =?utf-8?Q?Quiet_W=C3=B6rd?= <quiet.writer@example.org>\r\nTo: editor@example.org\r\nSubject: Re: =?utf-8?B?").Append(Convert.ToBase64String("The quiet shift"u8)).Append("?=\r\n")
            .Append("Message-ID: <PlantedId@plantedhost>\r\nX-Mailer: PlantedMailer 1.0\r\nX-Originating-IP: [198.51.100.9]\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"outer\"\r\n\r\nPreamble.\r\n--outer\r\n")
            .Append("Content-Type: multipart/alternative; boundary=inner\r\n\r\n--inner\r\nContent-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n")
            .Append("The caf=E9 was shut, and we=\r\n waited.\r\n\r\nOn Mon, 4 Mar 2019, Third Person <third@example.org> wrote:\r\n> plantedQuote\r\n> again\r\n\r\nMy answer.\r\n\r\nKind regards,\r\nPlantedSignature\r\n")
            .Append("--inner\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>The café was shut, and we waited.</p><p style=\"display:none\">plantedHtmlHidden</p>\r\n--inner--\r\n")
            .Append("--outer\r\nContent-Type: application/octet-stream; name*=utf-8''PlantedName%20letter.docx\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\n")
            .Append(Convert.ToBase64String(Word(), Base64FormattingOptions.InsertLineBreaks))
            .Append("\r\n--outer\r\nContent-Type: image/jpeg; name=\"photo.jpg\"\r\nContent-Transfer-Encoding: base64\r\n\r\n")
            .Append(Convert.ToBase64String(Photograph(), Base64FormattingOptions.InsertLineBreaks))
            .Append("\r\n--outer\r\nContent-Type: message/rfc822\r\n\r\n").Append(Inner)
            .Append("\r\n--outer\r\nContent-Type: application/pdf; name=x.pdf\r\n\r\n%PDF-1.4 nothing\r\n--outer--\r\n");
        return Encoding.UTF8.GetBytes(mail.ToString());
    }

    /// <summary>A mail in format=flowed.</summary>
    public static byte[] FlowedMail() => Encoding.UTF8.GetBytes(
        "From: quiet.writer@example.org\nSubject: flowed\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8; format=flowed\n\nA paragraph that goes \non and on, \nand ends.\n\n> quoted words \n> that go on\n\nThe last.\n-- \nPlantedSignature\n");

    /// <summary>A picture's head with camera and place; there are no pixels in it.</summary>
    public static byte[] Photograph()
    {
        var tiff = new MemoryStream();
        void Short(int value) => tiff.Write(BitConverter.GetBytes((ushort)value));
        void Long(int value) => tiff.Write(BitConverter.GetBytes(value));
        tiff.Write("II*\0"u8);
        Long(8);
        Short(2); // directory at 8
        Short(0x010F);
        Short(2);
        Long(14);
        Long(38);
        Short(0x8825);
        Short(4);
        Long(1);
        Long(52);
        Long(0);
        tiff.Write("PlantedCamera\0"u8); // at 38
        Short(2); // GPS directory at 52
        Short(1);
        Short(2);
        Long(2);
        tiff.Write("N\0\0\0"u8);
        Short(2);
        Short(5);
        Long(3);
        Long(82);
        Long(0);
        foreach (var number in new[] { 51, 1, 30, 1, 0, 1 }) // at 82
        {
            Long(number);
        }

        var body = tiff.ToArray();
        var file = new MemoryStream();
        file.Write([0xFF, 0xD8, 0xFF, 0xE1, (byte)((body.Length + 8) >> 8), (byte)(body.Length + 8)]);
        file.Write("Exif\0\0"u8);
        file.Write(body);
        file.Write([0xFF, 0xD9]);
        return file.ToArray();
    }

    /// <summary>Packs parts, the first ones as text.</summary>
    public static byte[] Pack(IEnumerable<(string Name, string Text)> parts, IEnumerable<(string Name, byte[] Bytes)> pieces)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in parts.Select(part => (part.Name, Encoding.UTF8.GetBytes(part.Text))).Concat(pieces))
            {
                var entry = zip.CreateEntry(name, name == "mimetype" ? CompressionLevel.NoCompression : CompressionLevel.Optimal);
                entry.LastWriteTime = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var opened = entry.Open();
                opened.Write(bytes);
            }
        }

        return stream.ToArray();
    }
}
