using Blog.Commands;
using Blog.Import;
using Blog.Model;
using Blog.Moderate;
using Blog.Release;
using Blog.Source;
using Blog.Tests.Desk;
using Blog.Tests.Vault;
using Blog.Vault;
using NodaTime;

namespace Blog.Tests.Release;

/// <summary>What the console says readers will read is what the release writes.</summary>
public sealed class ThreadPreviewTests : IDisposable
{
    private readonly TemporaryFolder _root = new();

    public void Dispose() => _root.Dispose();

    [Fact]
    public void A_preview_is_word_for_word_what_a_release_writes_and_leaves_the_store_as_it_was()
    {
        using var store = Store();
        new VaultImporter(store).TakeIn(
            [
                .. ConsoleHost.Thread(9),
                VaultFixture.Comment("d1", "p1", 20, text: "As ever Old Trimmer is right. Xxxxxxxx said so at the kiln.", author: new ImportedAuthor { Name = "Brindle Hatch", Key = "pid-9" }),
                VaultFixture.Comment("d2", "p1", 21, text: "Anon at 00.00 has it. ![a view of the yard](https://pictures.example/x.jpg) and Brindle too.", author: new ImportedAuthor { Name = "Old Trimmer", Key = "pid-1" }),
            ],
            null,
            CancellationToken.None);
        Compare(store);
    }

    [SharedTheory]
    [InlineData("000_f947b0cd034c0c0a.txt")]
    [InlineData("001_c3f769d784ca9b7b.txt")]
    [InlineData("002_52c6949b7b2f489c.txt")]
    [InlineData("003_0d133435a984af18.txt")]
    [InlineData("004_61058b4e6dbcfaa2.txt")]
    public void So_it_is_for_a_real_capture(string capture)
    {
        using var store = Store();
        foreach (var job in Importers.Open(SharedMaterial.File("captures", capture), DateTimeZoneProviders.Tzdb["Europe/London"]).Jobs)
        {
            new VaultImporter(store).TakeIn(job.Read(), null, CancellationToken.None);
        }

        Compare(store);
    }

    private VaultStore Store()
    {
        _root.Put("blog/input/site.yml", "title: The Kettle Yard\naddress: https://kettle.example\n");
        return VaultStore.OpenOrCreate(VaultLocation.Resolve(_root.File("blog"), _root.File("vault"), _ => null), VaultAccess.Random, TimeProvider.System);
    }

    private void Compare(VaultStore store)
    {
        var folder = new BlogFolder(_root.File("blog"));
        var settings = new BlogReader(folder).ReadSettings();
        var moderation = new Moderation(store, store.Actor, TimeProvider.System);
        var first = store.Posts().First(post => post.Visibility == Visibility.Public);
        moderation.Term(new TermRequest { Action = DecisionAction.Redact, Term = ConsoleHost.Name, Scope = DecisionScope.Everywhere, Kind = Blog.Redact.FindingKind.Person });
        moderation.AcceptAsItWas();
        var before = VaultFixture.Dump(store);

        var reviewer = VaultReview.Reviewer(store, settings);
        var book = DecisionBook.Of(store.Decisions.List());
        var comments = store.Comments(first.Row);
        var preview = ThreadPreview.Of(store, settings, book, first, comments);
        var review = reviewer.Review(first, comments);
        var texts = preview.Order.ToDictionary(row => row, row => preview.Text(row, review.Comments[row].Markdown));
        Assert.Equal(before, VaultFixture.Dump(store));

        Releaser.Run(store, folder, settings, new ReleaseOptions(false, first.PublicId.Value, false, []), null, CancellationToken.None);
        var reader = new BlogReader(folder);
        var file = Assert.Single(reader.ListPosts().Concat(reader.ListPages()));
        var thread = reader.ReadThread(file);
        Assert.Equal(reader.ReadPost(file).Body, preview.Text(null, review.Post.Markdown));
        Assert.Equal(comments.Count == 0, thread is null);
        var numbered = (thread?.Comments ?? []).Where(comment => comment.Fields.State == CommentState.Published).ToDictionary(comment => comment.Fields.Number!.Value);
        var compared = 0;
        foreach (var row in preview.Order)
        {
            var place = preview.PlaceOf(row)!; // it has a place in the order
            if (place.State != CommentState.Published)
            {
                continue;
            }

            var written = numbered[place.Number];
            Assert.Equal(Anchorless(written.Body), Anchorless(texts[row]));
            Assert.Equal((written.Fields.Author, written.Fields.Date), (place.Name, place.Date));
            compared++;
        }

        Assert.Equal(numbered.Count, compared);
    }

    /// <summary>A citation's link names an id, which the release may have exchanged for a fresh one.</summary>
    private static string Anchorless(string body) => System.Text.RegularExpressions.Regex.Replace(body, @"\(#c[^)]*\)", "(#)");
}
