using System.Diagnostics;
using System.Globalization;

namespace Blog.Bench.Jose;

/// <summary><c>jose-mutations</c>: the campaign of changed messages, at its full length.</summary>
internal static class MutationsCommand
{
    public static int Run(IReadOnlyList<string> args)
    {
        var count = args.Count > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 100_000;
        var seed = args.Count > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1;
        var campaign = new MessageMutations(seed);
        var clock = Stopwatch.StartNew();
        campaign.Run(count);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} changed messages, seed {seed}, {clock.Elapsed.TotalSeconds:F0} s: {campaign.Refused} refused, {campaign.SameContent} opened to what was sent, {campaign.FalseOpens} false opens, {campaign.Crashes.Count} crashes"));
        foreach (var crash in campaign.Crashes.GroupBy(name => name, StringComparer.Ordinal))
        {
            Console.WriteLine($"{crash.Key}: {crash.Count()}");
        }

        return campaign.FalseOpens + campaign.Crashes.Count == 0 ? 0 : 1;
    }
}
