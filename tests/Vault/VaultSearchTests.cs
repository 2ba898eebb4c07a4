using System.Globalization;
using Blog.Import;
using Blog.Vault;
using FsCheck;
using FsCheck.Fluent;
using static Blog.Tests.Vault.VaultFixture;

namespace Blog.Tests.Vault;

public sealed class VaultSearchTests : IDisposable
{
    private readonly VaultFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Theory]
    [InlineData("otter", "1 10")]
    [InlineData("OTTER", "1 10")]
    [InlineData("otter river", "10")]
    [InlineData("\"the river\"", "10 11")]
    [InlineData("\"river the\"", "")]
    [InlineData("cafe", "11")]
    [InlineData("café", "11")]
    [InlineData("riv*", "10 11")]
    [InlineData("ri*", "")]
    [InlineData("\"the riv*\"", "10 11")]
    [InlineData("\"the riv\"*", "10 11")]
    [InlineData("title", "1")]
    [InlineData("otter -river", "10")]
    [InlineData("o'brien", "11")]
    [InlineData("", "")]
    [InlineData("   ", "")]
    [InlineData("!!! otter ...", "1 10")]
    [InlineData("\"\"", "")]
    [InlineData("\"unfinished otter", "")]
    [InlineData("\"the otter", "10")]
    public void Words_are_found(string query, string ids)
    {
        using var store = Filled();
        Assert.Equal(ids, Found(store, query));
    }

    /// <summary>What FTS5 would take for its grammar, and worse: looked for as words, never an error, never everything.</summary>
    [Theory]
    [InlineData("title: otter")]
    [InlineData("markdown : otter")]
    [InlineData("{title markdown} : otter")]
    [InlineData("- title : otter")]
    [InlineData("^otter")]
    [InlineData("otter NEAR river")]
    [InlineData("NEAR(otter river, 5)")]
    [InlineData("otter OR zebra")]
    [InlineData("otter NOT river")]
    [InlineData("AND")]
    [InlineData("AND AND")]
    [InlineData("(((")]
    [InlineData(")")]
    [InlineData("*")]
    [InlineData("\"")]
    [InlineData("\"\"\"\"otter")]
    [InlineData("otter\0river")]
    [InlineData("\0")]
    [InlineData("'; DROP TABLE post; --")]
    [InlineData("rank MATCH 'bm25(10.0)'")]
    [InlineData("%s%n")]
    [InlineData("\uD800 otter")]
    [InlineData("\uFDD0otter\uFDD1")]
    [InlineData("🦦")]
    [InlineData("integrity-check")]
    public void A_hostile_query_is_only_words(string query)
    {
        using var store = Filled();
        var hits = store.Search(query, 10);
        Assert.True(hits.Count <= 2, "a query of odd words found more than stands there");
        Assert.Equal("1 10", Found(store, "otter")); // and nothing was changed by it
    }

    [Fact]
    public void Whatever_is_typed_is_no_error()
    {
        using var store = Filled();
        var piece = Gen.Elements("otter", "riv", "\"", "*", "(", ")", "NEAR", "AND", "OR", "NOT", ":", "^", "-", "+", "{", "}", ",", " ", "\0", "\uD83E", "\uDDA6", "é", "'", "\\", "\u2028", "1");
        Prop.ForAll(piece.ListOf().Select(string.Concat).ToArbitrary(), query =>
        {
            store.Search(query, 3);
            return true;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_very_long_query_is_cut_and_a_limit_is_kept()
    {
        using var store = Filled();
        Assert.Equal("1 10", Found(store, string.Concat(Enumerable.Repeat("otter ", 10_000))));
        Assert.Single(store.Search("otter", 1));
        Assert.Empty(store.Search("otter", 0));
        Assert.Empty(store.Search("otter", -1));
    }

    [Fact]
    public void A_hit_says_where_the_words_stand()
    {
        using var store = _fixture.Open();
        TakeIn(store, Archive(), Post("1", 0, "🦦 An Otter, an OTTER\nand a river.") with { Title = "Of otters: otter" });
        var hit = Assert.Single(store.Search("otter", 10));
        Assert.True(hit.IsPost);
        Assert.Equal([new SearchMatch(TextField.Title, 11, 5), new SearchMatch(TextField.Body, 6, 5), new SearchMatch(TextField.Body, 16, 5)], hit.Matches);
        Assert.Equal([new SearchMatch(TextField.Body, 13, 8)], store.Search("\"an otter\" river", 10)[0].Matches.Take(1).Select(match => match with { Start = 13 }));
    }

    [Fact]
    public void A_text_that_holds_the_marks_of_a_hit_is_still_found_without_its_places()
    {
        using var store = _fixture.Open();
        TakeIn(store, Archive(), Post("1", 0, "an \uFDD0 otter \uFDD1 here"));
        Assert.Empty(Assert.Single(store.Search("otter", 10)).Matches);
    }

    [Fact]
    public void Words_that_stand_nearly_everywhere_show_the_latest_texts()
    {
        using var store = _fixture.Open();
        TakeIn(store, [Archive(), Post("1", 0, "nothing"), .. Enumerable.Range(0, 10_050).Select(i => Comment("c" + i.ToString(CultureInfo.InvariantCulture), "1", i + 1, text: "common"))]);
        var post = store.Posts().Single();
        var latest = store.Comments(post.Row).OrderByDescending(comment => comment.Row).Take(3).Select(comment => comment.Handle);
        Assert.Equal(latest, store.Search("common", 3).Select(hit => hit.Unit));
    }

    [Fact]
    public void The_index_follows_what_comes_changes_and_goes()
    {
        using var store = Filled();
        Assert.Equal("1 10", Found(store, "otter"));

        // Comes: known only beyond the reach at first, then found.
        TakeIn(store, [.. Entries(), Comment("12", "1", 3, text: "another otter")]);
        Assert.Equal("1 10 12", Found(store, "otter"));

        // A post that comments named before it came has a row within the reach.
        TakeIn(store, Archive(), Comment("20", "9", 9, text: "waiting"));
        Assert.Equal("20", Found(store, "waiting"));
        TakeIn(store, Archive(), Post("9", 9, "a late badger"));
        Assert.Equal("9", Found(store, "badger"));

        // Changes.
        TakeIn(store, Archive(), Post("1", 0, "a heron now") with { Title = "New" }, Comment("10", "1", 1, text: "a stork now"));
        Assert.Equal("12", Found(store, "otter"));
        Assert.Equal(("1", "10", "9"), (Found(store, "heron"), Found(store, "stork"), Found(store, "title")));

        // Goes.
        store.Execute("DELETE FROM comment_text WHERE comment_row = (SELECT row FROM comment WHERE key = '12'); DELETE FROM post_text WHERE post_row = (SELECT row FROM post WHERE source_id = '9')");
        Assert.Equal((string.Empty, string.Empty), (Found(store, "otter"), Found(store, "badger")));
        Check(store);
    }

    [Fact]
    public void Any_history_of_a_store_leaves_the_index_as_its_texts_are()
    {
        var step =
            from kind in Gen.Choose(0, 5)
            from id in Gen.Choose(1, 6)
            from word in Gen.Elements("otter", "heron", "stork", "badger")
            select (kind, id, word);
        Prop.ForAll(step.ListOf().ToArbitrary(), steps =>
        {
            using var fixture = new VaultFixture();
            using var store = fixture.Open();
            foreach (var (kind, id, word) in steps)
            {
                var number = id.ToString(CultureInfo.InvariantCulture);
                switch (kind)
                {
                    case 0 or 1:
                        TakeIn(store, Archive(), Post(number, id, word));
                        break;
                    case 2 or 3:
                        TakeIn(store, Archive(), Comment("c" + number, number, id, text: word));
                        break;
                    case 4:
                        store.Execute($"DELETE FROM comment_text WHERE comment_row = {number}; DELETE FROM post_text WHERE post_row = {number}");
                        break;
                    default:
                        store.CatchUpSearch();
                        break;
                }
            }

            foreach (var word in new[] { "otter", "heron", "stork", "badger" })
            {
                var expected = Scalar<long>(store, $"SELECT (SELECT count(*) FROM post_text WHERE markdown = '{word}') + (SELECT count(*) FROM comment_text WHERE markdown = '{word}')");
                Assert.Equal(expected, store.Search(word, 100).Count);
            }

            Check(store);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void An_undone_import_leaves_the_index_as_it_was()
    {
        using var store = Filled();
        Assert.Equal("1 10", Found(store, "otter"));
        Assert.Throws<ImportException>(() => TakeIn(store, Breaks()));
        Assert.Equal("1 10", Found(store, "otter"));
        Check(store);

        static IEnumerable<ImportedEntry> Breaks()
        {
            yield return Archive();
            yield return Post("1", 0, "no more");
            yield return Comment("13", "1", 3, text: "an otter");
            throw new ImportException("The file ends in the middle.");
        }
    }

    [Fact]
    public void Words_of_a_deleted_text_are_not_in_the_file_any_more()
    {
        using (var store = _fixture.Open())
        {
            TakeIn(store, Archive(), Post("1", 0, "canaryofthetext and others"), Comment("10", "1", 1, text: "canaryofthecomment"));
            Assert.Equal("1", Found(store, "canaryofthetext"));
            store.Execute("DELETE FROM post_text; DELETE FROM comment_text");
        }

        var bytes = File.ReadAllBytes(_fixture.Location().Database);
        Assert.Equal((-1, -1), (bytes.AsSpan().IndexOf("canaryof"u8), bytes.AsSpan().IndexOf("anaryofthe"u8)));
    }

    private VaultStore Filled()
    {
        var store = _fixture.Open();
        TakeIn(store, Entries());
        return store;
    }

    private static ImportedEntry[] Entries() =>
    [
        Archive(),
        Post("1", 0, "an otter"),
        Comment("10", "1", 1, text: "the otter by the river"),
        Comment("11", "1", 2, text: "at the river café of O'Brien"),
    ];

    /// <summary>Ids of what was found, in the order of the archive.</summary>
    private static string Found(VaultStore store, string query)
    {
        var hits = store.Search(query, 100).Select(hit => hit.Unit).ToHashSet();
        using var command = store.Connection.CreateCommand();
        command.CommandText = "SELECT handle, source_id FROM post UNION ALL SELECT handle, key FROM comment";
        using var reader = command.ExecuteReader();
        var ids = new List<int>();
        while (reader.Read())
        {
            if (hits.Remove(VaultHandle.Of((byte[])reader.GetValue(0))))
            {
                ids.Add(int.Parse(reader.GetString(1), CultureInfo.InvariantCulture));
            }
        }

        Assert.Empty(hits);
        return string.Join(' ', ids.Order());
    }

    /// <summary>SQLite's own check of the index against the texts.</summary>
    private static void Check(VaultStore store)
    {
        store.CatchUpSearch();
        store.Execute("INSERT INTO post_search (post_search, rank) VALUES ('integrity-check', 1); INSERT INTO comment_search (comment_search, rank) VALUES ('integrity-check', 1)");
    }
}
