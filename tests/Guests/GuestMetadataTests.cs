using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Blog.Bench.Documents;
using Blog.Guests;
using Blog.Import.Documents;
using Blog.Release;
using Blog.Source;
using Blog.Tests.Vault;
using Blog.Vault;

namespace Blog.Tests.Guests;

/// <summary>What is planted in documents beside their text (authors, companies, paths, deleted and hidden words, places of pictures) is in no byte of the store's tables and of what is published.</summary>
public sealed partial class GuestMetadataTests
{
    public static TheoryData<string> Samples() => [.. DocumentSamples.All().Select(sample => sample.Name)];

    [Theory]
    [MemberData(nameof(Samples))]
    public void What_was_planted_beside_the_text_goes_no_further(string name)
    {
        var bytes = DocumentSamples.All().Single(sample => sample.Name == name).Bytes;
        using var stream = new MemoryStream(bytes);
        var read = DocumentReader.Read(stream, name, DocumentLimits.Default);
        var beside = read.LeftBehind.Select(left => left.Value).Concat(read.Hidden.Where(piece => !piece.IsInText).Select(piece => piece.Text + piece.By)).Append(read.Sender?.Name + " " + read.Sender?.Address);
        var text = GuestDocument.TextOf(read, read.Markdown.Length > 0 ? null : 1);
        var planted = beside.SelectMany(words => Planted().Matches(words).Select(match => match.Value)).Distinct(StringComparer.Ordinal)
            .Where(word => !text.Markdown.Contains(word, StringComparison.Ordinal) && text.Title?.Contains(word, StringComparison.Ordinal) != true && read.Title?.Contains(word, StringComparison.Ordinal) != true).ToList();

        using var fixture = new VaultFixture();
        Directory.CreateDirectory(Path.Combine(fixture.BlogFolder, "input"));
        File.WriteAllText(Path.Combine(fixture.BlogFolder, "input", "site.yml"), "title: T\naddress: https://t.example\n");
        using (var store = VaultStore.OpenOrCreate(fixture.Location(), RandomNumberGenerator.Create(), TimeProvider.System))
        {
            store.Sealed.Cost = 1000;
            using var passphrase = Passphrase.New("correct horse battery");
            store.Sealed.SetPassphrase(null, passphrase);
            store.Sealed.Unlock(passphrase, keep: false);
            var book = new GuestBook(store, TimeProvider.System);
            var guest = book.Add(GuestDocument.Arrival(read, text, null, null, isNeutral: true));
            book.Ask(guest);
            book.Answer(guest, ConsentAnswer.Yes, book.Today, new ConsentTerms(ConsentScope.Whole, null, OpenComments: true, KeepOriginal: true));
            book.Publish(guest, new GuestPlace(book.Today, null, []));
            var reader = new BlogReader(new BlogFolder(fixture.BlogFolder));
            Releaser.Run(store, reader.Folder, reader.ReadSettings(), new ReleaseOptions(false, null, false, [], UnfinishedPolicy.Release), null, CancellationToken.None);
            Assert.StartsWith(text.Markdown.Split('\n')[^1][..3], reader.ReadPost(reader.ListPosts().Single()).Body.Split('\n')[^1], StringComparison.Ordinal); // it is the text that was published
        }

        if (name is "letter.docx" or "letter.odt")
        {
            Assert.True(planted.Count >= 10, "The sample plants too little: " + planted.Count);
        }

        foreach (var file in Directory.EnumerateFiles(fixture.Location().Folder, "*", SearchOption.AllDirectories).Concat(Directory.EnumerateFiles(fixture.BlogFolder, "*", SearchOption.AllDirectories)))
        {
            var lies = File.ReadAllBytes(file);
            foreach (var word in planted)
            {
                Assert.True(lies.AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)) < 0 && lies.AsSpan().IndexOf(Encoding.Unicode.GetBytes(word)) < 0, $"{word} lies in {Path.GetFileName(file)}"); // invented words
            }
        }
    }

    [Fact]
    public void A_heading_that_is_the_title_is_said_once()
    {
        using var stream = new MemoryStream(DocumentSamples.Word());
        var read = DocumentReader.Read(stream, "letter.docx", DocumentLimits.Default);
        var arrival = GuestDocument.Arrival(read, read, null, null, isNeutral: true);
        Assert.Equal("The quiet shift", arrival.Title);
        Assert.StartsWith("## Morning", arrival.Markdown, StringComparison.Ordinal);
    }

    [GeneratedRegex("[Pp]lanted[A-Za-z0-9]+")]
    private static partial Regex Planted();
}
