using System.Globalization;
using Blog.Bench.Threads;

namespace Blog.Bench.Leaks;

/// <summary>Names, numbers and addresses of nobody: two words of invented syllables, every tenth a telephone number, every tenth an e-mail address.</summary>
internal static class InventedSecrets
{
    private static readonly string[] Heads = ["Tarv", "Zorm", "Quell", "Brint", "Jesk", "Morv", "Fenk", "Wilt", "Drosk", "Plin", "Gask", "Hulv", "Yost", "Krem", "Vask", "Nolv"];
    private static readonly string[] Middles = ["a", "e", "i", "o", "u", "an", "el", "ir", "on", "us"];
    private static readonly string[] Tails = ["merrow", "ingdale", "askham", "overby", "enthwick", "olmby", "dyke", "ismere", "untley", "ockwell"];

    /// <summary>Invents some; the same of the same seed. A few may be the same.</summary>
    public static IEnumerable<string> Of(int count, int seed)
    {
        var random = new StableRandom((ulong)seed);
        string Pick(string[] from) => from[random.Below(from.Length)];
        for (var i = 0; i < count; i++)
        {
            var name = Pick(Heads) + Pick(Middles) + " " + Pick(Heads) + Pick(Middles) + Pick(Tails);
            yield return (i % 10) switch
            {
                0 => string.Create(CultureInfo.InvariantCulture, $"07700 900{random.Below(1000):D3}"),
                1 => name.Replace(' ', '.').ToLowerInvariant() + "@example.org",
                _ => name,
            };
        }
    }
}
