using Blog.Bench.Search;
using Blog.Search.Index;
using Blog.Search.Query;
using Blog.Tests.Search.Index;

namespace Blog.Tests.Search.Query;

public sealed class SearcherTests
{
    private static readonly IndexReader Small = new IndexedPages()
        .Add("lamps", "Transforming the light", "PO and POs on rota. It is dark.", "PO's lamp", "the post office, po box", "IT is broken", "it is broken")
        .Add("tides", "Tide tables", "Transforming Rehabilitation came in with the tide.", "lamp lamp lamp", "TR again")
        .Index(glossary: new Dictionary<string, string>(StringComparer.Ordinal) { ["TR"] = "Transforming Rehabilitation" });

    [OracleFact]
    public void Hits_and_scores_are_lucenes()
    {
        using var folder = new TemporaryFolder();
        var pages = IndexBuilderTests.Many(900, seed: 11);
        var index = pages.Index();
        pages.WriteTo(folder.Root);
        var exam = OracleExam.Of(folder.Root, OracleUnits.Read(folder.Root), SharedMaterial.Root!, 300, seed: 5, show: 0); // not null: the test runs only with the material
        var differences = exam.Queries.Zip(exam.Answers).Select(pair =>
            (pair.First.Ours, What: pair.Second.DifferenceTo(IndexBuilderTests.Search(index, pair.First.Ours, SearchOptions.Plain), exam.Ids))).Where(pair => pair.What is not null).ToList();

        Assert.Empty(differences);
        Assert.Contains(exam.Answers, answer => answer.Total > 0);
    }

    [Theory]
    [InlineData("PO", "lamps0 post-lamps lamps1")]
    [InlineData("po", "lamps0 post-lamps lamps1")]
    [InlineData("IT", "lamps2")]
    [InlineData("it", "")]
    [InlineData("TR", "tides1 post-tides")]
    [InlineData("\"post office\"", "lamps1")]
    [InlineData("\"office post\"", "")]
    [InlineData("\"office post\"~2", "lamps1")]
    [InlineData("title:light", "post-lamps")]
    [InlineData("title:lamp", "")]
    [InlineData("transform*", "post-lamps post-tides")]
    [InlineData("lammp~1", "lamps0 tides0")]
    [InlineData("lamp -\"PO\"", "tides0")]
    [InlineData("broken kind:post", "")]
    [InlineData("kind:post", "post-lamps post-tides")]
    [InlineData("-lamp", "")]
    [InlineData("in:tides", "post-tides tides0 tides1")]
    [InlineData("in:tides in:lamps kind:post", "post-lamps post-tides")]
    [InlineData("author:trimmer lamp", "")]
    [InlineData("author:\"fleecy anvil0\"", "lamps0 tides0")]
    [InlineData("label:label-0 tide", "")]
    [InlineData("label:\"Label 1\" tide", "post-tides")]
    [InlineData("date:2010", "post-lamps lamps0 lamps1 lamps2 lamps3")]
    [InlineData("date:[2011-02-11 TO *]", "tides0 tides1")]
    [InlineData("date:[* TO 2010-01-11]", "post-lamps lamps0")]
    [InlineData("date:{2010 TO 2011-02-11}", "post-tides")]
    [InlineData("+lamp +kind:comment -in:lamps", "tides0")]
    public void Queries_find_what_readers_expect(string query, string expected)
    {
        var ids = new IndexedPages()
            .Add("lamps", "Transforming the light", "PO and POs on rota. It is dark.", "PO's lamp", "the post office, po box", "IT is broken", "it is broken")
            .Add("tides", "Tide tables", "Transforming Rehabilitation came in with the tide.", "lamp lamp lamp", "TR again").Units().Select(unit => unit.Id).ToList();

        var found = IndexBuilderTests.Search(Small, query).Select(hit => ids[hit.Unit]);

        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_word_typed_in_capitals_prefers_its_capital_form()
    {
        var hits = IndexBuilderTests.Search(Small, "PO");
        var plain = IndexBuilderTests.Search(Small, "po");

        Assert.True(hits[0].Score > plain[0].Score);
        Assert.Equal(hits.Count, plain.Count);
    }

    [Fact]
    public void Filters_do_not_score() => Assert.Equal(
        IndexBuilderTests.Search(Small, "lamp").Single(hit => hit.Unit == IndexBuilderTests.Search(Small, "lamp in:tides").Single().Unit).Score,
        IndexBuilderTests.Search(Small, "lamp in:tides").Single().Score);

    [Theory]
    [InlineData("lamp", "lamp", 0)]
    [InlineData("lamp", "lmap", 1)]
    [InlineData("lamp", "lam", 1)]
    [InlineData("lamp", "lampe", 1)]
    [InlineData("lamp", "limp", 1)]
    [InlineData("lamp", "limpet", null)]
    [InlineData("ca", "abc", null)]
    public void Slips_are_counted(string left, string right, int? expected) =>
        Assert.Equal(expected, EditDistance.Between([.. left.EnumerateRunes()], [.. right.EnumerateRunes()], 2));
}
