using System.Globalization;
using Blog.Release;

namespace Blog.Commands;

/// <summary>Writes what a release would change, to be read before it is made: what comes in full, what goes without its words.</summary>
internal static class DryRunReport
{
    private const int MaxLines = 400;

    public static void Write(ReleaseReport report, bool full, TextWriter output)
    {
        var left = full ? int.MaxValue : MaxLines;
        foreach (var change in report.Written)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"would write input/{change.Path}: {(change.IsNew ? change.Added == 0 ? "new" : $"new, {change.Added:N0} lines" : $"{change.Added:N0} lines come, {change.Removed:N0} go")}{(change.IsMerged ? ", joined with your changes" : string.Empty)}"));
            left = Lines(change, full, left, output);
        }

        foreach (var path in report.Removed)
        {
            output.WriteLine($"would remove input/{path}");
        }

        foreach (var change in report.Differences)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"would leave input/{change.Path} to you; it differs so:"));
            left = Lines(change, full, left, output);
        }

        if (left <= 0)
        {
            output.WriteLine("More changes than fit here: release --dry-run --diff writes them all.");
        }
    }

    /// <summary>A new file is written out only where everything is; lines that are left after it.</summary>
    private static int Lines(FileChange change, bool full, int left, TextWriter output)
    {
        if (change.IsNew && !full)
        {
            return left;
        }

        foreach (var line in change.Hunks)
        {
            if (left-- <= 0)
            {
                break;
            }

            output.WriteLine("  " + line);
        }

        return left;
    }
}
