using System.Globalization;
using System.Text.Json;

namespace Blog.Tests.Search.Analysis;

/// <summary>One of the cases that this program and its script share: a text and its tokens, each written <c>term start-end +increment</c>.</summary>
internal sealed record TokenCase(string Text, IReadOnlyList<string> Tokens)
{
    public static IEnumerable<TokenCase> Read(string name)
    {
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Search", "Cases", name)))
        {
            using var row = JsonDocument.Parse(line);
            var tokens = row.RootElement.GetProperty("tokens").EnumerateArray().Select(token => Written(token[0].GetString(), token[1].GetInt32(), token[2].GetInt32(), token[3].GetInt32()));
            yield return new TokenCase(row.RootElement.GetProperty("text").GetString()!, [.. tokens]);
        }
    }

    /// <summary>The tokens in a line as the oracle writes them: <c>term@position:start-end</c>.</summary>
    public string AtPositions()
    {
        var position = -1;
        return string.Join(' ', Tokens.Select(token =>
        {
            var parts = token.Split(' ');
            position += int.Parse(parts[2], CultureInfo.InvariantCulture);
            return $"{parts[0]}@{position}:{parts[1]}";
        }));
    }

    public static string Written(ReadOnlySpan<char> term, int start, int end, int increment) => $"{term} {start}-{end} +{increment}";
}
