using System.Globalization;

namespace Blog.Bench.Documents;

/// <summary>Runs the campaign of changed documents and says what came of it.</summary>
internal static class DocumentMutationsCommand
{
    /// <summary>Arguments: count (default 100,000), seed (default 1).</summary>
    public static int Run(IReadOnlyList<string> args)
    {
        var count = args.Count > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 100_000;
        var seed = args.Count > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1;
        var outcome = DocumentMutations.Run(count, seed);
        Console.WriteLine(
            $"{count} changed documents, seed {seed}: {outcome.Texts} read, {outcome.Refusals} refused, {outcome.Crashes.Count} crashes; the slowest took {outcome.SlowestMilliseconds} ms (case {outcome.SlowestCase}); peak memory {System.Diagnostics.Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB");
        foreach (var crash in outcome.Crashes.Take(20))
        {
            Console.WriteLine(crash);
        }

        return outcome.Crashes.Count == 0 ? 0 : 1;
    }
}
