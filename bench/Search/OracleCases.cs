using System.Globalization;
using System.Text.Json;

namespace Blog.Bench.Search;

/// <summary>Fills in the expected tokens of the shared cases from the oracle: a line is <c>{"text": ..., "tokens": [[term, start, end, increment], ...]}</c>.</summary>
internal static class OracleCases
{
    /// <summary>Rewrites a file of cases in place.</summary>
    public static void Rewrite(string shared, string file)
    {
        var texts = File.ReadAllLines(file).Select(Text).ToList();
        var answers = OracleAnalysis.Ask(shared, texts).ToList();
        File.WriteAllText(file, string.Concat(texts.Zip(answers, (text, answer) => JsonSerializer.Serialize(new { text, tokens = Tokens(answer) }) + "\n")));
    }

    private static string Text(string line)
    {
        using var row = JsonDocument.Parse(line);
        var text = row.RootElement.GetProperty("text").GetString() ?? "";
        return OracleAnalysis.CanAsk(text) ? text : throw new InvalidDataException("A case holds a line end or half a surrogate pair, which the oracle cannot be asked: leave it out.");
    }

    private static List<object[]> Tokens(string answer)
    {
        var tokens = new List<object[]>();
        var before = -1;
        foreach (var token in answer.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var at = token.LastIndexOf('@');
            var numbers = Array.ConvertAll(token[(at + 1)..].Split(':', '-'), number => int.Parse(number, CultureInfo.InvariantCulture));
            tokens.Add([token[..at], numbers[1], numbers[2], numbers[0] - before]);
            before = numbers[0];
        }

        return tokens;
    }
}
