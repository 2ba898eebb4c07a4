using Blog.Search.Units;

namespace Blog.Bench.Search;

/// <summary>Generated queries over the units of a built site, and what Lucene answers to them: the same questions for the program and for the browser.</summary>
/// <param name="Site">Folder of the site.</param>
/// <param name="Seed">Seed of the queries.</param>
/// <param name="Ids">The units' ids by number.</param>
/// <param name="Queries">The queries.</param>
/// <param name="Answers">Lucene's answers, one for each.</param>
/// <param name="Show">How many differences are written out.</param>
internal sealed record OracleExam(string Site, ulong Seed, IReadOnlyList<string> Ids, IReadOnlyList<OracleQuery> Queries, IReadOnlyList<OracleAnswer> Answers, int Show)
{
    /// <summary>Draws the queries and asks Lucene.</summary>
    /// <param name="site">Folder of the site.</param>
    /// <param name="units">Its units in the order of the index.</param>
    /// <param name="shared">The folder with Lucene.</param>
    /// <param name="count">How many queries.</param>
    /// <param name="seed">What they are drawn by.</param>
    /// <param name="show">How many differences are written out.</param>
    public static OracleExam Of(string site, IReadOnlyList<(UnitPage Page, PageUnit Unit, IReadOnlyList<string> Labels)> units, string shared, int count, ulong seed, int show)
    {
        var queries = new OracleQueries(units, seed).Draw(count).ToList();
        using var folder = new OracleFolder();
        using (var docs = File.Create(folder.File("docs.jsonl")))
        {
            OracleUnits.Write(units, docs);
        }

        return new OracleExam(site, seed, [.. units.Select(item => item.Unit.Id)], queries, folder.Ask(shared, queries.Select(query => query.Lucene), OracleAnswer.Asked), show);
    }

    /// <summary>A tally of how the queries are answered.</summary>
    public OracleTally Begin() => new(this);
}
