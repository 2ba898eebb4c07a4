using System.Diagnostics;
using System.Globalization;
using Blog.Bench.Threads;

namespace Blog.Bench.Citations;

/// <summary><c>citations [--seeds N] [--first S] [--explain SEED]</c>: how the release resolves the time citations of invented threads with known truth.</summary>
internal static class CitationsCommand
{
    public static int Run(string[] arguments)
    {
        var seeds = 1000;
        var first = 0;
        var explain = false;
        for (var i = 0; i < arguments.Length; i++)
        {
            switch (arguments[i])
            {
                case "--seeds" when i + 1 < arguments.Length:
                    seeds = int.Parse(arguments[++i], CultureInfo.InvariantCulture);
                    break;
                case "--first" when i + 1 < arguments.Length:
                    first = int.Parse(arguments[++i], CultureInfo.InvariantCulture);
                    break;
                case "--explain" when i + 1 < arguments.Length:
                    (first, seeds, explain) = (int.Parse(arguments[++i], CultureInfo.InvariantCulture), 1, true);
                    break;
                default:
                    Console.Error.WriteLine("Use: citations [--seeds N] [--first SEED] [--explain SEED]");
                    return 2;
            }
        }

        var score = new CitationScore();
        var watch = Stopwatch.StartNew();
        foreach (var seed in Enumerable.Range(first, seeds))
        {
            score.Add(ThreadGenerator.Generate(seed), explain ? Console.Out : null);
        }

        score.Write(Console.Out, watch.Elapsed);
        return score.WrongLinks == 0 && score.TakenLookAlikes == 0 ? 0 : 1;
    }
}
