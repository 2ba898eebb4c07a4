using System.Globalization;
using System.Security.Cryptography;

namespace Blog.Bench.Reliability;

/// <summary>
/// <c>reliability</c>: kills the program at system calls and at instants, lets calls fail and disks fill up, and looks at what is left each time.
/// </summary>
internal static class ReliabilityCommand
{
    private const string Use =
        "Use: reliability [--stops N] [--instants N] [--errors N] [--rooms N] [--steps a,b] [--seed N] [--minutes N] [--results FILE] [--program Blog.dll]";

    public static int Run(IReadOnlyList<string> arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Blog.dll");
        var results = Path.Combine("bench", "out", "reliability.jsonl");
        var options = new CampaignOptions { Program = [], Stops = 600, Instants = 210, Errors = 4000, Rooms = 84 };
        for (var i = 0; i < arguments.Count; i += 2)
        {
            if (i + 1 == arguments.Count)
            {
                Console.Error.WriteLine(Use);
                return 2;
            }

            var value = arguments[i + 1];
            switch (arguments[i])
            {
                case "--stops": options = options with { Stops = Number(value) }; break;
                case "--instants": options = options with { Instants = Number(value) }; break;
                case "--errors": options = options with { Errors = Number(value) }; break;
                case "--rooms": options = options with { Rooms = Number(value) }; break;
                case "--seed": options = options with { Seed = (ulong)Number(value) }; break;
                case "--minutes": options = options with { Limit = TimeSpan.FromMinutes(Number(value)) }; break;
                case "--steps": options = options with { Steps = value.Split(',') }; break;
                case "--results": results = value; break;
                case "--program": program = Path.GetFullPath(value); break;
                default:
                    Console.Error.WriteLine(Use);
                    return 2;
            }
        }

        if (Strace.WhyNot() is { } reason)
        {
            Console.Error.WriteLine($"{reason} The campaign stops programs with it.");
            return 2;
        }

        options = options with { Program = ["dotnet", "exec", program] };
        var head = string.Create(CultureInfo.InvariantCulture, $"program {Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(program)))[..16]} seed {options.Seed}");
        using var log = CampaignLog.Open(results, head);
        var finished = Campaign.Run(options, log, Console.Error);
        Console.WriteLine($"{head}, {DateTime.UtcNow:yyyy-MM-dd}{(finished ? string.Empty : "; stopped by --minutes, the same command goes on")}");
        Console.WriteLine();
        ReliabilityReport.Write(Console.Out, log.Results, [.. Steps.All.Select(step => step.Name)]);
        return !finished || log.Results.Any(result => result.Wrong.Count > 0) ? 1 : 0;
    }

    private static int Number(string value) => int.Parse(value, CultureInfo.InvariantCulture);
}
