using System.Diagnostics;
using System.Globalization;

namespace Blog.Bench.Import;

/// <summary>Runs the campaign of damaged exports and says what came of it.</summary>
internal static class ExportMutationsCommand
{
    /// <summary>Arguments: EXPORTS [count, default 100,000] [seed, default 1] [minutes, default 9].</summary>
    public static int Run(IReadOnlyList<string> args)
    {
        if (args.Count == 0)
        {
            Console.Error.WriteLine("Usage: export-mutations EXPORTS [count] [seed] [minutes]");
            return 2;
        }

        var work = Directory.CreateTempSubdirectory("blog-mutants-");
        try
        {
            var seed = args.Count > 2 ? ulong.Parse(args[2], CultureInfo.InvariantCulture) : 1;
            var watch = Stopwatch.StartNew();
            var outcome = ExportMutations.Run(
                args[0],
                work.FullName,
                args.Count > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 100_000,
                seed,
                TimeSpan.FromMinutes(args.Count > 3 ? int.Parse(args[3], CultureInfo.InvariantCulture) : 9));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{outcome.Read + outcome.Refused} damaged exports ({outcome.Bytes / 1_000_000} MB), seed {seed}: {outcome.Read} read ({outcome.WithLosses} with losses said), {outcome.Refused} refused, {outcome.Faults.Count} faults; the slowest took {outcome.Slowest.TotalMilliseconds:0} ms; peak memory {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB; {watch.Elapsed.TotalSeconds:0} s"));
            Console.WriteLine(string.Join(", ", outcome.ByKind.Select(kind => string.Create(CultureInfo.InvariantCulture, $"{kind.Key} {kind.Value}"))));
            foreach (var fault in outcome.Faults.Take(30))
            {
                Console.WriteLine(fault);
            }

            return outcome.Faults.Count == 0 ? 0 : 1;
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }
}
