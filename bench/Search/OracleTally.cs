using System.Globalization;

namespace Blog.Bench.Search;

/// <summary>Counts by kind of query how often an answer is Lucene's, and writes out the first that are not.</summary>
internal sealed class OracleTally(OracleExam exam)
{
    private readonly SortedDictionary<string, (int Asked, int Same)> _byKind = new(StringComparer.Ordinal);
    private int _asked;

    /// <summary>Queries answered otherwise.</summary>
    public int Wrong { get; private set; }

    /// <summary>Takes the next query's outcome.</summary>
    /// <param name="query">The query.</param>
    /// <param name="difference">What differs; null for nothing.</param>
    public void Add(OracleQuery query, string? difference)
    {
        var (asked, same) = _byKind.GetValueOrDefault(query.Kind);
        _byKind[query.Kind] = (asked + 1, same + (difference is null ? 1 : 0));
        _asked++;
        if (difference is not null && Wrong++ < exam.Show)
        {
            Console.WriteLine($"{query.Kind}: {query.Ours}\n    {difference}");
        }
    }

    /// <summary>Writes a line for each kind, and one for all.</summary>
    /// <param name="how">How the queries were answered, behind the number of those that are the same.</param>
    public void Report(string how)
    {
        foreach (var (kind, (asked, same)) in _byKind)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind,-28} {same,5:N0} of {asked,5:N0}"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{exam.Ids.Count:N0} units, seed {exam.Seed}: {_asked - Wrong:N0} of {_asked:N0} queries have the same hits{how}"));
    }
}
