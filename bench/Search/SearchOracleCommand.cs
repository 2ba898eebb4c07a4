using System.Diagnostics;
using System.Globalization;
using Blog.Search.Index;
using Blog.Search.Query;

namespace Blog.Bench.Search;

/// <summary>Asks Lucene 8.8.1 and our search the same generated queries over the units of one built site, and compares hits and scores.</summary>
internal static class SearchOracleCommand
{
    public static int Run(IReadOnlyList<string> arguments)
    {
        if (arguments.Count < 2 || !Directory.Exists(arguments[0]))
        {
            Console.Error.WriteLine("Use: search-oracle SITE SHARED [--queries N] [--seed S] [--show N]: SITE is a built site with its index.");
            return 2;
        }

        var site = Path.GetFullPath(arguments[0]);
        var shared = Path.GetFullPath(arguments[1]);
        if (OracleAnalysis.Missing(shared) is { } reason)
        {
            Console.Error.WriteLine(reason);
            return 2;
        }

        var count = int.Parse(Options.Find(arguments, "--queries") ?? "1000", CultureInfo.InvariantCulture);
        var seed = ulong.Parse(Options.Find(arguments, "--seed") ?? "1", CultureInfo.InvariantCulture);
        var show = int.Parse(Options.Find(arguments, "--show") ?? "10", CultureInfo.InvariantCulture);
        var units = OracleUnits.Read(site);
        var queries = new OracleQueries(units, seed).Draw(count).ToList();
        var ids = units.Select(item => item.Unit.Id).ToList();
        using var folder = new OracleFolder();
        using (var docs = File.Create(folder.File("docs.jsonl")))
        {
            OracleUnits.Write(units, docs);
        }

        var expected = folder.Ask(shared, queries.Select(query => query.Lucene), OracleAnswer.Asked);
        var searcher = new Searcher(new IndexReader(path => File.ReadAllBytes(Path.Combine(site, path))), SearchOptions.Plain);
        var watch = Stopwatch.StartNew();
        var wrong = 0;
        var byKind = new SortedDictionary<string, (int Asked, int Same)>(StringComparer.Ordinal);
        for (var i = 0; i < queries.Count; i++)
        {
            var hits = searcher.Search(QueryParser.Parse(queries[i].Ours).Query);
            var difference = expected[i].DifferenceTo(hits, ids);
            var (asked, same) = byKind.GetValueOrDefault(queries[i].Kind);
            byKind[queries[i].Kind] = (asked + 1, same + (difference is null ? 1 : 0));
            if (difference is not null && wrong++ < show)
            {
                Console.WriteLine($"{queries[i].Kind}: {queries[i].Ours}\n    {difference}");
            }
        }

        foreach (var (kind, (asked, same)) in byKind)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind,-28} {same,5:N0} of {asked,5:N0}"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{units.Count:N0} units, seed {seed}: {queries.Count - wrong:N0} of {queries.Count:N0} queries have the same hits; ours took {watch.Elapsed.TotalSeconds:N1} s"));
        return wrong == 0 ? 0 : 1;
    }
}
