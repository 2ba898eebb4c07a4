using System.Text;

namespace Blog.Tests.Guests.Style;

/// <summary>Texts of invented writers: sentences put together by chance, each writer with habits of their own.</summary>
internal static class StyleSamples
{
    private static readonly string[] Linking =
        ["the", "a", "of", "and", "but", "which", "that", "to", "in", "on", "with", "for", "from", "we", "they", "it", "was", "were", "had", "not", "very", "rather", "quite", "also", "still", "then", "when", "while", "because", "although", "however", "so", "upon", "perhaps"];

    private static readonly string[] Naming =
        ["harbour", "boat", "tide", "quay", "rope", "lamp", "winter", "crew", "ledger", "ferry", "signal", "meeting", "shift", "office", "weather", "kettle", "window", "ladder", "engine", "ticket"];

    private static readonly string[] Ends = [".", ".", ".", "!", "?", "..."];

    private static readonly string[] Middles = [",", ";", " \u2013", ":", " ("];

    /// <summary>A text of a writer.</summary>
    /// <param name="writer">Which: the same number has the same habits.</param>
    /// <param name="text">Which of the writer's texts.</param>
    /// <param name="words">About how many words.</param>
    public static string Write(int writer, int text, int words)
    {
        var habits = new Random(writer * 7919);
        var weights = Linking.Select(_ => Math.Pow(habits.NextDouble(), 3)).ToArray();
        var ends = Ends.Select(_ => Math.Pow(habits.NextDouble(), 2)).ToArray();
        var middles = Middles.Select(_ => Math.Pow(habits.NextDouble(), 2) * 0.3).ToArray();
        var length = habits.Next(8, 24);
        var chance = new Random((writer * 104_729) + text + 1);
        var result = new StringBuilder();
        for (var written = 0; written < words;)
        {
            var sentence = Math.Max(4, length + chance.Next(-4, 5));
            for (var i = 0; i < sentence; i++)
            {
                var word = i % 3 == 2 ? Naming[chance.Next(Naming.Length)] : Linking[Pick(weights, chance)];
                result.Append(i == 0 ? char.ToUpperInvariant(word[0]) + word[1..] : word);
                var sign = i is > 1 && i < sentence - 2 ? Array.FindIndex(middles, share => chance.NextDouble() < share * 0.2) : -1;
                result.Append(i + 1 == sentence ? Ends[Pick(ends, chance)] : sign < 0 ? string.Empty : Middles[sign]).Append(' ');
            }

            written += sentence;
            result.Append(chance.Next(4) == 0 ? "\n\n" : string.Empty);
        }

        return result.ToString().TrimEnd();
    }

    private static int Pick(double[] weights, Random chance)
    {
        var at = chance.NextDouble() * weights.Sum();
        for (var i = 0; i < weights.Length; i++)
        {
            at -= weights[i];
            if (at <= 0)
            {
                return i;
            }
        }

        return weights.Length - 1;
    }
}
