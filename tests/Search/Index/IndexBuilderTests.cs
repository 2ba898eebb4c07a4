using Blog.Search.Index;
using Blog.Search.Query;

namespace Blog.Tests.Search.Index;

public sealed class IndexBuilderTests
{
    private static readonly string[] Words = ["lamp", "wick", "keeper", "tide", "harbour", "signal", "rota", "PO", "PO's", "IT", "watching", "watched", "the", "of", "fog", "storm", "ledger", "brass"];

    [Fact]
    public void The_same_pages_give_the_same_bytes_whatever_the_number_of_threads()
    {
        var one = Many(400);
        one.Index(parallelism: 1);
        var four = Many(400);
        four.Index(parallelism: 4);

        Assert.Equal(one.Files.Keys.Order(StringComparer.Ordinal), four.Files.Keys.Order(StringComparer.Ordinal));
        Assert.All(one.Files, file => Assert.Equal(file.Value, four.Files[file.Key]));
    }

    [Fact]
    public void Every_posting_and_position_is_that_of_the_text()
    {
        var pages = Many(2000);
        var index = pages.Index();
        var found = new Dictionary<(int Unit, string Term), int[]>();
        foreach (var entry in index.StartingWith(FieldKey.Text, string.Empty).Where(entry => entry.Text is not null))
        {
            var postings = index.Read(entry.Text, isTitle: false);
            var positions = index.ReadPositions(entry.Text!, postings, isTitle: false); // not null: asked just before
            for (var i = 0; i < postings.Units.Length; i++)
            {
                Assert.Equal(postings.Frequencies[i], positions[i].Length);
                found.Add((postings.Units[i], entry.Term), positions[i]);
            }
        }

        var analyzer = new Blog.Search.Analysis.EnglishAnalyzer();
        var texts = pages.Units().Select(unit => unit.Text).ToList();
        var expected = 0;
        for (var unit = 0; unit < index.Root.Units; unit++)
        {
            var position = -1;
            foreach (var token in analyzer.Analyze(texts[unit]))
            {
                position += token.PositionIncrement;
                Assert.Contains(position, found[(unit, token.Term.ToString())]);
                expected++;
            }
        }

        Assert.Equal(expected, found.Values.Sum(positions => positions.Length));
        Assert.Contains(index.StartingWith(FieldKey.Text, string.Empty), entry => entry.Text?.Pieces.Count > 1); // a list with a tail was among them
    }

    [Fact]
    public void A_list_begins_with_what_scores_highest()
    {
        var index = Many(2000, posts: 400).Index();
        var pieces = index.Find(FieldKey.Text, "lamp")!.Text!.Pieces; // the pages are full of lamps
        var comments = pieces.ToList().FindIndex(piece => piece.Postings == IndexFormat.HeadPostings);
        Assert.Equal(IndexFormat.HeadOfPosts, pieces[0].Postings);
        AssertFalls(pieces.Take(comments), isPost: true);
        AssertFalls(pieces.Skip(comments), isPost: false);

        void AssertFalls(IEnumerable<PieceRef> part, bool isPost)
        {
            var least = float.MaxValue;
            foreach (var piece in part)
            {
                var list = index.Read(new ListRef(piece.Postings, [piece], []), isTitle: false);
                var scores = list.Units.Select((_, i) => Bm25.Score(1, list.Frequencies[i], Bm25.NormFactor(index.TextLengths[list.Classes[i]], index.Root.Text.AverageLength))).ToList();
                Assert.True(scores.Max() <= least);
                Assert.All(list.Classes, unitClass => Assert.Equal(isPost, index.Root.Classes[unitClass] >= 256));
                least = scores.Min();
            }
        }
    }

    [Fact]
    public void Units_are_numbered_by_date_and_id()
    {
        var index = Many(300).Index();
        var dates = Enumerable.Range(0, index.Root.Units).Select(unit => index.Excerpt(unit, index.ClassOf(unit)).Date).ToList();

        Assert.Equal(dates.Order(StringComparer.Ordinal), dates);
        Assert.All(index.Days(), day => Assert.StartsWith(day.Day, dates[day.First], StringComparison.Ordinal));
    }

    [Fact]
    public void Redaction_marks_give_no_term_and_part_no_phrase_falsely()
    {
        var index = new IndexedPages().Add("a", "Lamps", "We met at <mark> keeper station by the tide.").Index();

        Assert.Null(index.Find(FieldKey.Text, "place"));
        Assert.Empty(Search(index, "\"met keeper\""));
        Assert.Single(Search(index, "\"keeper station\""));
    }

    [Fact]
    public void A_unit_on_two_pages_is_refused()
    {
        var pages = new IndexedPages().Add("a", "One", "lamp");
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal) { ["x.html"] = pages.Files.Values.Single(), ["y.html"] = pages.Files.Values.Single() };

        Assert.Throws<InvalidDataException>(() => IndexBuilder.Build(["x.html", "y.html"], path => new MemoryStream(files[path]), (_, _) => { }, new Dictionary<string, string>(StringComparer.Ordinal), 1, CancellationToken.None));
    }

    [Fact]
    public void A_site_without_posts_has_an_index_that_finds_nothing()
    {
        var index = new IndexedPages().Index();

        Assert.Empty(Search(index, "lamp kind:post"));
        Assert.Equal(0, index.Root.Units);
    }

    internal static IReadOnlyList<SearchHit> Search(IndexReader index, string query, SearchOptions? options = null) =>
        new Searcher(index, options ?? new SearchOptions()).Search(QueryParser.Parse(query).Query);

    internal static IndexedPages Many(int comments, ulong seed = 7, int posts = 8)
    {
        var random = new Random((int)seed);
        var pages = new IndexedPages();
        for (var post = 0; post < posts; post++)
        {
            pages.Add($"p{post}", Text(3), Text(40), [.. Enumerable.Range(0, comments / posts).Select(_ => Text(1 + random.Next(30)))]);
        }

        return pages;

        string Text(int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => random.Next(12) == 0 ? $"x{random.Next(200)}" : Words[random.Next(Words.Length)]));
    }
}
