using System.Diagnostics;
using System.Globalization;
using Blog.Search.Index;
using Blog.Search.Query;

namespace Blog.Bench.Search;

/// <summary><c>search-oracle SITE SHARED</c>: asks Lucene 8.8.1 and our search the same generated queries over the units of one built site, and compares hits and scores.</summary>
internal static class SearchOracleCommand
{
    public static int Run(IReadOnlyList<string> arguments)
    {
        if (ExamArguments.Prepare("search-oracle", arguments) is not { } exam)
        {
            return 2;
        }

        var searcher = new Searcher(new IndexReader(path => File.ReadAllBytes(Path.Combine(exam.Site, path))), SearchOptions.Plain);
        var tally = exam.Begin();
        var watch = Stopwatch.StartNew();
        foreach (var (query, answer) in exam.Queries.Zip(exam.Answers))
        {
            tally.Add(query, answer.DifferenceTo(searcher.Search(QueryParser.Parse(query.Ours).Query), exam.Ids));
        }

        tally.Report(string.Create(CultureInfo.InvariantCulture, $"; ours took {watch.Elapsed.TotalSeconds:N1} s"));
        return tally.Wrong == 0 ? 0 : 1;
    }
}
