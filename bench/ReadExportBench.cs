using System.Diagnostics;
using System.Globalization;
using Blog.Import;
using NodaTime;

namespace Blog.Bench;

/// <summary>Reads an export through importer and ledger and drops what comes out: the cost of reading alone.</summary>
internal static class ReadExportBench
{
    public static int Run(IReadOnlyList<string> arguments)
    {
        if (arguments.Count != 1)
        {
            Console.Error.WriteLine("Give the export: read-export FILE");
            return 2;
        }

        var job = Importers.Open(arguments[0], DateTimeZone.Utc).Jobs[0];
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var (comments, largest, markdown) = (0L, 0L, 0L);
        foreach (var entry in job.Read())
        {
            comments += entry is ImportedComment ? 1 : 0;
            markdown += entry is ImportedComment { Body: var body } ? body.Markdown.Length : 0;
            if (job.Ledger.Out % 20_000 == 0)
            {
                largest = Math.Max(largest, GC.GetTotalMemory(forceFullCollection: true));
            }
        }

        process.Refresh();
        var seconds = (process.TotalProcessorTime - before).TotalSeconds;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{comments} comments ({markdown} characters) in {seconds:0.00} CPU s, {comments / seconds:0} a CPU second; live memory at most {largest / 1048576.0:0.0} MB, peak RSS {process.PeakWorkingSet64 / 1048576.0:0.0} MB; balanced: {job.Ledger.Balances}"));
        return job.Ledger.ExitCode;
    }
}
