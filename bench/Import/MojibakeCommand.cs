using System.Globalization;
using System.Text.Json;
using Blog.Text;

namespace Blog.Bench.Import;

/// <summary>How many of ftfy's cases are mended, and how many of its good texts are changed.</summary>
internal static class MojibakeCommand
{
    /// <summary>Argument: ftfy-cases.json.</summary>
    public static int Run(IReadOnlyList<string> args)
    {
        if (args.Count == 0)
        {
            Console.Error.WriteLine("Usage: mojibake CASES.json");
            return 2;
        }

        using var json = JsonDocument.Parse(File.ReadAllText(args[0]));
        foreach (var group in json.RootElement.EnumerateArray().GroupBy(entry => entry.GetProperty("file").GetString(), StringComparer.Ordinal))
        {
            var mended = group.Count(entry => MojibakeRepair.Repair(Text(entry, "original")).Text == (entry.TryGetProperty("fixed-encoding", out _) ? Text(entry, "fixed-encoding") : Text(entry, "fixed")));
            var changed = group.Count(entry => MojibakeRepair.Repair(Text(entry, "original")).Text != Text(entry, "original"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{group.Key}: {mended} of {group.Count()} as meant, {changed} changed"));
        }

        return 0;
    }

    private static string Text(JsonElement entry, string name) => entry.GetProperty(name).GetString() ?? string.Empty;
}
