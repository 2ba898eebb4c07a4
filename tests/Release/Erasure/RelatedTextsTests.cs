using Blog.Commands;
using Blog.Import;
using Blog.Model;
using Blog.Moderate;
using Blog.Release.Erasure;
using Blog.Tests.Vault;
using Blog.Vault;

namespace Blog.Tests.Release.Erasure;

/// <summary>From texts that somebody asks to have erased to those that cite and quote them, with the reason.</summary>
public sealed class RelatedTextsTests : IDisposable
{
    private const string Passage = "the kiln was never once inspected in all the winters that I stoked it";

    private static readonly SiteSettings Settings = new() { Title = "The Kettle Yard", Address = "https://kettle.example" };

    private readonly TemporaryFolder _root = new();

    public void Dispose() => _root.Dispose();

    [Fact]
    public void Who_cites_by_time_or_number_who_calls_it_their_own_and_who_quotes_is_shown_with_the_reason()
    {
        using var store = Store(
            Comment("a", 10, $"At my place {Passage}."),
            Comment("b", 20, "Anon at 10:10 is right about the kiln."),
            Comment("c", 30, "My comment at 10:10 was about another yard, sorry."),
            Comment("d", 40, $"\"{Passage}\" - so it was here."),
            Comment("e", 50, "See comment 1 for the kiln."),
            Comment("f", 55, "We went home at 10:10, and comment 12 says so too, as does 1.5 of them."));

        var found = Of(store, "a");

        Assert.Equal(
            [("b", RelatedReason.CitesTime), ("c", RelatedReason.SaysItsOwn), ("d", RelatedReason.Quotes), ("e", RelatedReason.CitesNumber)],
            found.Select(text => (text.Unit, text.Reason)));
        Assert.All(found, text => Assert.Equal(1, text.OneOf));
        Assert.Equal(["10:10", "10:10", Passage, "1"], found.Select(text => text.Words));
    }

    [Fact]
    public void What_it_calls_its_own_is_likely_the_same_persons()
    {
        using var store = Store(
            Comment("a", 10, "The kiln again."),
            Comment("b", 20, "My comment at 10:10 was about the kiln."),
            Comment("c", 30, "Anon at 10:20 is right."));

        Assert.Equal([("a", RelatedReason.CalledTheirOwn), ("c", RelatedReason.CitesTime)], Of(store, "b").Select(text => (text.Unit, text.Reason)));
    }

    [Fact]
    public void What_it_quotes_itself_is_anothers_and_what_quotes_both_is_no_quote_of_it()
    {
        using var store = Store(
            Comment("a", 10, $"At my place {Passage}."),
            Comment("b", 20, $"\"{Passage}\" - I doubt it."),
            Comment("c", 30, $"\"{Passage}\" - so do I."));

        Assert.Empty(Of(store, "b"));
        Assert.Equal(["b", "c"], Of(store, "a").Select(text => text.Unit));
    }

    [Fact]
    public void Two_comments_of_one_minute_are_one_of_two()
    {
        using var store = Store(Comment("a", 10, "The kiln."), Comment("z", 10, "The yard."), Comment("b", 20, "Anon at 10:10 is right."));

        Assert.Equal(2, Assert.Single(Of(store, "a")).OneOf);
    }

    [Fact]
    public void Comments_that_were_joined_are_one()
    {
        using var store = Store(Comment("a", 10, $"At my place {Passage}."), Comment("z", 12, $"At my place {Passage}."), Comment("b", 20, "Anon at 10:12 is right."));
        var finder = new UnitFinder(store);
        new Moderation(store, "Quiet Harbour", TimeProvider.System).SameAs(finder.Find(Handle(store, "z").Hex), finder.Find(Handle(store, "a").Hex), null);

        Assert.Equal(("b", RelatedReason.CitesTime), Assert.Single(Of(store, "z").Select(text => (text.Unit, text.Reason))));
    }

    private static ImportedComment Comment(string id, int minute, string text) =>
        VaultFixture.Comment(id, "p1", minute, text: text) with { Published = new ImportedTime(new DateTimeOffset(2015, 12, 16, 10, minute, 0, TimeSpan.Zero), DatePrecision.Minute) };

    private static VaultHandle Handle(VaultStore store, string id) => store.Comments(store.Posts().Single().Row).Single(comment => comment.SourceId == id).Handle;

    private static List<(string Unit, RelatedReason Reason, int OneOf, string Words)> Of(VaultStore store, string id)
    {
        var handle = Handle(store, id);
        var names = store.Comments(store.Posts().Single().Row).ToDictionary(comment => comment.Handle, comment => comment.SourceId!);
        return [.. RelatedTexts.Of(store, Settings, [.. store.Units().Where(unit => unit.Handle == handle)]).Select(text => (names[text.Unit], text.Reason, text.OneOf, text.In.Substring(text.Start, text.Length)))];
    }

    private VaultStore Store(params ImportedComment[] comments)
    {
        _root.Put("blog/input/site.yml", "title: The Kettle Yard\naddress: https://kettle.example\n");
        var store = VaultStore.OpenOrCreate(VaultLocation.Resolve(_root.File("blog"), _root.File("vault"), _ => null), VaultAccess.Random, TimeProvider.System);
        new VaultImporter(store).TakeIn([VaultFixture.Archive(), VaultFixture.Post("p1", 0, "A post about the yard."), .. comments], null, CancellationToken.None);
        return store;
    }
}
