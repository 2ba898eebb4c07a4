using System.Globalization;
using Blog.Redact;

namespace Blog.Bench.Findings;

/// <summary>
/// <c>find-eval [SHARED]</c>: scores the findings as masks with the scripts of the shared material (TAB dev, WNUT dev), counts what would be held,
/// masked and ready in captures and exports, and how fast the finder is on plain and on hostile text. Prints figures alone, never a text.
/// </summary>
internal static class FindEvalCommand
{
    public static int Run(IReadOnlyList<string> arguments)
    {
        var shared = arguments.Count > 0 ? arguments[0] : Path.Combine("..", "shared");
        if (arguments.Count > 1 || !Directory.Exists(Path.Combine(shared, "eval")))
        {
            Console.Error.WriteLine("Give the folder of the shared material: find-eval [../shared]");
            return 2;
        }

        var work = Directory.CreateTempSubdirectory("find-eval-");
        try
        {
            MaskedCorpora.Tab(shared, work.FullName, null);
            foreach (var kinds in MaskedCorpora.KindGroups)
            {
                MaskedCorpora.Tab(shared, work.FullName, kinds);
            }

            MaskedCorpora.Conll(shared, work.FullName);
        }
        finally
        {
            work.Delete(recursive: true);
        }

        ArchiveCounts.Write(shared, Console.Out);
        FinderSpeed.Write(shared, Console.Out);
        return 0;
    }

    internal static string Percent(double part, double whole) => (whole == 0 ? 0 : part / whole).ToString("0.000", CultureInfo.InvariantCulture);

    internal static bool Counts(Finding finding) => !finding.IsNearMiss;
}
