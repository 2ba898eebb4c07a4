using System.Globalization;
using System.Text;
using Blog.Search.Analysis;

namespace Blog.Bench.Search;

/// <summary>A text and what the script should make of it, each token written <c>term@position:start-end</c> with blanks between, as the oracle does; null is not asked.</summary>
internal sealed record ScriptCase(string Text)
{
    /// <summary>What <c>analyze</c> should give.</summary>
    public string? English { get; init; }

    /// <summary>What <c>analyzeWithoutMarks</c> should give.</summary>
    public string? EnglishWithoutMarks { get; init; }

    /// <summary>What <c>capitalForms</c> should give.</summary>
    public string? Capitals { get; init; }

    /// <summary>What <c>capitalFormsWithoutMarks</c> should give.</summary>
    public string? CapitalsWithoutMarks { get; init; }

    /// <summary>What <c>normalize</c> should give, as it is.</summary>
    public string? Normalized { get; init; }

    /// <summary>The text and all expectations, in the order in which the page of <see cref="ScriptComparison"/> reads them.</summary>
    public IReadOnlyList<string?> Fields => [Text, English, EnglishWithoutMarks, Capitals, CapitalsWithoutMarks, Normalized];

    /// <summary>A text with what the program makes of it.</summary>
    public static ScriptCase Of(EnglishAnalyzer analyzer, string text)
    {
        StringBuilder all = new(), withoutMarks = new(), capitals = new(), capitalsWithoutMarks = new();
        var position = -1;
        foreach (var token in analyzer.Analyze(text))
        {
            Append(all, token, ref position);
        }

        position = -1;
        foreach (var token in analyzer.AnalyzeWithoutMarks(text))
        {
            Append(withoutMarks, token, ref position);
        }

        position = -1;
        foreach (var token in CapitalFormAnalyzer.Analyze(text))
        {
            Append(capitals, token, ref position);
        }

        position = -1;
        foreach (var token in CapitalFormAnalyzer.AnalyzeWithoutMarks(text))
        {
            Append(capitalsWithoutMarks, token, ref position);
        }

        return new ScriptCase(text)
        {
            English = all.ToString(),
            EnglishWithoutMarks = withoutMarks.ToString(),
            Capitals = capitals.ToString(),
            CapitalsWithoutMarks = capitalsWithoutMarks.ToString(),
            Normalized = EnglishAnalyzer.Normalize(text),
        };
    }

    private static void Append(StringBuilder written, Token token, ref int position)
    {
        position += token.PositionIncrement;
        written.Append(written.Length == 0 ? "" : " ").Append(token.Term).Append(CultureInfo.InvariantCulture, $"@{position}:{token.Start}-{token.End}");
    }
}
