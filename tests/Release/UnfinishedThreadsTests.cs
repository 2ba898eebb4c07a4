using Blog.Model;
using Blog.Moderate;
using Blog.Release;
using Blog.Source;
using Blog.Tests.Vault;
using Blog.Vault;

namespace Blog.Tests.Release;

/// <summary>Finished threads and years are released alone; what was released once stays.</summary>
public sealed class UnfinishedThreadsTests : IDisposable
{
    private const string Name = "Margaret Dunwoody";

    private readonly VaultFixture _fixture = new();
    private readonly VaultStore _store;
    private readonly BlogFolder _folder;

    public UnfinishedThreadsTests()
    {
        Directory.CreateDirectory(Path.Combine(_fixture.BlogFolder, "input"));
        File.WriteAllText(Path.Combine(_fixture.BlogFolder, "input", "site.yml"), "title: T\naddress: https://t.example\n");
        _folder = new BlogFolder(_fixture.BlogFolder);
        _store = _fixture.Open();
        VaultFixture.TakeIn(
            _store,
            VaultFixture.Archive(),
            In(2015, VaultFixture.Post("p1", 0, "A quiet post.")),
            In(2015, VaultFixture.Post("p2", 1, "A post with one who waits below it.")),
            VaultFixture.Comment("c1", "p2", 2, text: $"Ask {Name}, she knows."),
            In(2016, VaultFixture.Post("p3", 3, "Another quiet post.")));
    }

    public void Dispose()
    {
        _store.Dispose();
        _fixture.Dispose();
    }

    [Theory]
    [InlineData(UnfinishedPolicy.Release, "p1 p2 p3")]
    [InlineData(UnfinishedPolicy.HoldThreads, "p1 p3")]
    [InlineData(UnfinishedPolicy.HoldYears, "p3")]
    public void Only_what_is_asked_goes_out(UnfinishedPolicy policy, string expected) => Assert.Equal(expected, Release(policy));

    [Fact]
    public void A_year_goes_out_once_its_last_text_is_decided_and_stays_when_a_new_one_waits()
    {
        Assert.Equal("p3", Release(UnfinishedPolicy.HoldYears));
        var moderation = new Moderation(_store, _store.Actor, TimeProvider.System);
        moderation.Term(new TermRequest { Action = DecisionAction.Redact, Term = Name, Scope = DecisionScope.Everywhere });
        Assert.Equal("p1 p2 p3", Release(UnfinishedPolicy.HoldYears));

        VaultFixture.TakeIn(_store, VaultFixture.Archive(), VaultFixture.Comment("c2", "p1", 9, text: "Sam Oakleaf of the yard said so."), In(2015, VaultFixture.Post("p4", 10, "New in the old year.")));
        Assert.Equal("p1 p2 p3", Release(UnfinishedPolicy.HoldYears));
        Assert.Equal("p1 p2 p3 p4", Release(UnfinishedPolicy.Release));
    }

    [Fact]
    public void A_link_to_what_stays_back_is_words_until_it_is_out()
    {
        VaultFixture.TakeIn(
            _store, VaultFixture.Archive(),
            In(2016, VaultFixture.Post("p5", 20, "x") with { Body = new Blog.Import.ImportedBody(new Blog.Html.RawHtml("<p>x</p>"), "See [the quiet one](https://example.org/2015/12/p1.html), https://example.org/2015/12/p1.html#c1 and [the other](https://example.org/2015/12/p3.html).", []) }));
        Release(UnfinishedPolicy.HoldYears);
        Assert.Equal("See the quiet one, another page of this blog and [the other](/2015/12/p3.html).", Body());

        new Moderation(_store, _store.Actor, TimeProvider.System).Term(new TermRequest { Action = DecisionAction.Redact, Term = Name, Scope = DecisionScope.Everywhere });
        Release(UnfinishedPolicy.HoldYears);
        Assert.Equal("See [the quiet one](/2015/12/p1.html), [/2015/12/p1.html](/2015/12/p1.html) and [the other](/2015/12/p3.html).", Body());

        string Body() => new BlogReader(_folder) is var reader ? reader.ReadPost(reader.ListPosts().Single(file => file.Path.EndsWith("p5.md", StringComparison.Ordinal))).Body : string.Empty;
    }

    [Fact]
    public void The_counts_say_why()
    {
        var report = Releaser.Run(_store, _folder, new BlogReader(_folder).ReadSettings(), new ReleaseOptions(true, null, false, [], UnfinishedPolicy.HoldYears), null, CancellationToken.None);
        Assert.Equal(1, report.Posts);
        Assert.Equal(2, report.Held["in a year with texts that wait"]);
    }

    private static Blog.Import.ImportedPost In(int year, Blog.Import.ImportedPost post) => post with { Published = post.Published! with { Value = post.Published.Value.AddYears(year - 2015) } };

    private string Release(UnfinishedPolicy policy)
    {
        Releaser.Run(_store, _folder, new BlogReader(_folder).ReadSettings(), new ReleaseOptions(false, null, false, [], policy), null, CancellationToken.None);
        return string.Join(' ', new BlogReader(_folder).ListPosts().Select(file => Path.GetFileNameWithoutExtension(file.Path)).Order(StringComparer.Ordinal));
    }
}
