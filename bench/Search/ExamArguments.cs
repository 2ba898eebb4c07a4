using System.Globalization;

namespace Blog.Bench.Search;

/// <summary>Reads <c>SITE SHARED [--queries N] [--seed S] [--show N]</c> and prepares the exam of a built site.</summary>
internal static class ExamArguments
{
    /// <summary>The exam; null, and the reason told, where something is missing.</summary>
    /// <param name="verb">The verb, for its usage.</param>
    /// <param name="arguments">What stands behind it.</param>
    public static OracleExam? Prepare(string verb, IReadOnlyList<string> arguments)
    {
        if (arguments.Count < 2 || !Directory.Exists(arguments[0]))
        {
            Console.Error.WriteLine($"Use: {verb} SITE SHARED [--queries N] [--seed S] [--show N]: SITE is a built site with its index.");
            return null;
        }

        var site = Path.GetFullPath(arguments[0]);
        var shared = Path.GetFullPath(arguments[1]);
        if (OracleAnalysis.Missing(shared) is { } reason)
        {
            Console.Error.WriteLine(reason);
            return null;
        }

        return OracleExam.Of(site, OracleUnits.Read(site), shared, Number(arguments, "--queries", 1000), (ulong)Number(arguments, "--seed", 1), Number(arguments, "--show", 10));
    }

    private static int Number(IReadOnlyList<string> arguments, string name, int fallback) =>
        Options.Find(arguments, name) is { } value ? int.Parse(value, CultureInfo.InvariantCulture) : fallback;
}
