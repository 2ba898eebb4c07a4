using System.Diagnostics;
using System.Globalization;

namespace Blog.Bench.Threads;

/// <summary><c>threads --seeds N [--first S] [--show SEED] [--explain SEED]</c>: precision and recall of the reader of captures over invented threads.</summary>
internal static class ThreadsCommand
{
    public static int Run(IReadOnlyList<string> arguments)
    {
        var seeds = 1000;
        var first = 0;
        for (var i = 0; i < arguments.Count; i++)
        {
            switch (arguments[i])
            {
                case "--seeds" when i + 1 < arguments.Count:
                    seeds = int.Parse(arguments[++i], CultureInfo.InvariantCulture);
                    break;
                case "--first" when i + 1 < arguments.Count:
                    first = int.Parse(arguments[++i], CultureInfo.InvariantCulture);
                    break;
                case "--show" when i + 1 < arguments.Count:
                    Console.Out.Write(ThreadGenerator.Generate(int.Parse(arguments[++i], CultureInfo.InvariantCulture)).Text);
                    return 0;
                case "--explain" when i + 1 < arguments.Count:
                    foreach (var line in StructureScore.Explain(ThreadGenerator.Generate(int.Parse(arguments[++i], CultureInfo.InvariantCulture))))
                    {
                        Console.Out.WriteLine(line);
                    }

                    break;
                default:
                    Console.Error.WriteLine("Use: threads [--seeds N] [--first SEED] [--show SEED] [--explain SEED]");
                    return 2;
            }
        }

        if (arguments.Contains("--explain"))
        {
            return 0;
        }

        var threads = Enumerable.Range(first, seeds).Select(ThreadGenerator.Generate).ToList();
        var score = new StructureScore();
        var imperfect = new List<int>();
        var watch = Stopwatch.StartNew();
        foreach (var thread in threads)
        {
            if (!score.Add(thread))
            {
                imperfect.Add(thread.Seed);
            }
        }

        watch.Stop();
        Console.Out.WriteLine($"threads {score.Threads}, all right that can be known: {score.PerfectThreads}; {watch.ElapsedMilliseconds} ms");
        Line("comments (number and parent)", score.Right, score.Found, score.True);
        Line("  without those nobody can know", score.RightKnowable, score.Found - score.Right + score.RightKnowable, score.True - score.Untraceable);
        Line("texts under the right comment", score.RightTexts, score.FoundTexts, score.TrueTexts);
        Line("names and times", score.RightStamps, score.RightStamps + score.WrongStamps, score.TrueStamps);
        Console.Out.WriteLine($"lost without a later number (nobody can know): {score.Untraceable}; wrong and not flagged: {score.WrongUnflagged}");
        Console.Out.WriteLine($"seeds not all right: {string.Join(' ', imperfect.Take(60))}{(imperfect.Count > 60 ? " …" : string.Empty)}");
        return 0;
    }

    private static void Line(string what, int right, int found, int all) => Console.Out.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{what}: precision {(found == 0 ? 1 : (double)right / found):P2} ({right}/{found}), recall {(all == 0 ? 1 : (double)right / all):P2} ({right}/{all})"));
}
