using System.Text.Json;

namespace Blog.Bench.Plots;

/// <summary><c>plots FILE FOLDER</c>: cost over size as drawings, of what <c>bench/peers.py --json FILE</c> measured.</summary>
internal static class PlotsCommand
{
    private static readonly (string Build, string Name)[] Builds =
    [
        ("Subrosa, all of it", "Subrosa"),
        ("Subrosa, one comment changed", "Subrosa, an edit"),
        ("Subrosa, nothing changed", "Subrosa, no change"),
        ("hugo", "Hugo"),
        ("hugo and pagefind", "Hugo + Pagefind"),
        ("eleventy", "Eleventy"),
        ("jekyll", "Jekyll"),
    ];

    /// <summary>Runs it from the command line.</summary>
    public static int Run(IReadOnlyList<string> args)
    {
        if (args.Count != 2 || !File.Exists(args[0]) || !Directory.Exists(args[1]))
        {
            Console.Error.WriteLine("plots FILE FOLDER: FILE is one that \"bench/peers.py --json FILE\" has written, FOLDER is there.");
            return 2;
        }

        List<PlotRow> rows;
        try
        {
            rows = JsonSerializer.Deserialize<List<PlotRow>>(File.ReadAllText(args[0]), JsonSerializerOptions.Web) ?? [];
        }
        catch (JsonException e)
        {
            Console.Error.WriteLine($"{args[0]} is no list of rows of bench/peers.py: {e.Message}");
            return 2;
        }

        if (!rows.Any(row => Builds.Any(build => build.Build == row.Build)))
        {
            Console.Error.WriteLine($"{args[0]} has no row that is drawn. Nothing was written.");
            return 2;
        }

        Write(Path.Combine(args[1], "performance-cpu.svg"), "CPU seconds of a build for each 10,000 comments", rows, row => Middle(row.Cpu) * 10_000 / row.Comments);
        Write(Path.Combine(args[1], "performance-memory.svg"), "Largest memory of a build, MiB", rows, row => Middle(row.PeakMiB));
        return 0;
    }

    private static void Write(string file, string title, List<PlotRow> rows, Func<PlotRow, double> cost)
    {
        var sizes = rows.Select(row => (row.Size, row.Comments)).Distinct().OrderBy(size => size.Comments).ToList();
        var drawn = Builds
            .Select(build => (build.Name, Values: sizes.Select(size => rows.Find(row => row.Build == build.Build && row.Size == size.Size) is { } row ? cost(row) : (double?)null).ToList()))
            .Where(row => row.Values.Exists(value => value is not null))
            .Select(row => (row.Name, (IReadOnlyList<double?>)row.Values));
        File.WriteAllText(file, CostDrawing.Draw(title, [.. sizes.Select(size => FormattableString.Invariant($"{size.Size}: {size.Comments:N0}"))], [.. drawn]) + "\n");
        Console.WriteLine(file);
    }

    /// <summary>The median.</summary>
    private static double Middle(IReadOnlyList<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
    }
}
